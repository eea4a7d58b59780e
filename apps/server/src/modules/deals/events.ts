import type { Stage } from './tables.ts';

/** Published when a deal has come to another stage. */
export interface DealMoved {
  dealId: string;
  introductionId: string | null;
  from: Stage | null;
  to: Stage;
  at: string;
}

export const dealsEvents = { moved: 'deals.moved' } as const;

import { z } from 'zod';

export const boardContinents = ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA'] as const;

/** Of one tier: deals, each once; yuan at the rates of their days; and what had no rate. */
const sum = z.object({
  deals: z.int(),
  /** Fen. */
  cny: z.int(),
  /** Entries whose currency had no rate that day: in no sum of yuan. */
  withoutRate: z.int(),
});
export const boardSums = z.object({ intent: sum, contract: sum, effective: sum, paid: sum });
export type BoardSums = z.infer<typeof boardSums>;

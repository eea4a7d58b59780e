import type { Db } from '../../platform/db/database.ts';

/** What gatherings need of those beside them, handed over in app.ts. */
export interface GatheringsWiring {
  /** Whether there is such a deal between two organisations. */
  dealBetween(trx: Db, dealId: string, sides: readonly [string, string]): Promise<boolean>;
}

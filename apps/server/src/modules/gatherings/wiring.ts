import type { Db } from '../../platform/db/database.ts';

/** What gatherings need of those beside them, handed over in app.ts. */
export interface GatheringsWiring {
  /** The organisations of a deal's two sides; null where there is no such deal. */
  dealSides(trx: Db, dealId: string): Promise<readonly string[] | null>;
}

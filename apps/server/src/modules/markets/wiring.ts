import type { ProductFacts } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Texts } from './tables.ts';

/** What markets need of their neighbours and of those above them, handed over in app.ts. */
export interface MarketsWiring {
  /** Names of organisations by id, whatever their state. */
  organisationNames(trx: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Texts>>;
  /** What rules are asked about a product, as far as the reader may see it. @throws Problem platform.notFound */
  productFacts(
    trx: Db,
    actor: Actor,
    input: { id: string; market: string },
  ): Promise<{ names: Texts; facts: ProductFacts }>;
}

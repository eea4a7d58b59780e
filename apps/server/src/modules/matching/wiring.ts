import type { PlanInput, PlanResult } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import type { ProductList } from '../catalogue/index.ts';

/** What matching needs of those beside it, handed over in app.ts. */
export interface MatchingWiring {
  list: ProductList;
  /** May a product enter, by which road, how fresh, at what cost. @throws Problem as plans do */
  reckonPlan(trx: Db, actor: Actor, input: PlanInput): Promise<PlanResult>;
}

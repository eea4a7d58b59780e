import type { Db } from '../../platform/db/database.ts';
import { plans } from './tables.ts';

/** Whether anybody has a plan that isn't put aside for a product and a market. */
export async function hasPlan(
  trx: Db,
  { productId, market }: { productId: string; market: string },
): Promise<boolean> {
  const found = await plans(trx)
    .selectFrom('plan')
    .select('id')
    .where('product_id', '=', productId)
    .where('market', '=', market)
    .where('state', '<>', 'archived')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

import type { Db } from '../../platform/db/database.ts';
import { plans } from './tables.ts';

/** Whether an organisation has a plan that isn't put aside for a product and a market. */
export async function hasPlan(
  trx: Db,
  { organisationId, productId, market }: { organisationId: string; productId: string; market: string },
): Promise<boolean> {
  const found = await plans(trx)
    .selectFrom('plan')
    .select('id')
    .where('product_id', '=', productId)
    .where('market', '=', market)
    .where('organisation_id', '=', organisationId)
    .where('state', '<>', 'archived')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

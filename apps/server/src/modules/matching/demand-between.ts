import type { Db } from '../../platform/db/database.ts';
import { matching } from './tables.ts';

/** Whether a demand is the buyer's own and a product of the seller was held against it. */
export async function demandBetween(
  trx: Db,
  demandId: string,
  { seller, buyer }: { seller: string; buyer: string },
): Promise<boolean> {
  const row = await matching(trx)
    .selectFrom('demand')
    .innerJoin('demand_match', 'demand_match.demand_id', 'demand.id')
    .select('demand.id')
    .where('demand.id', '=', demandId)
    .where('demand.organisation_id', '=', buyer)
    .where('demand_match.maker_id', '=', seller)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

import type { Db } from '../../platform/db/database.ts';
import { deals } from './tables.ts';

/** Whether there is such a deal between two organisations, whichever of them sells. */
export async function dealBetween(
  trx: Db,
  dealId: string,
  [one, other]: readonly [string, string],
): Promise<boolean> {
  const row = await deals(trx)
    .selectFrom('deal')
    .select('id')
    .where('id', '=', dealId)
    .where('seller_id', 'in', [one, other])
    .where('buyer_id', 'in', [one, other])
    .executeTakeFirst();
  return row !== undefined;
}

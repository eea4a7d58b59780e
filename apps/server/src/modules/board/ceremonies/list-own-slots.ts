import type { listOwnSlots as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { presentOwn } from './present.ts';
import { ceremonies } from './tables.ts';

/** The newest hundred of the contracts of one's own that were or are in a queue. */
export async function listOwnSlots(
  trx: Db,
  actor: Actor,
  { ceremony, contract }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const own = actor.organisationId;
  if (own === null) return { items: [] };
  const rows = await ceremonies(trx)
    .selectFrom('ceremony_slot')
    .selectAll()
    .where((where) => where.or([where('seller_id', '=', own), where('buyer_id', '=', own)]))
    .$if(ceremony !== undefined, (query) => query.where('ceremony_id', '=', ceremony!))
    .$if(contract !== undefined, (query) => query.where('contract_id', '=', contract!))
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return { items: await presentOwn(trx, actor, rows) };
}

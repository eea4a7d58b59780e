import type { Db } from '../../platform/db/database.ts';
import { members } from './tables.ts';

interface Affiliation {
  associationId: string;
  memberId: string;
}

/** @returns false when it was there already */
export async function insertAffiliation(trx: Db, one: Affiliation): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await members(trx)
    .insertInto('affiliation')
    .values({ association_id: one.associationId, member_id: one.memberId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false when there was none */
export async function deleteAffiliation(trx: Db, one: Affiliation): Promise<boolean> {
  const { numDeletedRows } = await members(trx)
    .deleteFrom('affiliation')
    .where('association_id', '=', one.associationId)
    .where('member_id', '=', one.memberId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

import type { Insertable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { members, type OrganisationAliasTable } from './tables.ts';

/** @returns false when the organisation has this spelling already */
export async function insertAlias(trx: Db, row: Insertable<OrganisationAliasTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await members(trx)
    .insertInto('organisation_alias')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'normalised']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export const deleteAlias = (trx: Db, organisationId: string, id: string) =>
  members(trx)
    .deleteFrom('organisation_alias')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();

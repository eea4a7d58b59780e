import { sql, type Insertable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { members, type CharterVersionTable, type FoundingSignatoryTable } from './tables.ts';

/** A version by its number, or the one in force. */
export function findCharter(trx: Db, number: number | undefined) {
  let query = members(trx).selectFrom('charter_version').selectAll().orderBy('number', 'desc').limit(1);
  if (number !== undefined) query = query.where('number', '=', number);
  return query.executeTakeFirst();
}

/** One page of versions without their texts, newest first. */
export function pageOfCharters(trx: Db, before: number | undefined, limit: number) {
  let query = members(trx)
    .selectFrom('charter_version')
    .select(['number', 'adopted_on', 'published_at', 'demo'])
    .select(sql<string[]>`array(select jsonb_object_keys(texts))`.as('languages'))
    .orderBy('number', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('number', '<', before);
  return query.execute();
}

/** Lets one publisher at a time take the next number. */
export const queueForNumber = (trx: Db) =>
  sql`select pg_advisory_xact_lock(hashtext('members.charter'))`.execute(trx);

export const insertCharter = (trx: Db, row: Insertable<CharterVersionTable>) =>
  members(trx).insertInto('charter_version').values(row).returningAll().executeTakeFirstOrThrow();

export const insertSignatory = (trx: Db, row: Insertable<FoundingSignatoryTable>) =>
  members(trx).insertInto('founding_signatory').values(row).execute();

/** @returns what stood there */
export const deleteSignatory = (trx: Db, id: string) =>
  members(trx).deleteFrom('founding_signatory').where('id', '=', id).returningAll().executeTakeFirst();

/** One page of signatories by date; the organisation's names only while it is admitted. */
export function pageOfSignatories(trx: Db, after: { value: string; id: string } | undefined, limit: number) {
  let query = members(trx)
    .selectFrom('founding_signatory as signatory')
    .leftJoin('organisation', (join) =>
      join
        .onRef('organisation.id', '=', 'signatory.organisation_id')
        .on('organisation.state', '=', 'admitted'),
    )
    .select([
      'signatory.id',
      'signatory.names',
      'signatory.signed_on',
      'signatory.charter_number',
      'signatory.demo',
      'organisation.id as organisation_id',
      'organisation.names as organisation_names',
    ])
    .orderBy('signatory.signed_on')
    .orderBy('signatory.id')
    .limit(limit);
  if (after) {
    query = query.where(
      sql<boolean>`(signatory.signed_on, signatory.id) > (${after.value}::date, ${after.id}::uuid)`,
    );
  }
  return query.execute();
}

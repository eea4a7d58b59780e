import { sql } from 'kysely';
import type { Role } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { cardColumns, type CardRow } from './organisation.sql.ts';
import { members, type Texts } from './tables.ts';

/** What an organisation's people may act as: the role of its kind while it is admitted, else a mere user's. */
export async function roleOf(db: Db, organisationId: string): Promise<Role> {
  const row = await members(db)
    .selectFrom('organisation')
    .select(['kind', 'state'])
    .where('id', '=', organisationId)
    .executeTakeFirst();
  return row?.state === 'admitted' ? row.kind : 'user';
}

/** The country of an organisation that is admitted; null for any other. */
export async function countryOf(db: Db, organisationId: string): Promise<string | null> {
  const row = await members(db)
    .selectFrom('organisation')
    .select('country')
    .where('id', '=', organisationId)
    .where('state', '=', 'admitted')
    .executeTakeFirst();
  return row?.country ?? null;
}

/** Whom to write to in an organisation; the language is that of its application. */
export interface Addressee {
  organisationId: string;
  names: Texts;
  person: string;
  email: string;
  language: string;
}

const addressees = (db: Db) =>
  members(db)
    .selectFrom('organisation')
    .select(['id', 'names', 'contact'])
    .select((select) =>
      select
        .selectFrom('membership_application as application')
        .select('language')
        .whereRef('application.organisation_id', '=', 'organisation.id')
        .orderBy('application.id', 'desc')
        .limit(1)
        .as('language'),
    )
    .where('state', '=', 'admitted');

const addressee = (row: {
  id: string;
  names: Texts;
  contact: { person: string; email: string };
  language: string | null;
}): Addressee => ({
  organisationId: row.id,
  names: row.names,
  person: row.contact.person,
  email: row.contact.email,
  language: row.language ?? 'zh-CN',
});

/** Admitted members of a country but observers, the first admitted first. */
export async function membersIn(db: Db, country: string, limit: number): Promise<Addressee[]> {
  const rows = await addressees(db)
    .where('country', '=', country)
    .where('kind', '!=', 'observer')
    .orderBy('admitted_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(addressee);
}

/** The organisations whose people act as the secretariat. */
export async function secretariats(db: Db): Promise<Addressee[]> {
  const rows = await addressees(db).where('kind', '=', 'secretariat').orderBy('id').execute();
  return rows.map(addressee);
}

/** Whom to write to in one admitted organisation. */
export const addresseeOf = async (db: Db, organisationId: string): Promise<Addressee | undefined> =>
  (await addresseesOf(db, [organisationId])).get(organisationId);

/** Whom to write to in those of these organisations that are admitted, by id. */
export async function addresseesOf(
  db: Db,
  organisationIds: readonly string[],
): Promise<Map<string, Addressee>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await addressees(db).where('id', 'in', organisationIds).execute();
  return new Map(rows.map((row) => [row.id, addressee(row)]));
}

/** Admitted organisations among these ids, in no order. */
export async function admittedOf(db: Db, ids: readonly string[]): Promise<CardRow[]> {
  if (ids.length === 0) return [];
  return members(db)
    .selectFrom('organisation')
    .select(cardColumns)
    .where('id', 'in', ids)
    .where('state', '=', 'admitted')
    .execute();
}

/** An organisation's names whatever its state, for its own people and the secretariat; {} where there is none. */
export async function organisationNames(db: Db, id: string): Promise<Texts> {
  const row = await members(db)
    .selectFrom('organisation')
    .select('names')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.names ?? {};
}

/** Names of organisations by id, whatever their state; those that aren't there are left out. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, Texts>> {
  if (ids.length === 0) return new Map();
  const rows = await members(db)
    .selectFrom('organisation')
    .select(['id', 'names'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, names }) => [id, names]));
}

/** How many admitted enterprises there are: the first of the alliance's two counters. */
export async function countAdmittedEnterprises(db: Db): Promise<number> {
  const { count } = await members(db)
    .selectFrom('organisation')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'admitted')
    .where('kind', '=', 'enterprise')
    .executeTakeFirstOrThrow();
  return count;
}

/** An enterprise by its id or its credit code, whatever its state. */
export async function findEnterprise(
  db: Db,
  called: string,
): Promise<{ id: string; names: Texts } | undefined> {
  return members(db)
    .selectFrom('organisation')
    .select(['id', 'names'])
    .where('kind', '=', 'enterprise')
    .where((where) =>
      where.or([
        where(sql`id::text`, '=', called.toLowerCase()),
        where('credit_code', '=', called.toUpperCase()),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
}

/** Countries of organisations by id, whatever their state. */
export async function countriesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await members(db)
    .selectFrom('organisation')
    .select(['id', 'country'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, country }) => [id, country]));
}

/** Languages that organisations work in by id, whatever their state: as their profiles say, in that order. */
export async function languagesOf(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await members(db)
    .selectFrom('organisation')
    .select(['id', 'languages'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, languages }) => [id, languages]));
}

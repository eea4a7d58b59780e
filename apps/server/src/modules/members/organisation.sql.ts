import type { Insertable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { membersProblems } from './problems.ts';
import {
  members,
  type AliasRow,
  type OrganisationRow,
  type OrganisationTable,
  type ResourceRow,
} from './tables.ts';

/** Everything of an organisation but its index text, which nobody reads. */
const columns = [
  'id',
  'kind',
  'state',
  'credit_code',
  'registration_number',
  'country',
  'continent',
  'place_code',
  'city',
  'names',
  'descriptions',
  'website',
  'founded_year',
  'employees',
  'export_licence',
  'languages',
  'tags',
  'region',
  'contact',
  'logo_file_id',
  'resource_kinds',
  'admitted_at',
  'demo',
  'version',
  'created_at',
  'updated_at',
] as const;
export type Organisation = Pick<OrganisationRow, (typeof columns)[number]>;

/** What a card shows: no contact, no long texts. */
export const cardColumns = [
  'id',
  'kind',
  'names',
  'country',
  'continent',
  'place_code',
  'city',
  'tags',
  'languages',
  'resource_kinds',
  'logo_file_id',
  'demo',
  'admitted_at',
] as const;
export type CardRow = Pick<OrganisationRow, (typeof cardColumns)[number]>;

export const findOrganisation = (trx: Db, id: string): Promise<Organisation | undefined> =>
  members(trx).selectFrom('organisation').select(columns).where('id', '=', id).executeTakeFirst();

/**
 * Reads an organisation and keeps others from changing it until the transaction ends.
 * @throws Problem platform.notFound
 */
export async function lockOrganisation(trx: Db, id: string): Promise<Organisation> {
  const row = await members(trx)
    .selectFrom('organisation')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return row;
}

/** @throws Problem platform.staleVersion when somebody else was faster */
export function refuseStale(row: { version: number }, expected: number): void {
  if (row.version !== expected) throw new Problem(problems.staleVersion, { current: row.version });
}

/** Runs a write that may meet another living record of the same credit code. */
async function refusingTakenCode<T>(creditCode: string | null | undefined, write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'organisation_credit_code') {
      throw new Problem(membersProblems.creditCodeTaken, { creditCode: creditCode ?? '' });
    }
    throw error;
  }
}

/** @throws Problem members.creditCodeTaken */
export const insertOrganisation = (trx: Db, row: Insertable<OrganisationTable>) =>
  refusingTakenCode(
    row.credit_code,
    members(trx).insertInto('organisation').values(row).executeTakeFirstOrThrow(),
  );

/** @throws Problem members.creditCodeTaken */
export const changeOrganisation = (trx: Db, id: string, change: Updateable<OrganisationTable>) =>
  refusingTakenCode(
    change.credit_code,
    members(trx)
      .updateTable('organisation')
      .set({ ...change, updated_at: sql<Date>`now()` as never })
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );

/** Aliases, oldest first. */
export const aliasesOf = (trx: Db, organisationId: string): Promise<AliasRow[]> =>
  members(trx)
    .selectFrom('organisation_alias')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute();

export type Resource = Omit<ResourceRow, 'search' | 'search_text'>;
export const resourceColumns = [
  'resource.organisation_id',
  'resource.id',
  'resource.kind',
  'resource.country',
  'resource.city',
  'resource.capacity_amount',
  'resource.capacity_unit',
  'resource.temperature_class',
  'resource.descriptions',
  'resource.contact',
  'resource.demo',
  'resource.version',
  'resource.created_at',
  'resource.updated_at',
] as const;

/** Resources, oldest first. */
export const resourcesOf = (trx: Db, organisationId: string): Promise<Resource[]> =>
  members(trx)
    .selectFrom('resource')
    .select(resourceColumns)
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute();

/** Admitted associations that name this organisation as one of their own, and how many it names itself. */
export async function affiliationsOf(
  trx: Db,
  organisationId: string,
): Promise<{ associations: CardRow[]; affiliateCount: number }> {
  const associations = await members(trx)
    .selectFrom('affiliation')
    .innerJoin('organisation', 'organisation.id', 'affiliation.association_id')
    .select(cardColumns.map((name) => `organisation.${name}` as const))
    .where('affiliation.member_id', '=', organisationId)
    .where('organisation.state', '=', 'admitted')
    .orderBy('affiliation.since')
    .limit(50)
    .execute();
  const { count } = await members(trx)
    .selectFrom('affiliation')
    .innerJoin('organisation', 'organisation.id', 'affiliation.member_id')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('affiliation.association_id', '=', organisationId)
    .where('organisation.state', '=', 'admitted')
    .executeTakeFirstOrThrow();
  return { associations, affiliateCount: count };
}

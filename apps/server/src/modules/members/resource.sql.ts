import type { listResources, QueryOf, resourceSorts } from '@jiechuan/contract';
import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { runPrepared } from '../../platform/db/prepared.ts';
import { resourceColumns, type Resource } from './organisation.sql.ts';
import { cityNamesAnywhere } from './places.ts';
import { members, type ResourceTable, type Texts } from './tables.ts';

export const insertResource = (trx: Db, row: Insertable<ResourceTable>) =>
  members(trx).insertInto('resource').values(row).execute();

/** Reads one resource of an organisation and keeps others from changing it. */
export const lockResource = (trx: Db, organisationId: string, id: string): Promise<Resource | undefined> =>
  members(trx)
    .selectFrom('resource')
    .select(resourceColumns)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const changeResource = (
  trx: Db,
  organisationId: string,
  id: string,
  change: Updateable<ResourceTable>,
) =>
  members(trx)
    .updateTable('resource')
    .set({ ...change, updated_at: sql<Date>`now()` as never })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();

export const deleteResource = (trx: Db, organisationId: string, id: string) =>
  members(trx)
    .deleteFrom('resource')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();

export type ResourceFilter = Pick<
  QueryOf<typeof listResources>,
  'kind' | 'country' | 'city' | 'temperatureClass'
> & { tsquery?: string };

/** Only what admitted members offer, and what the reader asked for. */
function conditions(filter: ResourceFilter): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [sql`organisation.state = 'admitted'`];
  if (filter.kind) all.push(sql`resource.kind = any(${filter.kind})`);
  if (filter.country) all.push(sql`resource.country = any(${filter.country})`);
  if (filter.city) {
    const names = cityNamesAnywhere(filter.city).map((name) => name.toLowerCase());
    all.push(sql`lower(resource.city) = any(${names})`);
  }
  if (filter.temperatureClass) all.push(sql`resource.temperature_class = any(${filter.temperatureClass})`);
  if (filter.tsquery !== undefined) all.push(sql`resource.search @@ ${filter.tsquery}::tsquery`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

export type ResourceOrder = (typeof resourceSorts)[number];
/** Where a page ends: the resource's id, and where the order asks for it what stands before ids. */
export interface ResourcePlace {
  value: string;
  id: string;
}

// A country's code has two letters: the town follows it in a cursor.
const shownPlace = {
  newest: sql<string>`''`,
  place: sql<string>`resource.country || lower(resource.city)`,
  member: sql<string>`organisation.sort_key`,
} satisfies Record<ResourceOrder, RawBuilder<string>>;

const ordered = {
  newest: sql`resource.id desc`,
  place: sql`resource.country, lower(resource.city), resource.id desc`,
  member: sql`organisation.sort_key, resource.id`,
} satisfies Record<ResourceOrder, RawBuilder<unknown>>;

function beyond(order: ResourceOrder, { value, id }: ResourcePlace): RawBuilder<boolean> {
  if (order === 'newest') return sql<boolean>`resource.id < ${id}::uuid`;
  if (order === 'member') return sql<boolean>`(organisation.sort_key, resource.id) > (${value}, ${id}::uuid)`;
  const place = sql`(resource.country, lower(resource.city))`;
  const last = sql`(${value.slice(0, 2)}, ${value.slice(2)})`;
  // The first comparison is the index's.
  return sql<boolean>`${place} >= ${last} and (${place} > ${last} or resource.id < ${id}::uuid)`;
}

/** One page of resources after a place in the order; each with its owner's names and its own place in the order. */
export async function pageOfResources(
  trx: Db,
  filter: ResourceFilter,
  order: ResourceOrder,
  after: ResourcePlace | undefined,
  limit: number,
): Promise<(Resource & { organisation_names: Texts; position: string })[]> {
  let query = members(trx)
    .selectFrom('resource')
    .innerJoin('organisation', 'organisation.id', 'resource.organisation_id')
    .select(resourceColumns)
    .select('organisation.names as organisation_names')
    .select(shownPlace[order].as('position'))
    .where(conditions(filter))
    .orderBy(ordered[order])
    .limit(limit);
  if (after) query = query.where(beyond(order, after));
  return query.execute();
}

/** The newest found by a tsquery literal, each with its owner's names and how many are found. */
export const newestResources = (
  trx: Db,
  tsquery: string,
  limit: number,
): Promise<(Resource & { organisation_names: Texts; total: number })[]> =>
  runPrepared(
    trx,
    'resources-newest',
    sql`
    with found as materialized (
      select resource.id from resource join organisation on organisation.id = resource.organisation_id
      where organisation.state = 'admitted' and resource.search @@ ${tsquery}::tsquery)
    select ${sql.join(resourceColumns.map((name) => sql.ref(name)))}, organisation.names as organisation_names,
      (select count(*) from found) as total
    from (select id from found order by id desc limit ${limit}) as newest
    join resource using (id) join organisation on organisation.id = resource.organisation_id
    order by resource.id desc`,
  );

export type Offer = Pick<Resource, 'kind' | 'country' | 'city' | 'temperature_class'> & { count: number };

/** What is offered in which town, found by a tsquery literal, and how often; of very many the most frequent. */
export const offersFound = (trx: Db, tsquery: string, limit: number): Promise<Offer[]> =>
  runPrepared(
    trx,
    'resources-offers',
    sql`
    select resource.kind, resource.country, resource.city, resource.temperature_class, count(*) as count
    from resource join organisation on organisation.id = resource.organisation_id
    where organisation.state = 'admitted' and resource.search @@ ${tsquery}::tsquery
    group by resource.kind, resource.country, resource.city, resource.temperature_class
    order by count(*) desc, resource.country, resource.city, resource.kind, resource.temperature_class limit ${limit}`,
  );

/** Of each tsquery literal, whether any resource of an admitted member is found by it. */
export async function anyResources(trx: Db, tsqueries: readonly string[]): Promise<boolean[]> {
  const rows = await runPrepared<{ found: boolean }>(
    trx,
    'resources-any',
    sql`
    select (
      select count(*) from resource join organisation on organisation.id = resource.organisation_id
      where organisation.state = 'admitted' and resource.search @@ wanted.query::tsquery) > 0 as found
    from unnest(${[...tsqueries]}::text[]) with ordinality as wanted (query, place) order by place`,
  );
  return rows.map(({ found }) => found);
}

export async function countResources(trx: Db, filter: ResourceFilter): Promise<number> {
  const { count } = await members(trx)
    .selectFrom('resource')
    .innerJoin('organisation', 'organisation.id', 'resource.organisation_id')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where(conditions(filter))
    .executeTakeFirstOrThrow();
  return count;
}

import type { listResources, QueryOf } from '@jiechuan/contract';
import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
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

/** One page of resources, newest first, after the resource `before`; each with its owner's names. */
export async function pageOfResources(
  trx: Db,
  filter: ResourceFilter,
  before: string | undefined,
  limit: number,
): Promise<(Resource & { organisation_names: Texts })[]> {
  let query = members(trx)
    .selectFrom('resource')
    .innerJoin('organisation', 'organisation.id', 'resource.organisation_id')
    .select(resourceColumns)
    .select('organisation.names as organisation_names')
    .where(conditions(filter))
    .orderBy('resource.id', 'desc')
    .limit(limit);
  if (before) query = query.where('resource.id', '<', before);
  return query.execute();
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

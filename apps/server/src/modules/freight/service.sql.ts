import type { listServices, QueryOf } from '@jiechuan/contract';
import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { freightProblems } from './problems.ts';
import { freight, type FreightServiceTable, type ServiceRow } from './tables.ts';

export const findService = (trx: Db, id: string): Promise<ServiceRow | undefined> =>
  freight(trx).selectFrom('freight_service').selectAll().where('id', '=', id).executeTakeFirst();

/** Reads a service and keeps others from changing it. @throws Problem platform.notFound */
export async function lockService(trx: Db, id: string): Promise<ServiceRow> {
  const row = await freight(trx)
    .selectFrom('freight_service')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return row;
}

/** @throws Problem freight.codeTaken */
export async function insertService(trx: Db, row: Insertable<FreightServiceTable>): Promise<ServiceRow> {
  const added = await freight(trx)
    .insertInto('freight_service')
    .values(row)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!added) throw new Problem(freightProblems.codeTaken, { code: row.code });
  return added;
}

export const changeService = (
  trx: Db,
  id: string,
  change: Updateable<FreightServiceTable>,
): Promise<ServiceRow> =>
  freight(trx)
    .updateTable('freight_service')
    .set({ ...change, updated_at: sql<Date>`now()` as never })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

export type ServiceFilter = Pick<
  QueryOf<typeof listServices>,
  'mode' | 'hub' | 'from' | 'to' | 'confidence' | 'state'
>;

function conditions({ mode, hub, from, to, confidence, state }: ServiceFilter): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [sql`state = ${state}`];
  if (mode) all.push(sql`mode = any(${mode})`);
  if (hub) all.push(sql`(from_hub_id = ${hub} or to_hub_id = ${hub})`);
  if (from) all.push(sql`from_hub_id = ${from}`);
  if (to) all.push(sql`to_hub_id = ${to}`);
  if (confidence) all.push(sql`confidence = ${confidence}`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** One page of services by key, after the key `after`. */
export async function pageOfServices(
  trx: Db,
  filter: ServiceFilter,
  after: string | undefined,
  limit: number,
): Promise<ServiceRow[]> {
  let query = freight(trx)
    .selectFrom('freight_service')
    .selectAll()
    .where(conditions(filter))
    .orderBy('code')
    .limit(limit);
  if (after !== undefined) query = query.where('code', '>', after);
  return query.execute();
}

export async function countServices(trx: Db, filter: ServiceFilter): Promise<number> {
  const { count } = await freight(trx)
    .selectFrom('freight_service')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where(conditions(filter))
    .executeTakeFirstOrThrow();
  return count;
}

/** Services that leave a hub and may run between two days, at most 1,000. */
export const servicesFrom = (trx: Db, hubId: string, from: string, until: string): Promise<ServiceRow[]> =>
  freight(trx)
    .selectFrom('freight_service')
    .selectAll()
    .where('from_hub_id', '=', hubId)
    .where('state', '=', 'active')
    .where('valid_from', '<=', until)
    .where(sql<boolean>`coalesce(valid_until, 'infinity') >= ${from}::date`)
    .orderBy('code')
    .limit(1000)
    .execute();

/** The ways of the network: services of the same ends and mode together, the busiest first. */
export async function waysOf(
  trx: Db,
  filter: Pick<ServiceFilter, 'mode' | 'confidence' | 'hub'>,
  limit: number,
): Promise<
  { from_hub_id: string; to_hub_id: string; mode: ServiceRow['mode']; departures: number; services: number }[]
> {
  const { rows } = await sql<{
    from_hub_id: string;
    to_hub_id: string;
    mode: ServiceRow['mode'];
    departures: number;
    services: number;
  }>`
    select from_hub_id, to_hub_id, mode, sum(cardinality(weekdays)) as departures, count(*) as services
    from freight_service
    where ${conditions({ ...filter, from: undefined, to: undefined, state: 'active' })}
      and coalesce(valid_until, 'infinity') >= current_date
    group by from_hub_id, to_hub_id, mode
    order by departures desc, from_hub_id, to_hub_id, mode
    limit ${limit}`.execute(trx);
  return rows;
}

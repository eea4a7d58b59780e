import type { listHubs, QueryOf } from '@jiechuan/contract';
import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { holding } from '../../platform/db/like.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { freightProblems } from './problems.ts';
import { freight, type FreightHubTable, type HubRow } from './tables.ts';

export const findHub = (trx: Db, id: string): Promise<HubRow | undefined> =>
  freight(trx).selectFrom('freight_hub').selectAll().where('id', '=', id).executeTakeFirst();

/** Reads a hub and keeps others from changing it. @throws Problem platform.notFound */
export async function lockHub(trx: Db, id: string): Promise<HubRow> {
  const row = await freight(trx)
    .selectFrom('freight_hub')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return row;
}

/** Hubs by id. @param ids those that aren't there are left out */
export async function hubsByIds(trx: Db, ids: readonly string[]): Promise<Map<string, HubRow>> {
  if (ids.length === 0) return new Map();
  const rows = await freight(trx)
    .selectFrom('freight_hub')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** @throws Problem freight.codeTaken */
export async function insertHub(trx: Db, row: Insertable<FreightHubTable>): Promise<HubRow> {
  const added = await freight(trx)
    .insertInto('freight_hub')
    .values(row)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!added) throw new Problem(freightProblems.codeTaken, { code: row.code });
  return added;
}

export const changeHub = (trx: Db, id: string, change: Updateable<FreightHubTable>): Promise<HubRow> =>
  freight(trx)
    .updateTable('freight_hub')
    .set({ ...change, updated_at: sql<Date>`now()` as never })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

type HubFilter = Pick<QueryOf<typeof listHubs>, 'q' | 'kind' | 'country' | 'state'>;

function conditions({ q, kind, country, state }: HubFilter): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [sql`state = ${state}`];
  if (kind) all.push(sql`kind = any(${kind})`);
  if (country) all.push(sql`country = any(${country})`);
  if (q) all.push(sql`search_text like ${holding(q.toLowerCase())}`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** One page of hubs by key, after the key `after`. */
export async function pageOfHubs(
  trx: Db,
  filter: HubFilter,
  after: string | undefined,
  limit: number,
): Promise<HubRow[]> {
  let query = freight(trx)
    .selectFrom('freight_hub')
    .selectAll()
    .where(conditions(filter))
    .orderBy('code')
    .limit(limit);
  if (after !== undefined) query = query.where('code', '>', after);
  return query.execute();
}

export async function countHubs(trx: Db, filter: HubFilter): Promise<number> {
  const { count } = await freight(trx)
    .selectFrom('freight_hub')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where(conditions(filter))
    .executeTakeFirstOrThrow();
  return count;
}

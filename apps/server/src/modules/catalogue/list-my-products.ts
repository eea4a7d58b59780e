import type { listMyProducts as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { holding } from '../../platform/db/like.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readSortCursor } from '../../platform/http/typed-cursors.ts';
import type { ProductRow } from './tables.ts';

/** All products of the actor's own organisation, the last changed first; `q` is part of a SKU or a name. */
export async function listMyProducts(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const { cursor, limit, q, state } = query;
  if (actor.organisationId === null) return { items: [], nextCursor: null, total: 0 };
  const pattern = q && holding(q);
  const own = sql`organisation_id = ${actor.organisationId}
    ${state ? sql`and state = ${state}` : sql``}
    ${pattern ? sql`and (sku ilike ${pattern} or (data->'names')::text ilike ${pattern})` : sql``}`;
  const after = readSortCursor(cursor, 'number');
  const { rows } = await sql<ProductRow & { micros: number }>`
    select *, (extract(epoch from updated_at) * 1000000)::bigint as micros from product where ${own}
    ${after ? sql`and (updated_at, id) < (timestamptz 'epoch' + ${after.value}::bigint * interval '1 microsecond', ${after.id}::uuid)` : sql``}
    order by updated_at desc, id desc limit ${limit + 1}`.execute(trx);
  const total = await sql<{ n: number }>`select count(*) as n from product where ${own}`.execute(trx);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      sku: row.sku,
      names: row.data.names,
      state: row.state,
      category: row.data.category,
      updatedAt: row.updated_at.toISOString(),
      version: row.version,
    })),
    nextCursor: rows.length > limit && last ? writeCursor([last.micros, last.id]) : null,
    total: total.rows[0]!.n,
  };
}

import type { listPlans as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readSortCursor } from '../../platform/http/typed-cursors.ts';
import type { PlanRow } from './tables.ts';

/** Plans of the actor's organisation, of everybody for the secretariat; the last changed first, archived ones only when asked for. */
export async function listPlans(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof endpoint>,
  extent: 'all' | 'own',
): Promise<ResponseOf<typeof endpoint>> {
  const { cursor, limit, product, market, state, verdict } = query;
  const mine = sql`
    ${extent === 'own' ? sql`organisation_id = ${actor.organisationId}` : sql`true`}
    ${product ? sql`and product_id = ${product}` : sql``}
    ${market ? sql`and market = ${market}` : sql``}
    ${verdict ? sql`and verdict = ${verdict}` : sql``}
    ${state ? sql`and state = ${state}` : sql`and state <> 'archived'`}`;
  const after = readSortCursor(cursor, 'number');
  const { rows } = await sql<PlanRow & { micros: number }>`
    select *, (extract(epoch from updated_at) * 1000000)::bigint as micros from plan where ${mine}
    ${after ? sql`and (updated_at, id) < (timestamptz 'epoch' + ${after.value}::bigint * interval '1 microsecond', ${after.id}::uuid)` : sql``}
    order by updated_at desc, id desc limit ${limit + 1}`.execute(trx);
  const total = await sql<{ n: number }>`select count(*) as n from plan where ${mine}`.execute(trx);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      state: row.state,
      product: { id: row.product_id, sku: row.summary.sku, names: row.summary.names },
      market: row.market,
      quantity: row.summary.quantity,
      verdict: row.verdict,
      arrivesAt: row.summary.arrivesAt,
      perUnitFen: row.summary.perUnitFen,
      updatedAt: row.updated_at.toISOString(),
      version: row.version,
    })),
    nextCursor: rows.length > limit && last ? writeCursor([last.micros, last.id]) : null,
    total: total.rows[0]!.n,
  };
}

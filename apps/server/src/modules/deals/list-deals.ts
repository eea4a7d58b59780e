import type { listDeals as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { holding } from '../../platform/db/like.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor, readSortCursor } from '../../platform/http/typed-cursors.ts';
import { presentCards } from './present.ts';
import { stalledAfterDays } from './stages.ts';
import type { DealRow } from './tables.ts';

const micros = sql`(extract(epoch from last_active_at) * 1000000)::bigint`;
/** Behind every day: what has no deadline. */
const due = sql`coalesce(deadline::text, '~') collate "C"`;

/** Deals of the actor's organisation, of everybody for the secretariat. */
export async function listDeals(
  trx: Db,
  actor: Actor,
  { cursor, limit, sort, ...query }: QueryOf<typeof endpoint>,
  extent: 'all' | 'own',
): Promise<ResponseOf<typeof endpoint>> {
  const own = actor.organisationId;
  const conditions = [
    extent === 'all' ? sql`true` : own === null ? sql`false` : sql`(seller_id = ${own} or buyer_id = ${own})`,
  ];
  const over = sql`stage in ('closed', 'ended')`;
  if (query.stage) conditions.push(sql`stage = ${query.stage}`);
  if (query.kind) conditions.push(sql`kind = ${query.kind}`);
  if (query.market) conditions.push(sql`market = ${query.market}`);
  if (query.show === 'open') conditions.push(sql`not ${over}`);
  if (query.show === 'stalled')
    conditions.push(
      sql`not ${over} and last_active_at <= now() - make_interval(days => ${stalledAfterDays})`,
    );
  if (query.show === 'toAct')
    conditions.push(
      own === null
        ? sql`false`
        : sql`owner_side = case when seller_id = ${own} then 'seller' when buyer_id = ${own} then 'buyer' end`,
    );
  for (const word of (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean))
    conditions.push(sql`lower(title) like ${holding(word)}`);
  const where = sql.join(conditions, sql` and `);
  const order = {
    active: { position: micros, by: sql`last_active_at desc, id desc` },
    deadline: { position: due, by: sql`${due}, id` },
    newest: { position: sql`id::text`, by: sql`id desc` },
  }[sort];
  const { rows } = await sql<DealRow & { position: string | number }>`
    select *, ${order.position} as position from deal where ${where} ${after(sort, cursor)}
    order by ${order.by} limit ${limit + 1}`.execute(trx);
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from deal where ${where}`.execute(trx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await presentCards(trx, actor, shown),
    nextCursor:
      rows.length > limit && last
        ? writeCursor(sort === 'newest' ? [last.id] : [last.position, last.id])
        : null,
    total: counted[0]!.total,
  };
}

function after(sort: QueryOf<typeof endpoint>['sort'], cursor: string | undefined) {
  if (sort === 'newest') {
    const id = readIdCursor(cursor);
    return id === undefined ? sql`` : sql`and id < ${id}::uuid`;
  }
  if (sort === 'deadline') {
    const from = readSortCursor(cursor, 'string');
    return from ? sql`and (${due}, id) > (${from.value} collate "C", ${from.id}::uuid)` : sql``;
  }
  const from = readSortCursor(cursor, 'number');
  return from
    ? sql`and (last_active_at, id) < (timestamptz 'epoch' + ${from.value}::bigint * interval '1 microsecond', ${from.id}::uuid)`
    : sql``;
}

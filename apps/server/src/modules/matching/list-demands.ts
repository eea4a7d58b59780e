import type { listDemands as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { holding } from '../../platform/db/like.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor, readSortCursor } from '../../platform/http/typed-cursors.ts';
import { today } from '../../platform/today.ts';
import { presentDemands } from './present.ts';
import type { DemandRow } from './tables.ts';

/** What members want, the newest or those that close soonest first; open ones unless asked otherwise. */
export async function listDemands(
  trx: Db,
  actor: Actor,
  { cursor, limit, sort, q, market, state, show }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const own = actor.organisationId;
  const open = sql`(state = 'open' and open_until >= ${today()})`;
  const conditions = [
    state === 'closed' ? sql`not ${open}` : state === 'open' || show !== 'own' ? open : sql`true`,
  ];
  if (market) conditions.push(sql`market = ${market}`);
  if (show === 'own') conditions.push(own === null ? sql`false` : sql`organisation_id = ${own}`);
  if (show === 'forUs')
    conditions.push(
      own === null
        ? sql`false`
        : sql`exists (select from demand_match m where m.demand_id = demand.id and m.maker_id = ${own} and m.blocked = '[]'::jsonb)`,
    );
  for (const word of (q ?? '').toLowerCase().split(/\s+/).filter(Boolean))
    conditions.push(sql`lower(words) like ${holding(word)}`);
  const where = sql.join(conditions, sql` and `);
  const closing = sort === 'closing';
  const after = closing ? readSortCursor(cursor, 'string') : undefined;
  const newer = closing ? undefined : readIdCursor(cursor);
  const { rows } = await sql<DemandRow>`
    select * from demand where ${where}
    ${after ? sql`and (open_until, id) > (${after.value}::date, ${after.id}::uuid)` : sql``}
    ${newer === undefined ? sql`` : sql`and id < ${newer}::uuid`}
    order by ${closing ? sql`open_until, id` : sql`id desc`} limit ${limit + 1}`.execute(trx);
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from demand where ${where}`.execute(trx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await presentDemands(trx, own, shown),
    nextCursor:
      rows.length > limit && last ? writeCursor(closing ? [last.open_until, last.id] : [last.id]) : null,
    total: counted[0]!.total,
  };
}

import type { listMeetingOutcomes as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readSortCursor } from '../../../platform/http/typed-cursors.ts';
import { today } from '../../../platform/today.ts';
import { namesOf } from '../../members/index.ts';
import { findKept } from '../gathering.sql.ts';
import { gatherings, type MeetingRow } from '../tables.ts';
import { presentTold } from './outcome.sql.ts';

type Answer = ResponseOf<typeof endpoint>;
const millis = sql`(extract(epoch from m.starts_at) * 1000)::bigint`;
/** No earlier than PostgreSQL has instants. */
const instantOf = (ms: number) =>
  sql`(timestamptz 'epoch' + greatest(${ms}::bigint, 0) * interval '1 millisecond')`;
const told = sql`exists (select from gathering_outcome o where o.meeting_id = m.id)`;

/**
 * Meetings of a gathering that the actor keeps that have begun, in the order of time, with what each side says came of
 * them: not the notes that sides keep for themselves.
 * @throws Problem platform.notFound
 */
export async function listOutcomes(
  trx: Db,
  actor: Actor,
  { id, cursor, limit, show }: { id: string } & QueryOf<typeof endpoint>,
): Promise<Answer> {
  await findKept(trx, actor, id);
  const from = readSortCursor(cursor, 'number');
  const { rows } = await sql<MeetingRow & { position: number }>`
    select m.*, ${millis} as position from gathering_meeting m
    where gathering_id = ${id} and state = 'planned' and starts_at <= now()
    ${show ? (show === 'told' ? sql`and ${told}` : sql`and not ${told}`) : sql``}
    ${from ? sql`and (starts_at, id) > (${instantOf(from.value)}, ${from.id}::uuid)` : sql``}
    order by starts_at, id limit ${limit + 1}`.execute(trx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await present(trx, shown),
    nextCursor: rows.length > limit && last ? writeCursor([last.position, last.id]) : null,
    totals: await totalsOf(trx, id),
  };
}

async function present(trx: Db, meetings: readonly MeetingRow[]): Promise<Answer['items']> {
  if (meetings.length === 0) return [];
  const names = await namesOf(
    trx,
    meetings.flatMap(({ a_id, b_id }) => [a_id, b_id]),
  );
  const rows = await gatherings(trx)
    .selectFrom('gathering_outcome')
    .selectAll()
    .where(
      'meeting_id',
      'in',
      meetings.map(({ id }) => id),
    )
    .execute();
  const said = new Map(rows.map((row) => [`${row.meeting_id} ${row.organisation_id}`, presentTold(row)]));
  const party = (id: string) => ({ id, names: names.get(id) ?? {} });
  return meetings.map(({ id, starts_at, ends_at, table_number, a_id, b_id }) => ({
    id,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
    table: table_number,
    a: party(a_id),
    b: party(b_id),
    ofA: said.get(`${id} ${a_id}`) ?? null,
    ofB: said.get(`${id} ${b_id}`) ?? null,
  }));
}

/** A meeting counts once, whatever its two sides say. */
async function totalsOf(trx: Db, id: string): Promise<Answer['totals']> {
  const { rows } = await sql<Answer['totals']>`
    with held as (
      select m.id, count(o.*) > 0 as told, coalesce(bool_or(o.came = 'met'), false) as met,
        count(o.next_due) as due, count(o.next_due) filter (where o.next_due < ${today()}) as late
      from gathering_meeting m left join gathering_outcome o on o.meeting_id = m.id
      where m.gathering_id = ${id} and m.state = 'planned' and m.starts_at <= now() group by m.id
    )
    select count(*)::int as begun, (count(*) filter (where told))::int as told,
      (count(*) filter (where met))::int as met, (count(*) filter (where told and not met))::int as missed,
      coalesce(sum(due), 0)::int as "followUps", coalesce(sum(late), 0)::int as overdue,
      (select count(distinct deal_id) from gathering_outcome where gathering_id = ${id})::int as deals
    from held`.execute(trx);
  return rows[0]!;
}

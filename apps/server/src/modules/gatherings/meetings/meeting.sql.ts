import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { nextVersion } from '../gathering.sql.ts';
import { gatherings, type MeetingRow, type ScheduleRow } from '../tables.ts';

/** A pair of organisations, whoever wished it: the lesser id first. */
export interface Pair {
  a_id: string;
  b_id: string;
}

/** Two as a pair. */
export function pairOf(one: string, other: string): Pair {
  return one < other ? { a_id: one, b_id: other } : { a_id: other, b_id: one };
}

export const pairKey = ({ a_id, b_id }: Pair): string => `${a_id} ${b_id}`;

/** The schedule of a gathering; one that was never sought is an empty one. */
export async function findSchedule(trx: Db, gatheringId: string): Promise<ScheduleRow> {
  const row = await gatherings(trx)
    .selectFrom('gathering_schedule')
    .selectAll()
    .where('gathering_id', '=', gatheringId)
    .executeTakeFirst();
  return row ?? { ...emptySchedule, gathering_id: gatheringId };
}

const emptySchedule = {
  state: 'none' as const,
  run: null,
  participants: [],
  instance: null,
  left_out: 0,
  asked_at: null,
  outcome: null,
  bookings: [],
  breaks: null,
  lower_bound: null,
  seconds: 0,
  omitted: [],
  without: [],
  stability: null,
  remedy: null,
  published: 0,
  published_at: null,
  wanted_told_on: null,
  version: 1,
};

/** How often a schedule has changed and when it was last published, without what it holds. */
export async function stampOf(
  trx: Db,
  gatheringId: string,
): Promise<Pick<ScheduleRow, 'version' | 'published_at'>> {
  const row = await gatherings(trx)
    .selectFrom('gathering_schedule')
    .select(['version', 'published_at'])
    .where('gathering_id', '=', gatheringId)
    .executeTakeFirst();
  return row ?? emptySchedule;
}

/** Writes a schedule, whether there was one or not; its version grows. The gathering is locked by the caller. */
export async function saveSchedule(
  trx: Db,
  gatheringId: string,
  change: Partial<
    Pick<
      ScheduleRow,
      | 'state'
      | 'run'
      | 'participants'
      | 'left_out'
      | 'asked_at'
      | 'outcome'
      | 'breaks'
      | 'lower_bound'
      | 'seconds'
      | 'published'
      | 'published_at'
      | 'wanted_told_on'
    >
  > & {
    instance?: string | null;
    bookings?: string;
    omitted?: string;
    without?: string;
    stability?: string | null;
    remedy?: string | null;
  } = {},
): Promise<ScheduleRow> {
  await gatherings(trx)
    .insertInto('gathering_schedule')
    .values({ ...emptySchedule, bookings: '[]', omitted: '[]', without: '[]', gathering_id: gatheringId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return gatherings(trx)
    .updateTable('gathering_schedule')
    .set({ ...change, version: nextVersion })
    .where('gathering_id', '=', gatheringId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Forgets what was sought or fixed: the slots it was sought for are others now. */
export async function startAnew(trx: Db, gatheringId: string): Promise<void> {
  await gatherings(trx).deleteFrom('gathering_pin').where('gathering_id', '=', gatheringId).execute();
  await saveSchedule(trx, gatheringId, {
    state: 'none',
    run: null,
    outcome: null,
    bookings: '[]',
    breaks: null,
    lower_bound: null,
    left_out: 0,
    omitted: '[]',
    stability: null,
    remedy: null,
  });
}

/** All meetings that were ever published, also those that were cancelled; of one organisation where told. */
export const meetingsOf = (trx: Db, gatheringId: string, organisationId?: string): Promise<MeetingRow[]> =>
  gatherings(trx)
    .selectFrom('gathering_meeting')
    .selectAll()
    .where('gathering_id', '=', gatheringId)
    .$if(organisationId !== undefined, (query) =>
      query.where((where) =>
        where.or([where('a_id', '=', organisationId!), where('b_id', '=', organisationId!)]),
      ),
    )
    .orderBy('starts_at')
    .orderBy('table_number')
    .orderBy('id')
    .execute();

const standingColumns = ['id', 'a_id', 'b_id', 'slot', 'table_number', 'state'] as const;

/** A meeting that stands, without its instants: reading those of thousands takes longer than all else. */
export type StandingRow = Pick<MeetingRow, (typeof standingColumns)[number]>;

/** The meetings that stand, by slot and table; of some slots where told. */
export const standingOf = (trx: Db, gatheringId: string, slots?: readonly number[]): Promise<StandingRow[]> =>
  gatherings(trx)
    .selectFrom('gathering_meeting')
    .select(standingColumns)
    .where('gathering_id', '=', gatheringId)
    .where('state', '=', 'planned')
    .$if(slots !== undefined, (query) => query.where('slot', 'in', slots!))
    .orderBy('slot')
    .orderBy('table_number')
    .execute();

/** How many meetings stand. */
export async function plannedCount(trx: Db, gatheringId: string): Promise<number> {
  const { count } = await gatherings(trx)
    .selectFrom('gathering_meeting')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('gathering_id', '=', gatheringId)
    .where('state', '=', 'planned')
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Cancels the meetings that stand and are still to come, of one organisation where told: what has begun stays, with what was
 * said of it. @returns them
 */
export async function cancelMeetings(
  trx: Db,
  gatheringId: string,
  organisationId?: string,
): Promise<MeetingRow[]> {
  const rows = await gatherings(trx)
    .updateTable('gathering_meeting')
    .set({ state: 'cancelled', sequence: sql<number>`sequence + 1` })
    .where('gathering_id', '=', gatheringId)
    .where('state', '=', 'planned')
    .where('starts_at', '>', sql<Date>`now()`)
    .$if(organisationId !== undefined, (query) =>
      query.where((where) =>
        where.or([where('a_id', '=', organisationId!), where('b_id', '=', organisationId!)]),
      ),
    )
    .returningAll()
    .execute();
  if (rows.length > 0) await saveSchedule(trx, gatheringId);
  return rows;
}

/** Moves the meetings that stand along with their gathering. @param by milliseconds */
export async function moveMeetings(trx: Db, gatheringId: string, by: number): Promise<void> {
  const { numUpdatedRows } = await gatherings(trx)
    .updateTable('gathering_meeting')
    .set({
      starts_at: sql<Date>`starts_at + ${by} * interval '1 millisecond'`,
      ends_at: sql<Date>`ends_at + ${by} * interval '1 millisecond'`,
      sequence: sql<number>`sequence + 1`,
    })
    .where('gathering_id', '=', gatheringId)
    .where('state', '=', 'planned')
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await saveSchedule(trx, gatheringId);
}

/** Pairs that both want to meet, who must first: of whom neither would rather not, and both take part and come. */
export async function acceptedPairs(trx: Db, gatheringId: string): Promise<Pair[]> {
  const part = (id: string) => sql`exists (select from gathering_registration r
    where r.gathering_id = w.gathering_id and r.organisation_id = ${sql.ref(id)} and r.state = 'approved')
    and not exists (select from gathering_unavailable u
    where u.gathering_id = w.gathering_id and u.organisation_id = ${sql.ref(id)} and u.absent)`;
  const { rows } = await sql<Pair>`
    select least(from_id, to_id) as a_id, greatest(from_id, to_id) as b_id from gathering_wish w
    where gathering_id = ${gatheringId} and kind <> 'no' and answer = 'accepted'
      and not exists (select from gathering_wish n where n.gathering_id = w.gathering_id and n.kind = 'no'
        and n.from_id = w.to_id and n.to_id = w.from_id)
      and ${part('w.from_id')} and ${part('w.to_id')}
    group by 1, 2 order by bool_or(kind = 'must') desc, min(w.id::text) limit 20000`.execute(trx);
  return rows;
}

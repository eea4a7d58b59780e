import type { MeetingBooking, MeetingSchedule } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { namesOf } from '../../members/index.ts';
import { findKept } from '../gathering.sql.ts';
import type { MeetingRow, ScheduleRow } from '../tables.ts';
import { acceptedPairs, findSchedule, meetingsOf, type Pair } from './meeting.sql.ts';

/** @throws Problem platform.notFound */
export async function getSchedule(trx: Db, actor: Actor, id: string): Promise<MeetingSchedule> {
  await findKept(trx, actor, id);
  return presentSchedule(trx, await findSchedule(trx, id));
}

/** A booking of the solver's as a pair of organisations. */
export interface Draft extends Pair {
  slot: number;
  table: number;
}

/** What was sought, by organisations instead of numbers. */
export function draftOf({ bookings, instance, participants }: ScheduleRow): Draft[] {
  const meetings = new Map(instance?.meetings.map((meeting) => [meeting.id, meeting]));
  return bookings.map(({ meeting, slot, table }) => {
    const { a, b } = meetings.get(meeting)!;
    const [a_id, b_id] = [participants[a - 1]!, participants[b - 1]!].toSorted();
    return { a_id: a_id!, b_id: b_id!, slot, table };
  });
}

export const pairKey = ({ a_id, b_id }: Pair): string => `${a_id} ${b_id}`;

/** What would become of a booking: beside the meeting of the same two, as it stands. */
export const changeOf = (draft: Draft, meeting: MeetingRow | undefined): MeetingBooking['change'] => {
  if (meeting?.state !== 'planned') return 'new';
  return meeting.slot === draft.slot && meeting.table_number === draft.table ? 'same' : 'moved';
};

export async function presentSchedule(trx: Db, row: ScheduleRow): Promise<MeetingSchedule> {
  const drafts = draftOf(row);
  const standing = new Map(
    (await meetingsOf(trx, row.gathering_id)).map((meeting) => [pairKey(meeting), meeting]),
  );
  const names = await namesOf(trx, row.participants);
  const party = (id: string) => ({ id, names: names.get(id) ?? {} });
  const kept = new Set(drafts.map(pairKey));
  const cancelled = [...standing].filter(([key, { state }]) => state === 'planned' && !kept.has(key)).length;
  const bookings = drafts.map((draft) => ({
    slot: draft.slot,
    table: draft.table,
    a: party(draft.a_id),
    b: party(draft.b_id),
    change: changeOf(draft, standing.get(pairKey(draft))),
  }));
  const sought = row.state === 'solved' && row.breaks !== null;
  return {
    state: row.state,
    pairs: (await acceptedPairs(trx, row.gathering_id)).length,
    leftOut: row.left_out,
    outcome: row.outcome,
    breaks: row.breaks,
    lowerBound: row.lower_bound,
    seconds: row.seconds,
    bookings,
    cancelled: sought ? cancelled : 0,
    published: row.published,
    publishedAt: row.published_at?.toISOString() ?? null,
    upToDate:
      row.published > 0 && sought && cancelled === 0 && bookings.every(({ change }) => change === 'same'),
    version: row.version,
  };
}

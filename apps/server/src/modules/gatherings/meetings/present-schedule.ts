import {
  mostChanges,
  mostUnsettled,
  type getSchedule as endpoint,
  type MeetingBooking,
  type MeetingClash,
  type MeetingSchedule,
  type QueryOf,
  type UnsettledMeeting,
} from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { namesOf } from '../../members/index.ts';
import { findKept } from '../gathering.sql.ts';
import type { GatheringRow, ScheduleRow } from '../tables.ts';
import { absencesOf, comingTo, type Absences } from './absence.sql.ts';
import { countMissing } from './attendance.sql.ts';
import { pairsIn } from './board.ts';
import { languagesOfResource } from './heed-interpreters.ts';
import { clashesOf } from './instance.ts';
import {
  acceptedPairs,
  findSchedule,
  pairKey,
  standingOf,
  type Pair,
  type StandingRow,
} from './meeting.sql.ts';
import { pinsOf } from './pin.sql.ts';
import { wholeSlots } from './whole-slots.ts';
import { begun, slotsOf } from './slots.ts';

/** @throws Problem platform.notFound */
export async function getSchedule(
  trx: Db,
  actor: Actor,
  { id, ...shown }: { id: string } & QueryOf<typeof endpoint>,
): Promise<MeetingSchedule> {
  const gathering = await findKept(trx, actor, id);
  return presentSchedule(trx, gathering, await findSchedule(trx, id), shown);
}

/** A booking of the solver's as a pair of organisations. */
export interface Draft extends Pair {
  slot: number;
  table: number;
}

/** What was sought, by organisations instead of numbers. */
export function draftOf(row: ScheduleRow): Draft[] {
  const pairs = pairsIn(row);
  return row.bookings.map(({ meeting, slot, table }) => ({ ...pairs.get(meeting)!, slot, table }));
}

/** What would become of a booking: beside the meeting of the same two, as it stands. */
export const changeOf = (draft: Draft, meeting: StandingRow | undefined): MeetingBooking['change'] => {
  if (meeting?.state !== 'planned') return 'new';
  return meeting.slot === draft.slot && meeting.table_number === draft.table ? 'same' : 'moved';
};

/**
 * A schedule to be reviewed: beside what stands as published, and beside what is wanted by now.
 * @param shown of the meetings that are named, else those of the first slots
 */
export async function presentSchedule(
  trx: Db,
  gathering: GatheringRow,
  row: ScheduleRow,
  shown: QueryOf<typeof endpoint> = { slot: 1 },
): Promise<MeetingSchedule> {
  const id = gathering.id;
  const drafts = draftOf(row);
  const absences = await absencesOf(trx, id);
  const coming = await comingTo(trx, id, absences);
  const comes = ({ a_id, b_id }: Pair) => coming.has(a_id) && coming.has(b_id);
  const kept = new Set(drafts.filter(comes).map(pairKey));
  const meetings = await standingOf(trx, id);
  const standing = new Map(meetings.map((meeting) => [pairKey(meeting), meeting]));
  const pairs = await acceptedPairs(trx, id);
  const pins = await pinsOf(trx, id);
  const sought = row.state === 'solved' && row.breaks !== null;
  const slots = slotsOf(gathering.starts_at, gathering.matchmaking);
  const now = begun(slots);
  // What has begun is not cancelled any more.
  const off = sought ? meetings.filter((meeting) => meeting.slot > now && !kept.has(pairKey(meeting))) : [];
  const news = sought ? newsOf(row, { drafts, pairs, absences }) : [];
  const named = news.slice(0, mostUnsettled);
  const leftOut = new Set(row.without.map(pairKey));
  const clashes = gathering.matchmaking
    ? clashesOf({ gathering, pairs, absences, pins, standing: meetings, without: leftOut }).slice(
        0,
        mostUnsettled,
      )
    : [];
  // Whom the host leaves out is told apart.
  const unplaced = row.omitted.filter((one) => !leftOut.has(pairKey(one)));
  const omitted = unplaced.slice(0, mostUnsettled);
  const without = row.without.slice(0, mostUnsettled);
  const dropped = off.slice(0, mostChanges);
  const names = await namesOf(trx, [
    ...row.participants,
    ...[...dropped, ...named, ...omitted, ...without, ...clashes.flatMap((one) => one.pairs)].flatMap(
      ({ a_id, b_id }) => [a_id, b_id],
    ),
  ]);
  const party = (one: string) => ({ id: one, names: names.get(one) ?? {} });
  const both = ({ a_id, b_id }: Pair) => ({ a: party(a_id), b: party(b_id) });
  const ids = pairsIn(row);
  const all = drafts.map((draft): MeetingBooking => {
    const meeting = standing.get(pairKey(draft));
    const stays = comes(draft) || (meeting !== undefined && meeting.slot <= now);
    const change = stays ? changeOf(draft, meeting) : 'off';
    return {
      slot: draft.slot,
      table: draft.table,
      ...both(draft),
      change,
      from: change === 'moved' ? { slot: meeting!.slot, table: meeting!.table_number } : null,
      fixed: pins.get(pairKey(draft)) === draft.slot,
    };
  });
  const moved = all.filter(({ from, slot }) => from !== null && from.slot !== slot);
  const reseated = all.filter(({ from, slot }) => from !== null && from.slot === slot);
  const added = all.filter(({ change }) => change === 'new');
  return {
    state: row.state,
    pairs: pairs.length,
    leftOut: unplaced.length,
    omitted: omitted.map(({ why, full, ...pair }) => ({
      why,
      full: full && { ...full, who: party(full.who) },
      ...both(pair),
    })),
    without: without.map(both),
    withoutCount: row.without.length,
    heedsInterpreters: row.state !== 'none' && row.instance?.resources !== undefined,
    interpretersScarce: (row.instance?.resources ?? []).length > 0,
    outcome: row.outcome,
    breaks: row.breaks,
    lowerBound: row.lower_bound,
    stability: row.stability,
    remedy: remedyOf(row, (meeting) => both(ids.get(meeting)!)),
    clashes: clashes.map(({ why, who, slot, pairs: those }): MeetingClash => ({
      why,
      who: who === null ? null : party(who),
      slot,
      meetings: those.map(both),
    })),
    seconds: row.seconds,
    booked: all.length,
    inSlot: slots.map(
      ({ number }) => all.filter(({ slot, change }) => slot === number && change !== 'off').length,
    ),
    ...wholeSlots(all.filter(isOf(shown.q)), shown.slot),
    moved: moved.length,
    added: added.length,
    changes: moved.length + reseated.length + added.length,
    changed: meetings.length === 0 ? [] : [...moved, ...reseated, ...added].slice(0, mostChanges),
    cancelled: off.length,
    dropped: dropped.map((meeting) => ({
      slot: meeting.slot,
      table: meeting.table_number,
      ...both(meeting),
    })),
    unsettled: named.map((one) => ({ why: one.why, slot: one.slot, ...both(one) })),
    unsettledCount: news.length,
    fixed: pins.size,
    standing: meetings.length,
    now,
    missing: await countMissing(trx, id),
    published: row.published,
    publishedAt: row.published_at?.toISOString() ?? null,
    upToDate:
      row.published > 0 &&
      sought &&
      off.length === 0 &&
      all.every(({ change }) => change === 'same' || change === 'off'),
    version: row.version,
  };
}

/** What would make an impossible schedule possible. @param bothOf the two of a meeting of its instance */
function remedyOf(
  { remedy, instance }: ScheduleRow,
  bothOf: (meeting: number) => Pick<MeetingBooking, 'a' | 'b'>,
): MeetingSchedule['remedy'] {
  if (!remedy) return null;
  const { ways, shortages = [], ...known } = remedy;
  return {
    ...known,
    ways: ways.map(({ leaveOut, release }) => ({
      leaveOut: leaveOut.map(bothOf),
      release: release.map(bothOf),
    })),
    interpreters: shortages.map(({ resource, meetings, slots, room }) => ({
      languages: languagesOfResource(instance!.resources![resource]!),
      meetings: meetings.length,
      slots,
      room,
    })),
  };
}

/** Whether a meeting is of somebody whose name has a text in it, in any language. */
const isOf = (text: string | undefined) => {
  const wanted = text?.toLowerCase() ?? '';
  const isNamed = ({ names }: MeetingBooking['a']) =>
    Object.values(names).some((name) => name.toLowerCase().includes(wanted));
  return ({ a, b }: MeetingBooking) => wanted === '' || isNamed(a) || isNamed(b);
};

type News = Pair & Pick<UnsettledMeeting, 'why' | 'slot'>;

/** What has changed since a schedule was sought. */
function newsOf(
  { omitted, without }: ScheduleRow,
  { drafts, pairs, absences }: { drafts: readonly Draft[]; pairs: readonly Pair[]; absences: Absences },
): News[] {
  const wanted = new Set(pairs.map(pairKey));
  // Whom the host left out and has taken back in meanwhile is no longer known to be.
  const stillOut = [...omitted.filter(({ why }) => why !== 'host'), ...without];
  const known = new Set([...drafts, ...stillOut].map(pairKey));
  const whyNot = (draft: Draft): News['why'] | null => {
    const sides = [draft.a_id, draft.b_id];
    if (sides.some((one) => absences.absent.has(one))) return 'absent';
    if (!wanted.has(pairKey(draft))) return 'unwanted';
    return sides.some((one) => absences.away.get(one)?.includes(draft.slot)) ? 'away' : null;
  };
  return [
    ...drafts.flatMap((draft): News[] => {
      const why = whyNot(draft);
      return why === null ? [] : [{ ...draft, why }];
    }),
    ...pairs
      .filter((one) => !known.has(pairKey(one)))
      .map((one): News => ({ ...one, why: 'wanted', slot: null })),
  ];
}

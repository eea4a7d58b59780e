import type {
  BodyOf,
  listPlaces as places,
  MeetingSchedule,
  ParamsOf,
  placeMeeting as endpoint,
  ResponseOf,
} from '@jiechuan/contract';
import {
  check,
  leastBreaks,
  moveTo,
  placeIn,
  placesOf,
  type Booking,
  type Instance,
  type Obstacle,
} from '@jiechuan/meetings';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';
import { namesOf } from '../../members/index.ts';
import { findKept, isOn, lockKept } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import type { GatheringRow, ScheduleRow } from '../tables.ts';
import { absencesOf, comingTo } from './absence.sql.ts';
import { spreadOf } from './instance.ts';
import { findSchedule, saveSchedule, type Pair } from './meeting.sql.ts';
import { keepPins, pinsOf, setPin } from './pin.sql.ts';
import { presentSchedule } from './present-schedule.ts';
import { begun, clockOf, slotsOf } from './slots.ts';

/** A schedule as it lies before who places its meetings by hand. */
interface Board {
  gathering: GatheringRow;
  row: ScheduleRow;
  /** Without those who don't come any more. */
  instance: Instance;
  bookings: Booking[];
  /** Slots in which participants can't meet by what is known now; the first list is participant 1's. */
  away: number[][];
  /** The meeting in question. */
  booking: Booking;
  pair: Pair;
}

/**
 * Every slot for a meeting, with the breaks that there would be or why it can't be then.
 * @throws Problem platform.notFound, gatherings.noSuchMeeting
 */
export async function listPlaces(
  trx: Db,
  actor: Actor,
  { id, a, b }: ParamsOf<typeof places>,
): Promise<ResponseOf<typeof places>> {
  const gathering = await findKept(trx, actor, id);
  const row = await findSchedule(trx, id);
  const board = await layOut(trx, { gathering, row, a, b });
  const { instance, bookings, away, booking } = board;
  const say = await reasonsOf(trx, actor, board);
  const names = await namesOf(trx, [a, b]);
  const pinned = (await pinsOf(trx, id)).get(`${board.pair.a_id} ${board.pair.b_id}`);
  return {
    a: { id: a, names: names.get(a) ?? {} },
    b: { id: b, names: names.get(b) ?? {} },
    slot: booking.slot,
    fixed: pinned === booking.slot,
    places: placesOf({ ...instance, unavailable: away }, bookings, booking.meeting).map((place) => ({
      slot: place.slot,
      breaks: say.isBegun(place.slot) ? null : place.breaks,
      obstacles: say.why(place.slot, place.obstacles).map(({ code, params }) => ({
        code,
        detail: message(actor.language, code, params),
      })),
    })),
    version: row.version,
  };
}

/**
 * Puts a meeting into a slot by hand, fixes it there for every search to come, or releases it. Breaks are counted anew;
 * what was proved of the schedule stays only as far as it still holds.
 * @throws Problem platform.notFound, platform.staleVersion, gatherings.notAnnounced, gatherings.solving,
 * gatherings.noSuchMeeting, gatherings.noSuchSlot, and what stands in its way: gatherings.meetsThen, gatherings.awayThen,
 * gatherings.noTableThen, gatherings.begunThen, gatherings.otherSession, gatherings.outOfTurn
 */
export async function placeMeeting(
  trx: Db,
  actor: Actor,
  {
    id,
    expectedVersion,
    a,
    b,
    slot,
    fixed,
  }: { expectedVersion: number } & ParamsOf<typeof endpoint> & BodyOf<typeof endpoint>,
): Promise<MeetingSchedule> {
  const gathering = await lockKept(trx, actor, id);
  const row = await toChange(trx, gathering, expectedVersion);
  const board = await layOut(trx, { gathering, row, a, b });
  const count = slotsOf(gathering.starts_at, gathering.matchmaking).length;
  if (slot > count) throw new Problem(gatheringsProblems.noSuchSlot, { count });
  const { booking, pair } = board;
  const to = slot === booking.slot ? booking : await newPlace(trx, actor, board, slot);
  await setPin(trx, id, pair, fixed ? slot : null);
  const saved = await saveSchedule(trx, id, judged(board, to, fixed));
  await recordAudit(trx, actor, {
    action: 'gatherings.placeMeeting',
    subjectKind: 'gathering',
    subjectId: id,
    before: { ...pair, slot: booking.slot, table: booking.table },
    after: { ...pair, slot: to.slot, table: to.table, fixed },
  });
  return presentSchedule(trx, gathering, saved);
}

/**
 * Releases all that is fixed, also where no search found a schedule and there is no meeting to be chosen.
 * @throws Problem platform.notFound, platform.staleVersion, gatherings.notAnnounced, gatherings.solving
 */
export async function releaseMeetings(
  trx: Db,
  actor: Actor,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<MeetingSchedule> {
  const gathering = await lockKept(trx, actor, id);
  const row = await toChange(trx, gathering, expectedVersion);
  await keepPins(trx, id, []);
  const saved = await saveSchedule(trx, id, released(row));
  await recordAudit(trx, actor, {
    action: 'gatherings.releaseMeetings',
    subjectKind: 'gathering',
    subjectId: id,
    before: null,
    after: null,
  });
  return presentSchedule(trx, gathering, saved);
}

/** What is still proved of a schedule once none of its meetings has to be where it is. */
function released({ instance, breaks }: ScheduleRow) {
  if (!instance?.meetings.some(({ fixedSlot }) => fixedSlot !== null)) return {};
  const after: Instance = {
    ...instance,
    meetings: instance.meetings.map((one) => ({ ...one, fixedSlot: null })),
  };
  if (breaks === null) return { instance: JSON.stringify(after), outcome: null, lower_bound: null };
  return { instance: JSON.stringify(after), stability: null, ...provedBy(breaks, leastBreaks(after)) };
}

const provedBy = (breaks: number, bound: number) => ({
  lower_bound: bound,
  outcome: breaks === bound ? ('optimal' as const) : ('feasible' as const),
});

/** The schedule as it was looked at. @throws Problem platform.staleVersion, gatherings.notAnnounced, gatherings.solving */
async function toChange(trx: Db, gathering: GatheringRow, expectedVersion: number): Promise<ScheduleRow> {
  const row = await findSchedule(trx, gathering.id);
  if (row.version !== expectedVersion) throw new Problem(problems.staleVersion, { current: row.version });
  if (!isOn(gathering)) throw new Problem(gatheringsProblems.notAnnounced);
  if (row.state === 'solving') throw new Problem(gatheringsProblems.solving);
  return row;
}

/** @throws Problem gatherings.noSuchMeeting */
async function layOut(
  trx: Db,
  { gathering, row, a, b }: { gathering: GatheringRow; row: ScheduleRow; a: string; b: string },
): Promise<Board> {
  const absences = await absencesOf(trx, gathering.id);
  const coming = await comingTo(trx, gathering.id, absences);
  const { participants, instance } = row;
  const comes = (number: number) => coming.has(participants[number - 1]!);
  const meetings = instance?.meetings.filter((one) => comes(one.a) && comes(one.b)) ?? [];
  const left = new Set(meetings.map(({ id }) => id));
  const bookings = row.bookings.filter(({ meeting }) => left.has(meeting));
  const sides = [participants.indexOf(a) + 1, participants.indexOf(b) + 1];
  const mine = meetings.find((one) => sides.includes(one.a) && sides.includes(one.b));
  const booking = bookings.find(({ meeting }) => meeting === mine?.id);
  if (!instance || !booking) throw new Problem(gatheringsProblems.noSuchMeeting);
  const [a_id, b_id] = [a, b].toSorted() as [string, string];
  return {
    gathering,
    row,
    instance: { ...instance, meetings },
    bookings,
    away: participants.map((one) => (absences.away.get(one) ?? []).filter((slot) => slot <= instance.slots)),
    booking,
    pair: { a_id, b_id },
  };
}

/** Where a meeting comes to be. @throws Problem saying what stands in its way */
async function newPlace(trx: Db, actor: Actor, board: Board, slot: number): Promise<Booking> {
  const { instance, bookings, away, booking } = board;
  const place = placeIn({ ...instance, unavailable: away }, bookings, booking.meeting, slot);
  const [why] = (await reasonsOf(trx, actor, board)).why(slot, place.obstacles);
  if (why) throw why;
  return { meeting: booking.meeting, slot, table: place.table! };
}

/** Says what stands in a meeting's way, in the reader's language and by the clocks of the place. */
async function reasonsOf(trx: Db, actor: Actor, { gathering, row, instance, booking }: Board) {
  const names = await namesOf(trx, row.participants);
  const slots = slotsOf(gathering.starts_at, gathering.matchmaking);
  const now = begun(slots);
  const name = (number: number) => textIn(names.get(row.participants[number - 1]!) ?? {}, actor.language);
  const isBegun = (slot: number) => slot <= now && slot !== booking.slot;
  const reason = (obstacle: Obstacle, from: string): Problem => {
    switch (obstacle.kind) {
      case 'busy':
        return new Problem(gatheringsProblems.meetsThen, {
          who: name(obstacle.participant),
          other: name(obstacle.other),
          from,
        });
      case 'away':
        return new Problem(gatheringsProblems.awayThen, { who: name(obstacle.participant), from });
      case 'noTable':
        return new Problem(gatheringsProblems.noTableThen, { from });
      case 'session':
        return new Problem(gatheringsProblems.otherSession, { from });
      case 'order': {
        const { a, b } = instance.meetings.find(({ id }) => id === obstacle.meeting)!;
        return new Problem(gatheringsProblems.outOfTurn, { a: name(a), b: name(b), from });
      }
      default:
        return obstacle satisfies never;
    }
  };
  return {
    isBegun,
    why(slot: number, obstacles: readonly Obstacle[]): Problem[] {
      const from = clockOf(slots[slot - 1]!, gathering, actor.language);
      return [
        ...(isBegun(slot) ? [new Problem(gatheringsProblems.begunThen, { from })] : []),
        ...obstacles.map((obstacle) => reason(obstacle, from)),
      ].slice(0, 10);
    },
  };
}

/** A schedule with a meeting placed by hand: its breaks counted, and what is still proved of it. */
function judged({ gathering, row, instance, bookings, away, booking }: Board, to: Booking, fixed: boolean) {
  const schedule = moveTo(bookings, to);
  const loosened: Instance = {
    ...instance,
    meetings: instance.meetings.map((one) =>
      one.id === to.meeting ? { ...one, fixedSlot: fixed ? to.slot : null } : one,
    ),
    // Who can by now; who no longer can is told apart from it (`unsettled`), so that the schedule keeps its own rules.
    unavailable: instance.unavailable.map((mine, at) => mine.filter((slot) => away[at]!.includes(slot))),
  };
  const after = { ...loosened, fairness: Math.max(instance.fairness, spreadOf(loosened, schedule)) };
  const fixedBefore = instance.meetings.find(({ id }) => id === to.meeting)!.fixedSlot;
  const isLooser =
    row.bookings.length > bookings.length ||
    (fixedBefore !== null && !(fixed && fixedBefore === to.slot)) ||
    after.unavailable.some((mine, at) => mine.length < instance.unavailable[at]!.length) ||
    after.fairness > instance.fairness ||
    // The search took what had begun for settled.
    booking.slot <= begun(slotsOf(gathering.starts_at, gathering.matchmaking));
  if (!isLooser && to.slot === booking.slot) return { instance: JSON.stringify(after) };
  const { breaks } = check(after, schedule);
  const told = row.stability ? (row.stability.anew?.lowerBound ?? null) : row.lower_bound;
  const bound = (isLooser ? null : told) ?? leastBreaks(after);
  return {
    instance: JSON.stringify(after),
    bookings: JSON.stringify(schedule),
    breaks,
    stability: null,
    ...provedBy(breaks, bound),
  };
}

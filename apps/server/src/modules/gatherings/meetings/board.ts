import {
  check,
  leastBreaks,
  moveTo,
  type Booking,
  type Instance,
  type Obstacle,
  type Resource,
} from '@jiechuan/meetings';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';
import { namesOf } from '../../members/index.ts';
import { isOn } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import type { GatheringRow, ScheduleRow } from '../tables.ts';
import { absencesOf, comingTo } from './absence.sql.ts';
import { spokenBy } from './spoken.sql.ts';
import { interpretersAsResources, languagesInWords } from './heed-interpreters.ts';
import { spreadOf } from './instance.ts';
import { findSchedule, pairOf, type Pair } from './meeting.sql.ts';
import { begun, clockOf, slotsOf } from './slots.ts';

/** A schedule as it lies before who changes it by hand. */
export interface Board {
  gathering: GatheringRow;
  row: ScheduleRow;
  /** Without those who don't come any more; where interpreters are heeded, with those there are by now. */
  instance: Instance;
  bookings: Booking[];
  /** Slots in which participants can't meet by what is known now; the first list is participant 1's. */
  away: number[][];
  /** Slots that have begun. */
  now: number;
}

/** The schedule as it was looked at. @throws Problem platform.staleVersion, gatherings.notAnnounced, gatherings.solving */
export async function toChange(
  trx: Db,
  gathering: GatheringRow,
  expectedVersion: number,
): Promise<ScheduleRow> {
  const row = await findSchedule(trx, gathering.id);
  if (row.version !== expectedVersion) throw new Problem(problems.staleVersion, { current: row.version });
  if (!isOn(gathering)) throw new Problem(gatheringsProblems.notAnnounced);
  if (row.state === 'solving') throw new Problem(gatheringsProblems.solving);
  return row;
}

/** @throws Problem gatherings.noSuchMeeting where no schedule was found */
export async function layOut(trx: Db, gathering: GatheringRow, row: ScheduleRow): Promise<Board> {
  const { participants, instance } = row;
  if (!instance) throw new Problem(gatheringsProblems.noSuchMeeting);
  const absences = await absencesOf(trx, gathering.id);
  const coming = await comingTo(trx, gathering.id, absences);
  const comes = (number: number) => coming.has(participants[number - 1]!);
  const meetings = instance.meetings.filter((one) => comes(one.a) && comes(one.b));
  const left = new Set(meetings.map(({ id }) => id));
  return {
    gathering,
    row,
    instance: {
      ...instance,
      meetings,
      resources: instance.resources && (await interpretersNow(trx, gathering, { participants, meetings })),
    },
    bookings: row.bookings.filter(({ meeting }) => left.has(meeting)),
    away: participants.map((one) => (absences.away.get(one) ?? []).filter((slot) => slot <= instance.slots)),
    now: begun(slotsOf(gathering.starts_at, gathering.matchmaking)),
  };
}

/** What interpreters there are by now for these meetings, by what who comes speaks by now. */
async function interpretersNow(
  trx: Db,
  { id, interpreters, matchmaking }: GatheringRow,
  { participants, meetings }: Pick<ScheduleRow, 'participants'> & Pick<Instance, 'meetings'>,
): Promise<Resource[]> {
  const speak = await spokenBy(trx, id, participants);
  const spoken = (number: number) => speak.get(participants[number - 1]!) ?? [];
  return interpretersAsResources(
    meetings.map((one) => ({ id: one.id, a: spoken(one.a), b: spoken(one.b) })),
    interpreters,
    { tables: matchmaking!.tables },
  );
}

/** The instance with what is known now of who can when. */
export const asKnown = ({ instance, away }: Board): Instance => ({ ...instance, unavailable: away });

/** Where the meeting of two is. @throws Problem gatherings.noSuchMeeting */
export function bookingOf({ row, instance, bookings }: Board, a: string, b: string): Booking {
  const sides = [row.participants.indexOf(a) + 1, row.participants.indexOf(b) + 1];
  const mine = instance.meetings.find((one) => sides.includes(one.a) && sides.includes(one.b));
  const booking = bookings.find(({ meeting }) => meeting === mine?.id);
  if (!booking) throw new Problem(gatheringsProblems.noSuchMeeting);
  return booking;
}

/** The two organisations of a meeting of an instance, by its id. */
export function pairsIn({
  participants,
  instance,
}: Pick<ScheduleRow, 'participants' | 'instance'>): Map<number, Pair> {
  return new Map(
    instance?.meetings.map(({ id, a, b }) => [id, pairOf(participants[a - 1]!, participants[b - 1]!)]),
  );
}

/** Says what stands in a meeting's way, in the reader's language and by the clocks of the place. */
export async function reasonsOf(trx: Db, actor: Actor, { gathering, row, instance }: Board) {
  const names = await namesOf(trx, row.participants);
  const slots = slotsOf(gathering.starts_at, gathering.matchmaking);
  const name = (number: number) => textIn(names.get(row.participants[number - 1]!) ?? {}, actor.language);
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
      case 'noResource': {
        const languages = languagesInWords(instance.resources![obstacle.resource]!, actor.language);
        return new Problem(gatheringsProblems.noInterpreterThen, { languages, from });
      }
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
    names,
    /** @param isBegun whether it is too late for that slot */
    why(slot: number, obstacles: readonly Obstacle[], isBegun: boolean): Problem[] {
      const from = clockOf(slots[slot - 1]!, gathering, actor.language);
      return [
        ...(isBegun ? [new Problem(gatheringsProblems.begunThen, { from })] : []),
        ...obstacles.map((obstacle) => reason(obstacle, from)),
      ].slice(0, 10);
    },
  };
}

/** Reasons as they are read. */
export const told = (reasons: readonly Problem[], { language }: Actor): { code: string; detail: string }[] =>
  reasons.map(({ code, params }) => ({ code, detail: message(language, code, params) }));

/** A meeting that was placed by hand. */
export interface Placed {
  to: Booking;
  fixed: boolean;
}

/** A schedule with meetings placed by hand: its breaks counted, and what is still proved of it. */
export function judged({ row, instance, bookings, away, now }: Board, placed: readonly Placed[]) {
  const before = new Map(bookings.map((one) => [one.meeting, one]));
  const fixedBefore = new Map(instance.meetings.map(({ id, fixedSlot }) => [id, fixedSlot]));
  const schedule = placed.reduce((sofar: Booking[], { to }) => moveTo(sofar, to), bookings);
  const fixedTo = new Map(placed.map(({ to, fixed }) => [to.meeting, fixed ? to.slot : null]));
  const loosened: Instance = {
    ...instance,
    meetings: instance.meetings.map((one) =>
      fixedTo.has(one.id) ? { ...one, fixedSlot: fixedTo.get(one.id)! } : one,
    ),
    // Who can by now; who no longer can is told apart from it (`unsettled`), so that the schedule keeps its own rules.
    unavailable: instance.unavailable.map((mine, at) => mine.filter((slot) => away[at]!.includes(slot))),
    // The same of interpreters who are fewer by now than the schedule needs.
    resources: instance.resources?.map((one) => ({
      ...one,
      capacity: Math.max(one.capacity, mostAtOnce(one, schedule)),
    })),
  };
  const after = { ...loosened, fairness: Math.max(instance.fairness, spreadOf(loosened, schedule)) };
  const isLooser =
    row.bookings.length > bookings.length ||
    placed.some(({ to, fixed }) => {
      const was = fixedBefore.get(to.meeting)!;
      // The search took what had begun for settled.
      return (was !== null && !(fixed && was === to.slot)) || before.get(to.meeting)!.slot <= now;
    }) ||
    after.unavailable.some((mine, at) => mine.length < instance.unavailable[at]!.length) ||
    after.fairness > instance.fairness ||
    !(row.instance?.resources ?? []).every((one) => isKeptBy(one, after));
  const stays = placed.every(({ to }) => before.get(to.meeting)!.slot === to.slot);
  const tables = placed.every(({ to }) => before.get(to.meeting)!.table === to.table);
  if (!isLooser && stays && tables) return { instance: JSON.stringify(after) };
  const { breaks } = check(after, schedule);
  const known = row.stability ? (row.stability.anew?.lowerBound ?? null) : row.lower_bound;
  const bound = (isLooser ? null : known) ?? leastBreaks(after);
  return {
    instance: JSON.stringify(after),
    bookings: JSON.stringify(schedule),
    breaks,
    stability: null,
    ...provedBy(breaks, bound),
  };
}

/** How many meetings that need a resource are at once at most. */
function mostAtOnce({ meetings }: Resource, schedule: readonly Booking[]): number {
  const those = new Set(meetings);
  const inSlots = Map.groupBy(
    schedule.filter(({ meeting }) => those.has(meeting)),
    ({ slot }) => slot,
  );
  return [...inSlots.values()].reduce((most, { length }) => Math.max(most, length), 0);
}

/** Whether whatever keeps to this instance keeps to a resource that it had before: it still has one as scarce. */
function isKeptBy(before: Resource, { resources = [], meetings }: Instance): boolean {
  const left = new Set(meetings.map(({ id }) => id));
  const those = before.meetings.filter((id) => left.has(id));
  return resources.some(({ capacity, meetings: mine }) => {
    const all = new Set(mine);
    return capacity <= before.capacity && those.every((id) => all.has(id));
  });
}

/** What is still proved of a schedule once some of its meetings, by id, no longer have to be where they are. */
export function released({ instance, breaks }: ScheduleRow, isReleased: (meeting: number) => boolean) {
  const loses = ({ id, fixedSlot }: Instance['meetings'][number]) => fixedSlot !== null && isReleased(id);
  if (!instance?.meetings.some(loses)) return {};
  const after: Instance = {
    ...instance,
    meetings: instance.meetings.map((one) => (loses(one) ? { ...one, fixedSlot: null } : one)),
  };
  if (breaks === null)
    return { instance: JSON.stringify(after), outcome: null, lower_bound: null, remedy: null };
  return { instance: JSON.stringify(after), stability: null, ...provedBy(breaks, leastBreaks(after)) };
}

const provedBy = (breaks: number, bound: number) => ({
  lower_bound: bound,
  outcome: breaks === bound ? ('optimal' as const) : ('feasible' as const),
});

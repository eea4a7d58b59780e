import { fewestBreaks } from './bounds.ts';
import { check } from './checker.ts';
import { domains } from './domains.ts';
import type { Booking, Instance } from './types.ts';

/** What stands in the way of a meeting in a slot. */
export type Obstacle =
  /** A participant meets somebody else then. */
  | { kind: 'busy'; participant: number; other: number }
  | { kind: 'away'; participant: number }
  | { kind: 'noTable' }
  /** Others have all that there is then of a resource, by its place in the instance. */
  | { kind: 'noResource'; resource: number }
  | { kind: 'session' }
  /** It has to be before or after that meeting, which is where it is. */
  | { kind: 'order'; meeting: number };

/** A slot that somebody thinks of for a meeting. */
export interface Place {
  slot: number;
  /** Nothing stands in its way if there are none. */
  obstacles: Obstacle[];
  /** A table that is free then, its own where that is; null if there is none. */
  table: number | null;
  /** Breaks of all participants with the meeting in that slot; null where it can't be. */
  breaks: number | null;
}

/**
 * Looks at every slot for a meeting that is placed by hand, all others staying where they are. The slot it is fixed to and
 * by how much breaks differ are no obstacles: who places it by hand decides that.
 * @param schedule keeps the rules of the instance but for these
 */
export function placesOf(instance: Instance, schedule: readonly Booking[], meeting: number): Place[] {
  return Array.from({ length: instance.slots }, (_, at) => placeIn(instance, schedule, meeting, at + 1));
}

/** The same of one slot. */
export function placeIn(
  instance: Instance,
  schedule: readonly Booking[],
  meeting: number,
  slot: number,
): Place {
  const there = schedule.filter((one) => one.slot === slot && one.meeting !== meeting);
  const obstacles = [
    ...obstaclesIn(instance, schedule, meeting, slot),
    ...exhausted(
      instance,
      there.map((one) => one.meeting),
      meeting,
    ),
  ];
  const table = freeTable(
    instance,
    new Set(there.map((one) => one.table)),
    schedule.find((one) => one.meeting === meeting)?.table,
  );
  if (table === null) obstacles.push({ kind: 'noTable' });
  const free = obstacles.length === 0 && table !== null;
  return {
    slot,
    obstacles,
    table,
    breaks: free ? check(instance, moveTo(schedule, { meeting, slot, table })).breaks : null,
  };
}

/** Two meetings that somebody thinks of letting change places, slots and tables. */
export interface Swap {
  /** Where the one would be, then the other. */
  to: [Booking, Booking];
  /** What stands in the way of the one, then of the other, each with the other already gone. */
  obstacles: [Obstacle[], Obstacle[]];
  /** Breaks of all participants then; null where it can’t be. */
  breaks: number | null;
}

/** Looks at two meetings that are to change places by hand, all others staying where they are; as in `placesOf`. */
export const swapOf = (
  instance: Instance,
  schedule: readonly Booking[],
  [one, other]: readonly [Booking, Booking],
): Swap => swapsOf(instance, schedule, one, [other])[0]!;

/** The same for one meeting with each of several others, in their order. */
export function swapsOf(
  instance: Instance,
  schedule: readonly Booking[],
  one: Booking,
  others: readonly Booking[],
): Swap[] {
  const { breaks } = check(instance, schedule);
  return others.map((other) => {
    const to: Swap['to'] = [
      { ...other, meeting: one.meeting },
      { ...one, meeting: other.meeting },
    ];
    const { people, theirs, bookings } = around(instance, schedule, [one.meeting, other.meeting]);
    const after = moveTo(moveTo(bookings, to[0]), to[1]);
    /** Those of a slot of which one goes and another comes; where both are already, nothing changes. */
    const beside = (slot: number, gone: number) =>
      schedule.flatMap((it) =>
        it.slot === slot && (it.meeting !== gone || one.slot === other.slot) ? [it.meeting] : [],
      );
    const obstacles: Swap['obstacles'] = [
      [
        ...obstaclesIn(theirs, after, one.meeting, other.slot),
        ...exhausted(instance, beside(other.slot, other.meeting), one.meeting),
      ],
      [
        ...obstaclesIn(theirs, after, other.meeting, one.slot),
        ...exhausted(instance, beside(one.slot, one.meeting), other.meeting),
      ],
    ];
    const sum = (those: readonly Booking[]) => {
      const { perParticipant } = check(theirs, those);
      return people.reduce((all, person) => all + perParticipant[person - 1]!, 0);
    };
    const isFree = obstacles.flat().length === 0;
    return { to, obstacles, breaks: isFree ? breaks - sum(bookings) + sum(after) : null };
  });
}

/** All that some meetings have to do with: those of the same people, and those before or after which they have to be. */
function around(instance: Instance, schedule: readonly Booking[], some: readonly number[]) {
  const mine = instance.meetings.filter(({ id }) => some.includes(id));
  const people = [...new Set(mine.flatMap(({ a, b }) => [a, b]))];
  const meetings = instance.meetings.filter(
    ({ id, a, b, after }) =>
      people.includes(a) ||
      people.includes(b) ||
      after.some((earlier) => some.includes(earlier)) ||
      mine.some((one) => one.after.includes(id)),
  );
  const ids = new Set(meetings.map(({ id }) => id));
  return {
    people,
    theirs: { ...instance, meetings },
    bookings: schedule.filter(({ meeting }) => ids.has(meeting)),
  };
}

/** The resources that a meeting needs and of which the others of a slot have all. */
function exhausted({ resources = [] }: Instance, others: readonly number[], meeting: number): Obstacle[] {
  if (resources.length === 0) return [];
  const there = new Set(others);
  there.delete(meeting);
  return resources.flatMap(({ meetings, capacity }, resource): Obstacle[] => {
    if (!meetings.includes(meeting)) return [];
    const used = meetings.filter((id) => there.has(id)).length;
    return used < capacity ? [] : [{ kind: 'noResource', resource }];
  });
}

/** What but tables and resources stands in the way of a meeting in a slot, wherever the schedule has it. */
function obstaclesIn(
  instance: Instance,
  schedule: readonly Booking[],
  meeting: number,
  slot: number,
): Obstacle[] {
  const byId = new Map(instance.meetings.map((one) => [one.id, one]));
  const slotOf = new Map(schedule.map((one) => [one.meeting, one.slot]));
  const mine = byId.get(meeting)!;
  const there = schedule.filter((one) => one.slot === slot && one.meeting !== meeting);
  const obstacles: Obstacle[] = [];
  for (const participant of [mine.a, mine.b]) {
    for (const { meeting: id } of there) {
      const { a, b } = byId.get(id)!;
      if (a === participant || b === participant)
        obstacles.push({ kind: 'busy', participant, other: a === participant ? b : a });
    }
    if (instance.unavailable[participant - 1]?.includes(slot)) obstacles.push({ kind: 'away', participant });
  }
  const inMorning = slot <= instance.morningSlots;
  if ((mine.session === 'morning' && !inMorning) || (mine.session === 'afternoon' && inMorning))
    obstacles.push({ kind: 'session' });
  for (const { id, after } of instance.meetings) {
    const its = slotOf.get(id);
    if (its === undefined || id === meeting) continue;
    if ((mine.after.includes(id) && its >= slot) || (after.includes(meeting) && its <= slot))
      obstacles.push({ kind: 'order', meeting: id });
  }
  return obstacles;
}

function freeTable({ tables }: Instance, taken: ReadonlySet<number>, own: number | undefined): number | null {
  if (own !== undefined && own <= tables && !taken.has(own)) return own;
  for (let table = 1; table <= tables; table++) if (!taken.has(table)) return table;
  return null;
}

/** A schedule with one meeting elsewhere, by slot, then table. */
export const moveTo = (schedule: readonly Booking[], to: Booking): Booking[] =>
  [...schedule.filter(({ meeting }) => meeting !== to.meeting), to].toSorted(
    (one, other) => one.slot - other.slot || one.table - other.table,
  );

/**
 * Breaks that every schedule of an instance has at least, told without a search: what each participant would need if it
 * were alone. Infinity where even that is impossible.
 */
export const leastBreaks = (instance: Instance): number =>
  fewestBreaks(instance, domains(instance)).reduce((sum, breaks) => sum + breaks, 0);

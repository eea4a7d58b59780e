import { describe, expect, test } from 'vitest';
import {
  check,
  leastBreaks,
  moveTo,
  placeIn,
  placesOf,
  swapOf,
  type Booking,
  type Instance,
} from './index.ts';
import { seat } from './tables.ts';
import { exhaustive } from './testing/exhaustive.ts';
import { smallInstance } from './testing/small-instance.ts';

/** Some schedule that keeps the rules, the last one found. */
function someSchedule(given: Instance): Booking[] | null {
  let found: Booking[] | null = null;
  exhaustive(given, (slotOf) => {
    const schedule = seat(given, slotOf);
    if (check(given, schedule).faults.length === 0) found = schedule;
    return Infinity;
  });
  return found;
}

/** As far as who places by hand is bound by it: neither by fixed slots nor by how much breaks differ. */
const loose = (given: Instance): Instance => ({
  ...given,
  fairness: given.slots,
  meetings: given.meetings.map((one) => ({ ...one, fixedSlot: null })),
});

describe('a meeting placed by hand', () => {
  test('can be in just the slots that the checker has nothing against, with the breaks that it counts', () => {
    let looked = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const given = smallInstance(seed);
      const schedule = someSchedule(given);
      if (!schedule) continue;
      for (const { id } of given.meetings)
        for (const { slot, obstacles, table, breaks } of placesOf(given, schedule, id)) {
          looked++;
          const tables = Array.from({ length: given.tables }, (_, at) => at + 1);
          const ways = tables.map((one) =>
            check(loose(given), moveTo(schedule, { meeting: id, slot, table: one })),
          );
          const free = ways.some(({ faults }) => faults.length === 0);
          expect([seed, id, slot, obstacles.length === 0]).toEqual([seed, id, slot, free]);
          expect(breaks).toBe(free ? ways[table! - 1]!.breaks : null);
        }
    }
    expect(looked).toBeGreaterThan(500);
  });

  test('says who meets whom then, who is away, and that no table is free', () => {
    const meeting = (id: number, a: number, b: number) => ({
      id,
      a,
      b,
      session: 'any' as const,
      fixedSlot: null,
      after: [],
    });
    const given: Instance = {
      participants: 4,
      slots: 3,
      morningSlots: 3,
      tables: 1,
      fairness: 2,
      meetings: [meeting(1, 1, 2), meeting(2, 1, 3)],
      unavailable: [[], [3], [], []],
    };
    const schedule = [
      { meeting: 1, slot: 1, table: 1 },
      { meeting: 2, slot: 2, table: 1 },
    ];
    expect(placeIn(given, schedule, 1, 2).obstacles).toEqual([
      { kind: 'busy', participant: 1, other: 3 },
      { kind: 'noTable' },
    ]);
    expect(placeIn(given, schedule, 1, 3).obstacles).toEqual([{ kind: 'away', participant: 2 }]);
    expect(placeIn(given, schedule, 2, 3)).toEqual({ slot: 3, obstacles: [], table: 1, breaks: 1 });
  });

  test('says of which resource others have all then, also to two who would change places', () => {
    const given: Instance = {
      participants: 6,
      slots: 3,
      morningSlots: 3,
      tables: 2,
      fairness: 2,
      meetings: [1, 2, 3].map((id) => ({
        id,
        a: 2 * id - 1,
        b: 2 * id,
        session: 'any',
        fixedSlot: null,
        after: [],
      })),
      unavailable: [],
      resources: [
        { meetings: [1, 2, 3], capacity: 2 },
        { meetings: [1, 2, 77], capacity: 1 },
      ],
    };
    const [one, two, three] = [
      { meeting: 1, slot: 1, table: 1 },
      { meeting: 2, slot: 2, table: 1 },
      { meeting: 3, slot: 2, table: 2 },
    ];
    const schedule = [one!, two!, three!];
    expect(placeIn(given, schedule, 1, 2).obstacles).toEqual([
      { kind: 'noResource', resource: 0 },
      { kind: 'noResource', resource: 1 },
      { kind: 'noTable' },
    ]);
    expect(placeIn(given, schedule, 3, 1).obstacles).toEqual([]);
    expect(swapOf(given, schedule, [one!, two!]).obstacles).toEqual([[], []]);
    expect(swapOf(given, schedule, [one!, three!]).obstacles).toEqual([
      [{ kind: 'noResource', resource: 1 }],
      [],
    ]);
    expect(swapOf(given, schedule, [two!, three!]).obstacles).toEqual([[], []]);
  });
});

test('two meetings can change places just where the checker has nothing against both after it, with the breaks that it counts', () => {
  let [free, refused] = [0, 0];
  for (let seed = 1; seed <= 400; seed++) {
    const given = smallInstance(seed);
    const schedule = someSchedule(given) ?? [];
    for (const [at, one] of schedule.entries())
      for (const other of schedule.slice(at + 1)) {
        const { to, obstacles, breaks } = swapOf(given, schedule, [one, other]);
        expect(to).toEqual([
          { meeting: one.meeting, slot: other.slot, table: other.table },
          { meeting: other.meeting, slot: one.slot, table: one.table },
        ]);
        const after = check(loose(given), moveTo(moveTo(schedule, to[0]), to[1]));
        const isFree = obstacles.flat().length === 0;
        expect([seed, one, other, isFree]).toEqual([seed, one, other, after.faults.length === 0]);
        expect(breaks).toBe(isFree ? after.breaks : null);
        if (isFree) free++;
        else refused++;
      }
  }
  expect(Math.min(free, refused)).toBeGreaterThan(50);
});

test('breaks told without a search are never more than the fewest there can be', () => {
  const tooMany = Array.from({ length: 150 }, (_, seed) => smallInstance(seed)).filter((given) => {
    const fewest = exhaustive(given);
    return fewest !== null && leastBreaks(given) > fewest;
  });
  expect(tooMany).toEqual([]);
});

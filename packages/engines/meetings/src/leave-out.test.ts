import { expect, test } from 'vitest';
import { contradictions, withChanges, type Instance, type Remedy } from './index.ts';
import { possible } from './testing/possible.ts';
import { smallInstance } from './testing/small-instance.ts';
import { leaveOut, solve } from './threads/solve.ts';

const without = (given: Instance, ids: readonly number[]): Instance =>
  withChanges(
    given,
    ids.map((meeting) => ({ kind: 'cancelled', meeting })),
  );
const released = (given: Instance, ids: readonly number[]): Instance => ({
  ...given,
  meetings: given.meetings.map((one) => (ids.includes(one.id) ? { ...one, fixedSlot: null } : one)),
});

/** All choices of so many, each in the order given. */
function choices(from: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return from.flatMap((first, at) => choices(from.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

/** Every smallest way to make an instance possible: fewest left out, then fewest released. */
function everyWay(given: Instance): Remedy['ways'] {
  const ids = given.meetings.map(({ id }) => id);
  for (let off = 0; off <= ids.length; off++) {
    const left = choices(ids, off).map((leave) => ({ leave, rest: without(given, leave) }));
    for (let freed = 0; freed <= ids.length - off; freed++) {
      const ways = left.flatMap(({ leave, rest }) => {
        const fixed = rest.meetings.filter(({ fixedSlot }) => fixedSlot !== null).map(({ id }) => id);
        return choices(fixed, freed)
          .filter((release) => possible(released(rest, release)))
          .map((release) => ({ leaveOut: leave, release }));
      });
      if (ways.length > 0) return ways;
    }
  }
  throw new Error('with nothing left everything is possible');
}
const keys = (ways: Remedy['ways']) => ways.map((way) => JSON.stringify(way)).toSorted();

test('what is to be left out of an impossible instance is the fewest there are, and every such way is named', async () => {
  const impossible = Array.from({ length: 250 }, (_, seed) => smallInstance(seed)).filter(
    (given) => !possible(given),
  );
  expect(impossible.length).toBeGreaterThan(50);
  for (const given of impossible.slice(0, 30)) {
    const every = everyWay(given);
    const { status, ways, complete, atLeast } = await leaveOut(given, [], { most: 200 });
    expect(status).toBe('proved');
    expect(complete).toBe(true);
    expect(atLeast).toBe(every[0]!.leaveOut.length);
    expect(keys(ways)).toEqual(keys(every));
  }
}, 120_000);

test('of more ways than are asked for so many are named, and it is said that there are others', async () => {
  // Three who all meet each other in two slots: whichever of the three is left out.
  const given: Instance = {
    participants: 3,
    slots: 2,
    morningSlots: 2,
    tables: 3,
    fairness: 2,
    meetings: [
      [1, 1, 2],
      [2, 2, 3],
      [3, 1, 3],
    ].map(([id, a, b]) => ({ id: id!, a: a!, b: b!, session: 'any', fixedSlot: null, after: [] })),
    unavailable: [],
  };
  expect((await solve(given)).status).toBe('infeasible');
  const all = await leaveOut(given, []);
  expect(keys(all.ways)).toEqual(keys([1, 2, 3].map((id) => ({ leaveOut: [id], release: [] }))));
  expect(all).toMatchObject({ status: 'proved', complete: true, atLeast: 1 });
  const some = await leaveOut(given, [], { most: 2 });
  expect([some.ways.length, some.complete]).toEqual([2, false]);
  // Stopped before anything was found it says that it doesn’t know.
  expect(await leaveOut(given, [], { signal: AbortSignal.abort() })).toMatchObject({
    status: 'unknown',
    ways: [],
    complete: false,
  });
});

test('what has begun is not left out: others don’t come into its slot instead', async () => {
  const meeting = (id: number, a: number, b: number) => ({
    id,
    a,
    b,
    session: 'any' as const,
    fixedSlot: null,
    after: [],
  });
  const given: Instance = {
    participants: 3,
    slots: 2,
    morningSlots: 2,
    tables: 1,
    fairness: 2,
    meetings: [meeting(1, 1, 2), meeting(2, 1, 3), meeting(3, 2, 3)],
    unavailable: [],
  };
  const { ways } = await leaveOut(given, [{ meeting: 1, slot: 1, table: 1 }], { now: 1 });
  expect(keys(ways)).toEqual(keys([2, 3].map((id) => ({ leaveOut: [id], release: [] }))));
});

test('fixed slots contradict each other just where the fixed meetings alone have no schedule', () => {
  let found = 0;
  for (let seed = 0; seed < 600; seed++) {
    const given = smallInstance(seed);
    const loose = given.meetings.filter(({ fixedSlot }) => fixedSlot === null).map(({ id }) => id);
    const said = contradictions(given);
    if (said.length > 0) found++;
    expect([seed, said.length === 0]).toEqual([seed, possible(without(given, loose))]);
    // Each names meetings that can’t be together: without one of them, or all but as many as there are tables.
    for (const { meetings } of said)
      expect(
        possible(
          without(
            given,
            given.meetings.map(({ id }) => id).filter((id) => !meetings.includes(id)),
          ),
        ),
      ).toBe(false);
  }
  expect(found).toBeGreaterThan(40);
});

import { check, type Instance } from '@jiechuan/meetings';
import { leaveOut, resolve, solve } from '@jiechuan/meetings/solve';
import { expect, test } from 'vitest';
import { search, type SearchOptions } from './search.ts';

/** A fair in which these meet. */
const fairOf = (
  pairs: readonly (readonly [a: number, b: number])[],
  change: Partial<Instance> & Pick<Instance, 'participants' | 'slots'>,
): Instance => ({
  morningSlots: change.slots,
  tables: 10,
  fairness: 2,
  meetings: pairs.map(([a, b], at) => ({
    id: at + 1,
    a,
    b,
    session: 'any' as const,
    fixedSlot: null,
    after: [],
  })),
  unavailable: Array.from({ length: change.participants }, () => []),
  ...change,
});

/** A search that keeps what was sought, in its order. */
async function searched(instance: Instance, change: Partial<SearchOptions> = {}) {
  const sought: string[] = [];
  const noted =
    <Given extends readonly unknown[], Told>(name: string, by: (...given: Given) => Promise<Told>) =>
    (...given: Given) => {
      sought.push(name);
      return by(...given);
    };
  const found = await search(
    instance,
    { seconds: 60, now: 0, previous: [], isAgain: false, onProgress: () => {}, ...change },
    {
      solve: noted('solve', solve),
      resolve: noted('resolve', resolve),
      leaveOut: noted('leaveOut', (given, previous, options) =>
        leaveOut(given, previous, { ...options, patience: 60 }),
      ),
    },
  );
  return { sought, ...found };
}

const triangle = [
  [1, 2],
  [2, 3],
  [1, 3],
] as const;

test('a fair with equal breaks is sought once', async () => {
  const { sought, solution, remedy } = await searched(fairOf(triangle, { participants: 3, slots: 3 }));
  expect(sought).toEqual(['solve']);
  expect(solution).toMatchObject({ status: 'optimal', breaks: 1 });
  expect(remedy).toBeNull();
});

test('an impossible fair is sought once and then explained, anew as after a change', async () => {
  const impossible = fairOf(triangle, { participants: 3, slots: 2 });
  for (const [isAgain, name] of [
    [false, 'solve'],
    [true, 'resolve'],
  ] as const) {
    const { sought, solution, remedy } = await searched(impossible, { isAgain });
    expect(sought).toEqual([name, 'leaveOut']);
    expect(solution.breaks).toBeNull();
    expect(remedy).toMatchObject({ status: 'proved', atLeast: 1, complete: true });
    expect(remedy!.ways).toHaveLength(3);
  }
});

test('where it is impossible because of what is fixed, too', async () => {
  const given = fairOf(triangle, { participants: 3, slots: 3, unavailable: [[3], [], []] });
  const [first, second, third] = given.meetings;
  const fixed = { ...given, meetings: [first!, { ...second!, fixedSlot: 2 }, third!] };
  const { sought, remedy } = await searched(fixed);
  expect(sought).toEqual(['solve', 'leaveOut']);
  expect(remedy).toMatchObject({ atLeast: 0, ways: [{ leaveOut: [], release: [2] }] });
});

test('where breaks can’t be equal it is sought once more with breaks as they come, and nothing is left out', async () => {
  // The first has to wait for its second meeting; who meets the second and third alone has no break.
  const given = fairOf(
    [
      [1, 2],
      [1, 3],
    ],
    { participants: 3, slots: 6, fairness: 0, unavailable: [[], [2, 3, 4, 5, 6], [1, 2, 3, 4, 5]] },
  );
  const { sought, used, solution, remedy } = await searched(given);
  expect(sought).toEqual(['solve', 'leaveOut', 'solve']);
  expect(solution).toMatchObject({ status: 'optimal', breaks: 1 });
  expect(used.fairness).toBe(6);
  expect(check(used, solution.schedule).faults).toEqual([]);
  expect(remedy).toBeNull();
});

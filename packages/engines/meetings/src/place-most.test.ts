import { expect, test } from 'vitest';
import type { Instance } from './index.ts';
import { freeDomains } from './leave-out.ts';
import { placeMost } from './place-most.ts';
import { randomFrom } from './random.ts';
import { possible } from './testing/possible.ts';
import { smallInstance } from './testing/small-instance.ts';

/** An instance in which neither an order nor a fixed slot counts. */
const loose = (given: Instance): Instance => ({
  ...given,
  fairness: given.slots,
  meetings: given.meetings.map((one) => ({ ...one, fixedSlot: null, after: [] })),
});

test('as many meetings are placed as can be, and those that are could all be', () => {
  let some = 0;
  for (let seed = 0; seed < 300; seed++) {
    const given = loose(smallInstance(seed));
    let left: number[] = [];
    let steps = 0;
    placeMost(
      given,
      freeDomains(given, () => true),
      randomFrom(seed),
      {
        found: (leftOut) => {
          left = leftOut;
        },
        goOn: () => ++steps < 10,
      },
    );
    const kept = (without: ReadonlySet<number>): Instance => ({
      ...given,
      meetings: given.meetings.filter((_, at) => !without.has(at)),
    });
    const isPossible = (without: readonly number[]) => possible(kept(new Set(without)));
    expect([seed, left, isPossible(left)]).toEqual([seed, left, true]);
    if (left.length > 0) some++;
    // No way leaves out one fewer.
    const choose = (from: number, size: number): number[][] =>
      size === 0
        ? [[]]
        : given.meetings.flatMap((_, at) =>
            at < from ? [] : choose(at + 1, size - 1).map((rest) => [at, ...rest]),
          );
    if (left.length > 0) expect([seed, choose(0, left.length - 1).some(isPossible)]).toEqual([seed, false]);
  }
  expect(some).toBeGreaterThan(50);
});

test('a hall of 4,000 meetings of which nine who all meet each other have too few slots is placed but for the fewest', () => {
  const random = randomFrom(7);
  const below = (count: number) => Math.floor(random() * count);
  const pairs = new Set<string>();
  for (let one = 1; one <= 9; one++)
    for (let other = one + 1; other <= 9; other++) pairs.add(`${one} ${other}`);
  while (pairs.size < 4000) {
    const [one, other] = [10 + below(490), 10 + below(490)];
    if (one < other) pairs.add(`${one} ${other}`);
  }
  const given: Instance = {
    participants: 500,
    slots: 40,
    morningSlots: 20,
    tables: 120,
    fairness: 40,
    meetings: [...pairs].map((pair, at) => {
      const [a, b] = pair.split(' ').map(Number) as [number, number];
      return { id: at, a, b, session: 'any', fixedSlot: null, after: [] };
    }),
    unavailable: Array.from({ length: 500 }, (_, at) =>
      at < 9 ? Array.from({ length: 32 }, (_one, slot) => slot + 9) : [],
    ),
  };
  let left: number[] = [];
  let steps = 0;
  placeMost(
    given,
    freeDomains(given, () => true),
    randomFrom(1),
    {
      found: (leftOut) => {
        left = leftOut;
      },
      // Four at once at most, of 36 meetings in eight slots.
      goOn: () => left.length !== 4 && ++steps < 10_000,
    },
  );
  expect(left.length).toBe(4);
});

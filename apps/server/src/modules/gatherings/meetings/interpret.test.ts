import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpret } from './interpret.ts';

const meeting = (a: string[], b: string[], slot = 1, table = 1) => ({ slot, table, a, b });

describe('two who meet', () => {
  test('share a language, whatever its script or country, or have said none', () => {
    const { meetings, slots } = interpret(
      [
        meeting(['en', 'zh-CN'], ['zh-Hant-TW', 'ru']),
        meeting([], ['ru'], 1, 2),
        meeting(['zh-CN'], [], 1, 3),
      ],
      [],
    );
    expect(meetings).toEqual([
      { state: 'shared', language: 'zh', between: null },
      { state: 'unknown', language: null, between: null },
      { state: 'unknown', language: null, between: null },
    ]);
    expect(slots).toEqual([]);
  });

  test('have an interpreter of a pair that there is, though they speak others better', () => {
    const { meetings, slots } = interpret(
      [meeting(['zh-CN', 'en'], ['hu', 'ru'])],
      [{ between: ['ru', 'zh'], count: 1 }],
    );
    expect(meetings).toEqual([{ state: 'booked', language: null, between: ['ru', 'zh'] }]);
    expect(slots).toEqual([{ slot: 1, between: ['ru', 'zh'], needed: 1, has: 1 }]);
  });

  test('go without where all of that pair are taken then, the last table first, and not in another slot', () => {
    const { meetings, slots } = interpret(
      [
        meeting(['ru'], ['zh'], 1, 3),
        meeting(['zh'], ['ru'], 1, 1),
        meeting(['zh'], ['ru'], 2, 1),
        meeting(['zh'], ['hu'], 2, 2),
      ],
      [{ between: ['zh', 'ru'], count: 1 }],
    );
    expect(meetings.map(({ state }) => state)).toEqual(['short', 'booked', 'booked', 'short']);
    expect(slots).toEqual([
      { slot: 1, between: ['ru', 'zh'], needed: 2, has: 1 },
      { slot: 2, between: ['hu', 'zh'], needed: 1, has: 0 },
      { slot: 2, between: ['ru', 'zh'], needed: 1, has: 1 },
    ]);
  });

  test('make room for others where another pair does for them, too', () => {
    const { meetings } = interpret(
      [meeting(['zh'], ['ru', 'hu'], 1, 1), meeting(['zh'], ['ru'], 1, 2)],
      [
        { between: ['zh', 'ru'], count: 1 },
        { between: ['hu', 'zh'], count: 1 },
      ],
    );
    expect(meetings).toEqual([
      { state: 'booked', language: null, between: ['hu', 'zh'] },
      { state: 'booked', language: null, between: ['ru', 'zh'] },
    ]);
  });
});

/** As many as can be served, by trying everything. */
function most(choices: readonly (readonly string[])[], places: ReadonlyMap<string, number>): number {
  const [first, ...rest] = choices;
  if (!first) return 0;
  return Math.max(
    most(rest, places),
    ...first
      .filter((key) => (places.get(key) ?? 0) > 0)
      .map((key) => 1 + most(rest, new Map(places).set(key, places.get(key)! - 1))),
  );
}

test('as many have an interpreter as can be, and what is short is exactly what is missing', () => {
  const tongues = fc.uniqueArray(fc.constantFrom('zh', 'ru', 'en', 'hu'), { maxLength: 3 });
  const pairs = [
    ['zh', 'ru'],
    ['en', 'zh'],
    ['hu', 'zh'],
    ['en', 'ru'],
  ] as const;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(tongues, tongues), { maxLength: 7 }),
      fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2)),
      (met, counts) => {
        const interpreters = pairs.flatMap((between, at) =>
          counts[at]! > 0 ? [{ between: [...between] as [string, string], count: counts[at]! }] : [],
        );
        const found = interpret(
          met.map(([a, b], table) => meeting(a, b, 1, table)),
          interpreters,
        );
        const foreign = met.filter(
          ([a, b]) => a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one)),
        );
        const places = new Map(
          interpreters.map(({ between, count }) => [between.toSorted().join(' '), count]),
        );
        const choices = foreign.map(([a, b]) =>
          a.flatMap((one) => b.map((other) => [one, other].toSorted().join(' '))),
        );
        const booked = found.meetings.filter(({ state }) => state === 'booked');
        expect(booked).toHaveLength(most(choices, places));
        const short = found.meetings.filter(({ state }) => state === 'short');
        expect(booked.length + short.length).toBe(foreign.length);
        const missing = found.slots.reduce((sum, { needed, has }) => sum + Math.max(0, needed - has), 0);
        expect(missing).toBe(short.length);
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

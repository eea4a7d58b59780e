import type { Interpreters } from '@jiechuan/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interpretersAsResources, languagesInWords } from './heed-interpreters.ts';
import { interpret } from './interpret.ts';

interface Two {
  a: string[];
  b: string[];
}
const numbered = (met: readonly Two[]) => met.map((two, at) => ({ ...two, id: at + 1 }));

/** Whether some of them, all at once, keep to what resources say. */
const keeps = (resources: ReturnType<typeof interpretersAsResources>, ids: readonly number[]) =>
  resources.every(({ meetings, capacity }) => meetings.filter((id) => ids.includes(id)).length <= capacity);

/** Whether all of them who could be served by anybody are, at one time: by giving out interpreters. */
const served = (met: readonly Two[], interpreters: Interpreters) => {
  const at = (two: Two, table: number) => ({ ...two, slot: 1, table });
  const alone = met.filter((two) => interpret([at(two, 1)], interpreters).meetings[0]!.state !== 'short');
  return interpret(alone.map(at), interpreters).meetings.every(({ state }) => state !== 'short');
};

const tongues = (...of: string[]) => fc.subarray(of, { minLength: 1, maxLength: 2 });
/** Most have no language in common, so that interpreters run short. */
const two = fc.oneof(
  { weight: 6, arbitrary: fc.record({ a: tongues('zh', 'en'), b: tongues('ru', 'hu', 'pl') }) },
  { weight: 1, arbitrary: fc.record({ a: tongues('zh', 'ru', 'en'), b: fc.subarray(['zh', 'ru', 'hu']) }) },
);
const pairs = [
  ['zh', 'ru'],
  ['en', 'ru'],
  ['hu', 'zh'],
  ['hu', 'en'],
  ['pl', 'zh'],
] as const;
const interpreters = fc
  .array(fc.nat(2), { minLength: pairs.length, maxLength: pairs.length })
  .map((counts) =>
    pairs.flatMap((between, at): Interpreters =>
      counts[at]! > 0 ? [{ between: [...between], count: counts[at]! }] : [],
    ),
  );

test('meetings keep to them at once just where interpreters can be given to all who could have one', () => {
  let [kept, broken] = [0, 0];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(two, fc.boolean()), { minLength: 4, maxLength: 12 }),
      interpreters,
      (met, there) => {
        const resources = interpretersAsResources(numbered(met.map(([one]) => one)), there, { tables: 99 });
        const atOnce = met.flatMap(([, isThen], at) => (isThen ? [at + 1] : []));
        const isServed = served(
          atOnce.map((id) => met[id - 1]![0]),
          there,
        );
        expect(keeps(resources, atOnce)).toBe(isServed);
        if (isServed) kept++;
        else broken++;
      },
    ),
    { seed: 3, numRuns: 3000 },
  );
  expect(Math.min(kept, broken)).toBeGreaterThan(300);
});

test('where sets are too many, what can be served keeps to those that are left, and they are few', () => {
  fc.assert(
    fc.property(
      fc.array(two, { maxLength: 12 }),
      interpreters,
      fc.integer({ min: 1, max: 4 }),
      (met, there, most) => {
        const all = numbered(met);
        const resources = interpretersAsResources(all, there, { tables: 99, most });
        expect(resources.length).toBeLessThanOrEqual(most + 1);
        const ids = all.map(({ id }) => id);
        if (served(met, there)) expect(keeps(resources, ids)).toBe(true);
      },
    ),
    { seed: 5, numRuns: 1000 },
  );
});

test('those who nobody can serve, who share a language or have said none are no matter; nor is what cannot run short', () => {
  const there: Interpreters = [
    { between: ['zh', 'ru'], count: 1 },
    { between: ['en', 'zh'], count: 3 },
  ];
  const met = numbered([
    { a: ['zh-CN'], b: ['ru'] },
    { a: ['ru'], b: ['zh-Hant'] },
    { a: ['zh'], b: ['hu'] },
    { a: ['zh', 'ru'], b: ['ru'] },
    { a: [], b: ['ru'] },
    { a: ['zh'], b: ['en'] },
    { a: ['zh'], b: ['ru', 'en'] },
  ]);
  expect(interpretersAsResources(met, there, { tables: 5 })).toEqual([
    { name: 'ru zh', meetings: [1, 2], capacity: 1 },
  ]);
  expect(interpretersAsResources(met, there, { tables: 1 })).toEqual([]);
});

test('their languages are said in words', () => {
  const resource = { name: 'ru zh, hu zh', meetings: [], capacity: 1 };
  expect(languagesInWords(resource, 'en')).toBe('Russian–Chinese or Hungarian–Chinese');
  expect(languagesInWords(resource, 'zh-CN')).toBe('俄语–中文或匈牙利语–中文');
});

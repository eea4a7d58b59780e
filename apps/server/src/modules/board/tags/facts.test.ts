import { emergingFields, getBoardTags } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { continentOf } from '../../../platform/geography/index.ts';
import { beltAndRoad } from './facts/belt-and-road.ts';
import { emergingFieldFacts } from './facts/emerging-fields.ts';
import { inUnits } from './sheets.ts';
import { getTags, onBelt } from './tags.ts';

test('every fact is well formed, with a source and how sure it is; each country and each code stands once', () => {
  expect(getBoardTags.response.safeParse(getTags()).error).toBeUndefined();
  const countries = beltAndRoad.map(({ country }) => country);
  expect(new Set(countries).size).toBe(countries.length);
  const codes = emergingFieldFacts.flatMap(({ hs6 }) => hs6);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^\d{6}$/);
  expect(emergingFieldFacts.map(({ field }) => field).toSorted()).toEqual(emergingFields.toSorted());
});

test('by continent the list of June 2023 has the numbers that were published: 52, 40, 27, 11, 9, 13', () => {
  // Signed later: Jordan, Nauru, Colombia.
  const then = beltAndRoad.filter(({ from }) => from === null);
  const count = (continent: string) =>
    then.filter(({ country }) => continentOf(country) === continent).length;
  // That list counts Cyprus to Europe, M49 to Asia.
  expect([count('AF'), count('AS'), count('EU'), count('OC'), count('SA'), count('NA')]).toEqual([
    52, 41, 26, 11, 9, 13,
  ]);
  expect(then).toHaveLength(152);
});

test('who left counts until it left, who signed later from then on', () => {
  expect([onBelt('IT', '2024-03-22'), onBelt('IT', '2024-03-23')]).toEqual([true, false]);
  expect([onBelt('PA', '2025-05-06'), onBelt('PA', '2025-05-07')]).toEqual([true, false]);
  expect([onBelt('CO', '2025-05-13'), onBelt('CO', '2025-05-14')]).toEqual([false, true]);
  expect([onBelt('HU', '2026-01-01'), onBelt('US', '2026-01-01'), onBelt('CN', '2026-01-01')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('an amount is parted by its digits, never divided', () => {
  expect([
    inUnits(0, 2),
    inUnits(5, 2),
    inUnits(-5, 2),
    inUnits(-123_456, 2),
    inUnits(123, 0),
    inUnits(9_007_199_254_740_991, 2),
    inUnits(1234, 3),
  ]).toEqual(['0.00', '0.05', '-0.05', '-1234.56', '123', '90071992547409.91', '1.234']);
});

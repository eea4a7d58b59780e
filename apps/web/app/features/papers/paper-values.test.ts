import { expect, test } from 'vitest';
import { codesOf, gramsOf, kilogramsOf } from './paper-values.ts';

test('kilograms are typed with a point or a comma, to the gram', () => {
  expect(['275.5', '275,5', '0.001', '12', ' 3.25 '].map(gramsOf)).toEqual([
    275_500, 275_500, 1, 12_000, 3250,
  ]);
  expect(gramsOf(undefined)).toBeNull();
});

test('what isn’t a weight is left for the contract to refuse', () => {
  expect(['1.0005', 'a lot', '-3'].map(gramsOf)).toEqual(['1.0005', 'a lot', '-3']);
});

test('a weight is shown as it was typed', () => {
  for (const typed of ['275.5', '0.001', '12']) expect(kilogramsOf(Number(gramsOf(typed)))).toBe(typed);
});

test('codes of countries are read whatever stands between them', () => {
  expect(codesOf('hu, AT;de → CN')).toEqual(['HU', 'AT', 'DE', 'CN']);
  expect(codesOf(undefined)).toEqual([]);
});

import { tourCities, tourModes } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { cityOfDivision } from '../../../freight/index.ts';
import { cityDivisions, cityPlaces } from './cities.ts';
import { travelTables, travelTimes } from './travel-times.ts';
import { shippedVisas } from './visa-notes.ts';

test('there is a road between any two of 22 cities, and the same time in both directions', () => {
  expect(Object.keys(cityPlaces)).toHaveLength(22);
  for (const from of tourCities.keys())
    for (const to of tourCities.keys()) {
      expect(travelTables.road[from]![to]).toBeGreaterThan(0);
      for (const mode of tourModes) expect(travelTables[mode][from]![to]).toBe(travelTables[mode][to]![from]);
    }
});

test('every row names its source; what is reckoned says so, and what is published names who wrote it', () => {
  for (const row of travelTimes) {
    expect(row.source.title).not.toBe('');
    expect(row.source.url !== null).toBe(row.confidence === 'published');
  }
  const rail = travelTimes.find(
    ({ from, to, mode }) => from === 'chengdu' && to === 'zigong' && mode === 'rail',
  )!;
  expect(rail).toMatchObject({ minutes: 90, confidence: 'published' });
  expect(travelTimes.some(({ from, mode }) => from === 'aba' && mode === 'rail')).toBe(false);
});

test('nothing is faster than its mode can go', () => {
  for (const { from, to, mode, minutes } of travelTimes) {
    const [a, b] = [cityPlaces[from], cityPlaces[to]];
    const km = Math.hypot((a[0] - b[0]) * 111, (a[1] - b[1]) * 96);
    expect((km / minutes) * 60, `${mode} ${from} ${to}`).toBeLessThan(mode === 'road' ? 75 : 220);
  }
});

test('every visa note has its source and its day; a waiver says for how many days', () => {
  for (const [country, { rule, days, source }] of shippedVisas) {
    expect(source.url, country).toMatch(/^https?:/);
    expect(source.date, country).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(days !== null, country).toBe(rule.endsWith('Waiver'));
  }
});

test('a city’s places are those that the freight network sends through it', () => {
  for (const city of tourCities) expect(cityOfDivision(cityDivisions[city].padEnd(6, '0'))).toBe(city);
});

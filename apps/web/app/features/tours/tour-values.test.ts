import { tourInput, tourStopInput, type Tour } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { clockOf, datesOf, minutesOf, stopOf, tourOf } from './tour-values.ts';

test('times of day come back as they were typed', () => {
  for (const minutes of [0, 540, 1439]) expect(minutesOf(clockOf(minutes))).toBe(minutes);
  expect(minutesOf('soon')).toBe('soon');
});

test('a filled form is what the contract takes', () => {
  const tour = tourOf({
    title: 'Tour',
    guests: { name: 'Guests', country: 'HU', language: 'en', visitors: '8', persons: 'Anna\n\nBéla' },
    firstDay: '2027-03-01',
    lastDay: '2027-03-03',
    startCity: 'chengdu',
    endCity: 'chengdu',
    limits: { starts: '08:00', ends: '19:00', maxTravel: '300', maxVisits: '3' },
    meal: { from: '11:30', to: '14:00', minutes: '60' },
    funding: 'guest',
    inviter: 'Us',
  });
  expect(tourInput.parse(tour).guests.persons).toEqual(['Anna', 'Béla']);
  const stop = stopOf({
    name: 'Kiln',
    city: 'zigong',
    minutes: '90',
    weekdays: '12345',
    opens: '09:00',
    closes: '17:00',
    wish: '3',
    languages: ['zh-CN', 'en'],
  });
  expect(tourStopInput.parse(stop)).toMatchObject({ organisationId: null, must: false, samples: null });
});

test('what a form doesn’t ask for stays: further meals, and who of the members the guests are', () => {
  const meal = { from: '11:30', to: '14:00', minutes: '60' };
  const supper = { from: 1080, to: 1200, minutes: 60 };
  const organisationId = '0190a000-0000-7000-8000-000000000002';
  const before = { limits: { meals: [{ from: 690, to: 840, minutes: 60 }, supper] } } as Tour;
  const changed = tourOf({ meal, guests: { organisationId } }, before);
  expect(changed.limits.meals).toEqual([{ from: 690, to: 840, minutes: 60 }, supper]);
  expect(changed.guests.organisationId).toBe(organisationId);
});

test('days are counted over the end of a month', () => {
  expect(datesOf('2027-02-28', '2027-03-01')).toEqual(['2027-02-28', '2027-03-01']);
});

import { tourInput, tourStopInput, type Tour } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import {
  cityOf,
  clockOf,
  datesOf,
  dayTotals,
  interpreterOf,
  minutesOf,
  openPoints,
  stopOf,
  tourOf,
} from './tour-values.ts';

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
    limits: {
      starts: '08:00',
      ends: '21:00',
      maxTravel: '300',
      maxVisits: '3',
      meals: {
        0: { from: '11:30', to: '14:00', minutes: '60' },
        1: { from: '18:00', to: '20:00', minutes: '90' },
        2: { minutes: '60' },
      },
    },
    funding: 'guest',
    inviter: 'Us',
  });
  expect(tourInput.parse(tour).guests.persons).toEqual(['Anna', 'Béla']);
  // A row in which no hour was typed is none.
  expect(tour.limits.meals).toEqual([
    { from: 690, to: 840, minutes: 60 },
    { from: 1080, to: 1200, minutes: 90 },
  ]);
  const stop = stopOf({
    name: 'Kiln',
    city: 'zigong',
    minutes: '90',
    hours: {
      0: { weekdays: '12345', opens: '09:00', closes: '12:00' },
      1: { weekdays: '12345', opens: '14:00', closes: '17:00' },
      2: { weekdays: '12345' },
    },
    wish: '3',
    languages: ['zh-CN', 'en'],
  });
  expect(tourStopInput.parse(stop)).toMatchObject({
    organisationId: null,
    must: false,
    samples: null,
    hours: [
      { weekdays: '12345', opens: 540, closes: 720 },
      { weekdays: '12345', opens: 840, closes: 1020 },
    ],
  });
});

test('a meal of which half is typed is left for the contract to refuse', () => {
  const { meals } = tourOf({ limits: { meals: { 0: { from: '11:30', minutes: '60' } } } }).limits;
  expect(meals).toEqual([{ from: 690, to: undefined, minutes: 60 }]);
});

test('an interpreter without a name is none', () => {
  expect(interpreterOf({ languages: ['zh-CN', 'en'] })).toEqual({ interpreter: null });
  expect(interpreterOf({ name: 'Li Wen', languages: ['zh-CN', 'en'] })).toEqual({
    interpreter: { name: 'Li Wen', contact: null, languages: ['zh-CN', 'en'] },
  });
});

test('a host’s city is known by the code of its place', () => {
  const cities = [
    { city: 'zigong', latitude: 29, longitude: 105, division: '5103' },
    { city: 'chongqing', latitude: 30, longitude: 107, division: '50' },
  ] as const;
  expect(cityOf('510321', [...cities])).toBe('zigong');
  expect(cityOf('500103', [...cities])).toBe('chongqing');
  expect(cityOf('440100', [...cities])).toBeUndefined();
  expect(cityOf(null, [...cities])).toBeUndefined();
});

test('a day’s way and visits are added up', () => {
  const items = [
    {
      kind: 'leg',
      from: 'chengdu',
      to: 'zigong',
      mode: 'rail',
      confidence: 'published',
      start: 480,
      end: 570,
    },
    { kind: 'visit', stopId: 'a', start: 570, end: 660 },
    { kind: 'meal', start: 690, end: 750 },
  ] as const;
  expect(dayTotals({ date: '2027-03-01', from: 'chengdu', to: 'zigong', items: [...items] })).toEqual({
    travel: 90,
    visits: 1,
  });
});

test('what is still open is told once for its kind, and of planned visits alone', () => {
  const stop = (id: string, more: object) => ({
    id,
    organisationId: 'o',
    answer: 'none',
    talk: 'direct',
    ...more,
  });
  const tour = {
    state: 'draft',
    guests: { visitors: 3, persons: ['Anna'] },
    visa: { holds: false },
    plan: {
      days: [
        {
          items: [
            { kind: 'visit', stopId: 'a' },
            { kind: 'visit', stopId: 'b' },
          ],
        },
      ],
      samples: [
        { stopId: 'a', needs: 'coolBox' },
        { stopId: 'a', needs: 'coolBox' },
      ],
    },
    stops: [
      stop('a', { talk: 'nobody' }),
      stop('b', { answer: 'declined' }),
      stop('c', { must: true, talk: 'nobody' }),
      stop('d', { organisationId: null }),
    ],
  } as unknown as Tour;
  expect(openPoints(tour).map(({ what, number }) => [what, number])).toEqual([
    ['mustLeftOut', 1],
    ['notAsked', 1],
    ['declined', 1],
    ['nobodyTalks', 1],
    ['namesMissing', 2],
    ['visaEnds', 1],
    ['cooled', 1],
  ]);
});

test('days are counted over the end of a month', () => {
  expect(datesOf('2027-02-28', '2027-03-01')).toEqual(['2027-02-28', '2027-03-01']);
});

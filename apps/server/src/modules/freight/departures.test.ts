import fc from 'fast-check';
import { expect, test } from 'vitest';
import { departures, type Pattern } from './departures.ts';

const zones = [
  'Asia/Shanghai',
  'Europe/Warsaw',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Sydney',
  'Asia/Kathmandu',
  'Europe/Moscow',
  'Asia/Almaty',
];
const always = { validFrom: '2000-01-01', validUntil: null };
const two = (value: number) => String(value).padStart(2, '0');
const pattern = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    zone: fc.constantFrom(...zones),
  })
  .map(({ weekdays, hour, minute, zone }): Pattern => ({
    weekdays,
    departure: `${two(hour)}:${two(minute)}`,
    zone,
    ...always,
  }));
const instant = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) });

const clocks = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  ]),
);

/** What the clocks of a zone show, by another way than the one under test. */
const localOf = (at: number, zone: string) => {
  const parts = Object.fromEntries(
    clocks
      .get(zone)!
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts['year']}-${parts['month']}-${parts['day']}`;
  return { date, time: `${parts['hour']}:${parts['minute']}`, weekday: new Date(date).getUTCDay() || 7 };
};

/** Local days whose clocks jump over some time: there alone a departure may stand later than its pattern. */
const jumps = (date: string, zone: string): boolean => {
  const noon = Date.parse(date);
  const offset = (at: number) => Date.parse(`${localOf(at, zone).date}T${localOf(at, zone).time}Z`) - at;
  return offset(noon + 86_400_000) > offset(noon - 86_400_000);
};

test('every departure is on a weekday of its pattern, at its hour by the local clock, in summer and in winter', () => {
  fc.assert(
    fc.property(pattern, instant, fc.integer({ min: 1, max: 60 }), (one, from, days) => {
      for (const { date, at } of departures(one, from, from + days * 86_400_000)) {
        const local = localOf(at, one.zone);
        if (local.time !== one.departure) expect(jumps(date, one.zone)).toBe(true);
        else expect(local.date).toBe(date);
        expect(one.weekdays).toContain(new Date(date).getUTCDay() || 7);
      }
    }),
    { numRuns: 500 },
  );
});

test('none is left out: each local day of the pattern inside the window has its departure', () => {
  fc.assert(
    fc.property(pattern, instant, (one, from) => {
      const until = from + 40 * 86_400_000;
      const found = departures(one, from, until).map(({ date }) => date);
      expect(new Set(found).size).toBe(found.length);
      const wanted: string[] = [];
      for (let at = from + 86_400_000; at < until - 86_400_000; at += 6 * 3_600_000) {
        const { date, weekday } = localOf(at, one.zone);
        if (one.weekdays.includes(weekday) && !wanted.includes(date)) wanted.push(date);
      }
      // The first and last local days may lie across the window's edge.
      for (const date of wanted.slice(1, -1)) expect(found).toContain(date);
    }),
    { numRuns: 100 },
  );
});

test('a window split anywhere gives the same departures', () => {
  fc.assert(
    fc.property(
      pattern,
      instant,
      fc.integer({ min: 0, max: 90 * 1440 }),
      fc.integer({ min: 0, max: 90 * 1440 }),
      (one, from, a, b) => {
        const [middle, until] = [from + Math.min(a, b) * 60_000, from + Math.max(a, b) * 60_000];
        expect([...departures(one, from, middle), ...departures(one, middle, until)]).toEqual(
          departures(one, from, until),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test('08:00 in Warsaw is 07:00 UTC before the clocks go forward on 29 March 2026 and 06:00 after', () => {
  const found = departures(
    { weekdays: [6, 7, 1], departure: '08:00', zone: 'Europe/Warsaw', ...always },
    Date.UTC(2026, 2, 28),
    Date.UTC(2026, 2, 31),
  );
  expect(found.map(({ at }) => new Date(at).toISOString())).toEqual([
    '2026-03-28T07:00:00.000Z',
    '2026-03-29T06:00:00.000Z',
    '2026-03-30T06:00:00.000Z',
  ]);
});

test('02:30 is at 03:30 on the night that has none, and the first of two on the night that has two', () => {
  const nights = (from: number) =>
    departures(
      { weekdays: [7], departure: '02:30', zone: 'Europe/Warsaw', ...always },
      from,
      from + 86_400_000 * 2,
    ).map(({ at }) => new Date(at).toISOString());
  expect(nights(Date.UTC(2026, 2, 28))).toEqual(['2026-03-29T01:30:00.000Z']);
  expect(nights(Date.UTC(2026, 9, 24))).toEqual(['2026-10-25T00:30:00.000Z']);
});

test('nothing leaves before the first day of validity, after the last, or in an empty window', () => {
  const daily = { weekdays: [1, 2, 3, 4, 5, 6, 7], departure: '00:30', zone: 'Asia/Shanghai' };
  const dates = (validFrom: string, validUntil: string | null) =>
    departures({ ...daily, validFrom, validUntil }, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 10)).map(
      ({ date }) => date,
    );
  expect(dates('2026-01-05', '2026-01-06')).toEqual(['2026-01-05', '2026-01-06']);
  expect(dates('2026-02-01', null)).toEqual([]);
  expect(dates('2019-01-01', '2025-12-31')).toEqual([]);
  expect(departures({ ...daily, ...always }, 5, 5)).toEqual([]);
});

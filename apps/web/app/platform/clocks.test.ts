import { expect, test } from 'vitest';
import { clockAfter, instantOf, localOf, minuteOf } from './clocks.ts';

const iso = (local: string, zone: string) => new Date(instantOf(local, zone)).toISOString();

test('a local time is the instant at which the place’s clocks show it, in summer, in winter, and across a change', () => {
  expect(iso('2026-12-01T09:30', 'Asia/Shanghai')).toBe('2026-12-01T01:30:00.000Z');
  expect(iso('2026-07-01T09:30', 'Europe/Budapest')).toBe('2026-07-01T07:30:00.000Z');
  expect(iso('2026-12-01T09:30', 'Europe/Budapest')).toBe('2026-12-01T08:30:00.000Z');
  expect(iso('2026-12-01T09:30', 'Asia/Kathmandu')).toBe('2026-12-01T03:45:00.000Z');
  // The night the clocks go back shows this twice, the night they go forward never.
  expect(iso('2026-10-25T02:30', 'Europe/Budapest')).toBe('2026-10-25T00:30:00.000Z');
  expect(localOf(instantOf('2026-03-29T02:30', 'Europe/Budapest'), 'Europe/Budapest')).toBe(
    '2026-03-29T03:30',
  );
  expect(iso('2026-03-28T02:30', 'Europe/Budapest')).toBe('2026-03-28T01:30:00.000Z');
  expect(iso('2026-03-29T03:30', 'Europe/Budapest')).toBe('2026-03-29T01:30:00.000Z');
  expect(instantOf('', 'Asia/Shanghai')).toBeNaN();
  expect(() => instantOf('2026-12-01T09:30', 'Nowhere/At_all')).toThrow(RangeError);
});

test('minutes after a beginning are the clocks’ times, over days and changes of the clocks, and back', () => {
  const beginning = { startsAt: instantOf('2026-10-24T10:00', 'Europe/Budapest'), zone: 'Europe/Budapest' };
  expect(clockAfter(0, beginning)).toBe('10:00');
  // Twenty-five hours of that day later it is the same time.
  expect(clockAfter(25 * 60, beginning)).toBe('+1 10:00');
  for (const minute of [0, 90, 1500, 40_000])
    expect(minuteOf(clockAfter(minute, beginning), beginning)).toBe(minute);
  for (const typed of ['', 'noon', '+9999999999 10:00', '25:99'])
    expect(minuteOf(typed, beginning)).toBeNaN();
});

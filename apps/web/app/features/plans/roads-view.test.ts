import type { PlanHub, PlanLeg, PlanRoad, PlanRoads } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { drawChart, steps } from './road-chart.server.ts';
import { drawRoad } from './road-map.server.ts';
import { viewRoads } from './roads-view.server.ts';
import { seaLane } from './sea-lanes.server.ts';

const hub = (id: string, longitude: number, latitude: number): PlanHub => ({
  id,
  names: { en: id },
  country: 'CN',
  kind: 'city',
  latitude,
  longitude,
  timeZone: 'Asia/Shanghai',
});
const leg = (from: string, to: string, mode: string): PlanLeg => ({
  service: `${from}-${to}`,
  from,
  to,
  mode,
  operator: null,
  departsAt: '2026-12-01T00:00:00.000Z',
  arrivesAt: '2026-12-09T00:00:00.000Z',
  costFen: 100_000,
  co2eGrams: 1000,
  tenthsC: 120,
  confidence: 'published',
  sure: { service: 'published', schedule: 'published', price: 'estimated' },
  source: { title: 'Timetable', citation: null, url: null, date: null },
});
const road = (key: string, change: Partial<PlanRoad> = {}): PlanRoad => ({
  key,
  legs: [0],
  departsAt: '2026-12-01T00:00:00.000Z',
  arrivesAt: '2026-12-09T00:00:00.000Z',
  daysTenths: 80,
  costFen: 1_000_000,
  co2eGrams: 500_000,
  transfers: 0,
  lifeLeftDays: 20,
  daysShort: 0,
  ...change,
});
const hubs = [hub('Chengdu', 104.07, 30.67), hub('Terminal', 104.2, 30.8), hub('Moscow', 37.6, 55.75)];
const roads = (front: PlanRoad[], change: Partial<PlanRoads> = {}): PlanRoads => ({
  hubs,
  legs: [leg('Chengdu', 'Terminal', 'road'), leg('Terminal', 'Moscow', 'rail')],
  front,
  frontSize: front.length,
  beaten: [],
  readable: front.slice(0, 2).map(({ key }) => key),
  chosen: front[0]?.key ?? null,
  leastShort: null,
  reasons: [],
  refusedServices: [],
  life: null,
  ...change,
});

test('the road asked for is shown; without one the chosen, and where none lasts the one that fails least', () => {
  const front = [road('a'), road('b'), road('c', { daysShort: 9, lifeLeftDays: -9 })];
  expect(viewRoads(roads(front), 'b', 'en').shown?.key).toBe('b');
  expect(viewRoads(roads(front), 'nothing', 'en').shown?.key).toBe('a');
  expect(viewRoads(roads(front), null, 'en').shown?.key).toBe('a');
  const none = roads(front, { chosen: null, leastShort: 'c' });
  expect(viewRoads(none, null, 'en').shown?.key).toBe('c');
  expect(viewRoads(roads([], { chosen: null }), null, 'en')).toMatchObject({
    shown: null,
    map: null,
    chart: null,
    legs: [],
  });
});

test('a road asked for by its key can be picked, though it is not among the readable few', () => {
  const view = viewRoads(roads([road('a'), road('b'), road('c'), road('d')]), 'd', 'en');
  expect(view.few.map(({ key }) => key)).toEqual(['a', 'b', 'd']);
  expect(view.chart!.points.map(({ key }) => key)).toEqual(['a', 'b', 'd']);
});

test('a beaten road is looked at by its key, is best at nothing, and stands neither on the chart nor among those to take', () => {
  const view = viewRoads(
    roads([road('rail')], { beaten: [road('sea', { costFen: 1, daysShort: 0 })] }),
    'sea',
    'en',
  );
  expect(view.shown).toMatchObject({ key: 'sea', beaten: true, bests: [] });
  expect(view.few).toMatchObject([{ key: 'rail', beaten: false }]);
  expect(view.beaten).toMatchObject([{ key: 'sea', beaten: true, bests: [] }]);
  expect(view.chart!.points.map(({ key }) => key)).toEqual(['rail']);
});

test('a road is called best only at what it is best at, and only if the goods last on it', () => {
  const front = [
    road('rail', { costFen: 500_000 }),
    road('air', { arrivesAt: '2026-12-03T00:00:00.000Z', costFen: 9_000_000, lifeLeftDays: 27 }),
    road('sea', { costFen: 100_000, daysShort: 12, lifeLeftDays: -12 }),
  ];
  const { few } = viewRoads(roads(front, { readable: ['rail', 'air', 'sea'] }), null, 'en');
  const bests = Object.fromEntries(few.map((one) => [one.key, one.bests]));
  expect(bests['rail']).toContain('cheapest');
  expect(bests['air']).toEqual(expect.arrayContaining(['fastest', 'freshest']));
  expect(bests['sea']).toEqual([]);
});

test('on the chart a longer road stands further right, a dearer one higher, a fresher one larger, a short one crossed', () => {
  const front = [
    road('a', { daysTenths: 30, costFen: 9_000_000, lifeLeftDays: 27, co2eGrams: 9_000_000 }),
    road('b', { daysTenths: 90, costFen: 800_000, lifeLeftDays: 20 }),
    road('c', { daysTenths: 400, costFen: 200_000, lifeLeftDays: -10, daysShort: 10 }),
  ];
  const chart = drawChart(front, new Set(['a', 'b', 'c']))!;
  const [a, b, c] = chart.points as [
    (typeof chart.points)[0],
    (typeof chart.points)[0],
    (typeof chart.points)[0],
  ];
  expect(a.x).toBeLessThan(b.x);
  expect(b.x).toBeLessThan(c.x);
  expect(a.y).toBeLessThan(b.y);
  expect(b.y).toBeLessThan(c.y);
  expect(a.r).toBeGreaterThan(b.r);
  expect(b.r).toBeGreaterThan(c.r);
  expect([a.shade, b.shade]).toEqual([4, 0]);
  expect([a.short, b.short, c.short]).toEqual([false, false, true]);
  for (const { x, y } of chart.points) {
    expect(x).toBeGreaterThanOrEqual(chart.box.left);
    expect(x).toBeLessThanOrEqual(chart.box.right);
    expect(y).toBeGreaterThanOrEqual(chart.box.top);
    expect(y).toBeLessThanOrEqual(chart.box.bottom);
  }
});

test('a single road has a chart too', () => {
  const chart = drawChart([road('only')], new Set(['only']))!;
  expect(chart.points.every(({ x, y, r }) => Number.isFinite(x + y + r))).toBe(true);
});

test.each([
  [2.4, 13.5, [2, 4, 6, 8, 10, 12, 14]],
  [0, 0, [0, 0.2]],
  [8, 8, [8, 10]],
])('an axis from %d to %d counts in steps of a person', (least, most, expected) => {
  expect(steps(least, most)).toEqual(expected);
});

test('on the map the numbers of neighbours keep apart and every name stays inside the frame', () => {
  const drawing = drawRoad(roads([]).legs, new Map(hubs.map((one) => [one.id, one])), 'en')!;
  expect(drawing.stops.map(({ name }) => name)).toEqual(['Chengdu', 'Terminal', 'Moscow']);
  const [first, second] = drawing.stops as [(typeof drawing.stops)[0], (typeof drawing.stops)[0]];
  expect(Math.hypot(first.x - second.x, first.y - second.y)).toBeGreaterThanOrEqual(20);
  for (const { x, y, label } of drawing.stops) {
    for (const place of [{ x, y }, ...(label ? [label] : [])]) {
      expect(place.x).toBeGreaterThan(0);
      expect(place.x).toBeLessThan(drawing.width);
      expect(place.y).toBeGreaterThan(0);
      expect(place.y).toBeLessThan(drawing.height);
    }
  }
  expect(drawing.lines.map(({ mode }) => mode)).toEqual(['road', 'rail']);
});

test('a ship from Qinzhou to Rotterdam is drawn round Asia and not through it; neighbours are joined straight', () => {
  const lane = seaLane([108.6, 21.7], [4.1, 51.9]);
  const passes = (longitude: number, latitude: number) =>
    lane.some(([x, y]) => Math.abs(x - longitude) < 1 && Math.abs(y - latitude) < 1);
  expect(passes(104.4, 1.3)).toBe(true);
  expect(passes(32.5, 29.8)).toBe(true);
  expect(passes(-6, 35.9)).toBe(true);
  expect(seaLane([121.5, 31.2], [121.9, 29.9])).toEqual([]);
});

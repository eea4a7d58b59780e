import { expect, test } from 'vitest';
import { checkPlan, type PlannedDay, type PlannedItem, type Problem } from './index.ts';

const problem: Problem = {
  days: [
    {
      start: 480,
      end: 1080,
      maxTravel: 200,
      maxVisits: 2,
      meals: [{ from: 690, to: 840, minutes: 60 }],
      night: 0,
    },
  ],
  stops: [
    {
      id: 'a',
      place: 0,
      value: 1,
      minutes: 60,
      windows: [{ day: 0, opens: 480, closes: 720 }],
      mandatory: false,
      capacity: 10,
    },
    {
      id: 'b',
      place: 1,
      value: 1,
      minutes: 60,
      windows: [{ day: 0, opens: 780, closes: 960 }],
      mandatory: false,
      capacity: null,
    },
  ],
  visitors: 6,
  start: 0,
  travel: {
    road: [
      [20, 60],
      [60, 20],
    ],
    rail: [
      [null, null],
      [null, null],
    ],
  },
};
const leg = (from: number, to: number, start: number, end: number): PlannedItem => ({
  kind: 'leg',
  from,
  to,
  mode: 'road',
  start,
  end,
});
const visit = (stop: string, start: number): PlannedItem => ({ kind: 'visit', stop, start, end: start + 60 });
const good: PlannedDay = {
  from: 0,
  to: 0,
  items: [
    leg(0, 0, 480, 500),
    visit('a', 500),
    { kind: 'meal', meal: 0, start: 690, end: 750 },
    leg(0, 1, 750, 810),
    visit('b', 810),
    leg(1, 0, 870, 930),
  ],
};
const put = (at: number, item: PlannedItem) => ({ ...good, items: good.items.with(at, item) });

test('a plan that keeps all rules has no fault', () => {
  expect(checkPlan(problem, [good])).toEqual([]);
});

test.each<[string, PlannedDay, Problem?]>([
  ['unknownStop', put(1, visit('z', 500))],
  ['twice', { ...good, items: good.items.toSpliced(2, 0, visit('a', 560)) }],
  ['overlap', put(4, visit('b', 530))],
  ['tooFarApart', put(4, visit('b', 580))],
  ['closed', put(4, visit('b', 930))],
  ['wrongLength', put(1, { kind: 'visit', stop: 'a', start: 500, end: 550 })],
  ['tooManyVisitors', good, { ...problem, visitors: 11 }],
  ['notThere', { ...good, items: good.items.toSpliced(3, 1) }],
  ['impossibleTravel', put(3, leg(0, 1, 750, 790))],
  ['itemsOverlap', put(3, leg(0, 1, 720, 780))],
  ['outsideDay', put(5, leg(1, 0, 1050, 1110))],
  ['missingMeal', { ...good, items: good.items.toSpliced(2, 1) }],
  ['missingMeal', put(2, { kind: 'meal', meal: 0, start: 600, end: 660 })],
  ['tooMuchTravel', good, { ...problem, days: [{ ...problem.days[0]!, maxTravel: 100 }] }],
  ['tooManyVisits', good, { ...problem, days: [{ ...problem.days[0]!, maxVisits: 1 }] }],
  ['wrongNight', { ...good, to: 1 }],
])('found: %s', (what, day, given = problem) => {
  expect(checkPlan(given, [day]).map((fault) => fault.what)).toContain(what);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueBound } from './bound.ts';
import { checkPlan, fixTimes, propose, type PlannedDay, type Problem, type Stop } from './index.ts';
import { groundOf } from './ground.ts';
import { randomFrom } from './random.ts';
import { searchPlan } from './search.ts';
import { exhaustive } from './testing/exhaustive.ts';
import { smallProblem } from './testing/small-problem.ts';

const visitedIn = (days: readonly PlannedDay[]) =>
  days.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'visit' ? [item.stop] : [])));
const travelIn = (days: readonly PlannedDay[]) =>
  days.reduce(
    (sum, { items }) =>
      items.reduce((all, item) => (item.kind === 'leg' ? all + item.end - item.start : all), sum),
    0,
  );
const summary = (problem: Problem, days: readonly PlannedDay[] | null) => {
  if (days === null) return null;
  const stops = visitedIn(days).map((id) => problem.stops.find((stop) => stop.id === id)!);
  return {
    mandatory: stops.filter(({ mandatory }) => mandatory).length,
    value: stops.reduce((sum, { value }) => sum + value, 0),
    travel: travelIn(days),
    late: days.reduce(
      (sum, { items }, day) => sum + day * items.filter(({ kind }) => kind === 'visit').length,
      0,
    ),
  };
};

test.each([
  { stops: 6, days: 1, numRuns: 300 },
  { stops: 4, days: 2, numRuns: 300 },
  { stops: 7, days: 1, numRuns: 60 },
  { stops: 12, least: 12, days: 1, numRuns: 150 },
  { stops: 12, least: 12, days: 2, numRuns: 40 },
])('what is proved is what trying everything finds ($stops stops, $days days)', ({ numRuns, ...most }) => {
  fc.assert(
    fc.property(smallProblem(most), (problem) => {
      const proposal = propose(problem);
      expect(proposal).toMatchObject({ method: 'exact', optimal: true });
      expect(summary(problem, proposal.days)).toEqual(exhaustive(problem));
      if (proposal.days) expect(checkPlan(problem, proposal.days)).toEqual([]);
      const visited = proposal.days ? visitedIn(proposal.days) : [];
      expect([...visited, ...proposal.leftOut.map(({ stop }) => stop)].toSorted()).toEqual(
        problem.stops.map(({ id }) => id).toSorted(),
      );
    }),
    { numRuns, seed: 20 },
  );
});

test('the search keeps all rules, is never better than the proof and never above the bound', () => {
  let same = 0;
  let runs = 0;
  fc.assert(
    fc.property(smallProblem({ stops: 7, days: 2 }), (problem) => {
      const proved = propose(problem);
      const ground = groundOf(
        problem,
        problem.stops.filter(({ capacity }) => (capacity ?? 9) >= problem.visitors),
      );
      const found = searchPlan(ground, { seed: 7, rounds: 20 });
      expect(found === null).toBe(proved.days === null);
      if (!found || !proved.days) return;
      expect(checkPlan(problem, found.days)).toEqual([]);
      const [one, best] = [summary(problem, found.days)!, summary(problem, proved.days)!];
      expect(one.mandatory).toBeLessThanOrEqual(best.mandatory);
      if (one.mandatory === best.mandatory) expect(one.value).toBeLessThanOrEqual(best.value);
      expect(valueBound(ground)).toBeGreaterThanOrEqual(best.value);
      runs++;
      if (one.mandatory === best.mandatory && one.value === best.value) same++;
    }),
    { numRuns: 150, seed: 3 },
  );
  expect(same / runs).toBeGreaterThan(0.9);
});

/** Hosts in a ring of cities, open on week days. */
function tour(count: number, days: number, seed = 5): Problem {
  const random = randomFrom(seed);
  const places = 6;
  const table = Array.from({ length: places }, (_, from) =>
    Array.from({ length: places }, (_none, to) => (from === to ? 20 : 45 + 25 * Math.abs(from - to))),
  );
  return {
    days: Array.from({ length: days }, () => ({
      start: 480,
      end: 1140,
      maxTravel: 300,
      maxVisits: 3,
      meals: [{ from: 690, to: 840, minutes: 60 }],
      night: null,
    })),
    stops: Array.from({ length: count }, (_, at): Stop => {
      const opens = 510 + 30 * Math.floor(random() * 6);
      return {
        id: `h${at}`,
        place: Math.floor(random() * places),
        value: 1 + Math.floor(random() * 5),
        minutes: 60 + 30 * Math.floor(random() * 3),
        windows: Array.from({ length: days }, (_none, day) => ({ day, opens, closes: opens + 420 })),
        mandatory: at === 0,
        capacity: null,
      };
    }),
    visitors: 8,
    start: 0,
    travel: { road: table, rail: table.map((row) => row.map(() => null)) },
  };
}

test('twelve stops over five days are proved', () => {
  const problem = tour(12, 5);
  const proposal = propose(problem);
  expect(proposal).toMatchObject({ method: 'exact', optimal: true, leftOut: [] });
  expect(checkPlan(problem, proposal.days!)).toEqual([]);
});

test('beyond, the same seed gives the same plan, which keeps all rules and states its gap', () => {
  const problem = tour(26, 4);
  const proposal = propose(problem, { rounds: 30 });
  expect(proposal.method).toBe('search');
  expect(checkPlan(problem, proposal.days!)).toEqual([]);
  expect(proposal.value).toBeLessThanOrEqual(proposal.upperBound);
  expect(proposal.value).toBeGreaterThan(proposal.upperBound * 0.8);
  expect(visitedIn(proposal.days!)).toContain('h0');
  expect(propose(problem, { rounds: 30 })).toEqual(proposal);
});

test('who is left out is told why', () => {
  const problem = tour(4, 1);
  const [first, second, third, fourth] = problem.stops as [Stop, Stop, Stop, Stop];
  const proposal = propose({
    ...problem,
    stops: [
      { ...first, capacity: 7 },
      { ...second, windows: [{ day: 0, opens: 1200, closes: 1400 }] },
      { ...third, place: 5, windows: [{ day: 0, opens: 480, closes: 480 + third.minutes }] },
      { ...fourth, place: 0, windows: [{ day: 0, opens: 510, closes: 1100 }] },
    ],
  });
  expect(proposal.leftOut).toEqual([
    { stop: 'h0', why: 'tooManyVisitors' },
    { stop: 'h1', why: 'closed' },
    { stop: 'h2', why: 'outOfReach' },
  ]);
  expect(visitedIn(proposal.days!)).toEqual(['h3']);
});

test('times chosen by hand get their ways and meals, or are refused with the reason', () => {
  const problem = tour(3, 1);
  const open = [{ day: 0, opens: 480, closes: 1140 }];
  const stops = problem.stops.map((stop, place) => ({ ...stop, place, minutes: 90, windows: open }));
  const given = { ...problem, stops };
  const good = fixTimes(given, [
    { stop: 'h0', day: 0, start: 540 },
    { stop: 'h1', day: 0, start: 840 },
  ]);
  expect(good.faults).toEqual([]);
  expect(good.days[0]!.items.map(({ kind }) => kind)).toEqual([
    'leg',
    'visit',
    'leg',
    'meal',
    'visit',
    'leg',
  ]);
  const refused = (first: number, second: number) =>
    fixTimes(given, [
      { stop: 'h0', day: 0, start: first },
      { stop: 'h1', day: 0, start: second },
    ]).faults;
  expect(refused(540, 600)).toEqual([{ what: 'overlap', day: 0, stop: 'h0', other: 'h1' }]);
  expect(refused(540, 640)).toEqual([
    { what: 'tooFarApart', day: 0, stop: 'h0', other: 'h1', needs: 70, has: 10 },
  ]);
  expect(refused(540, 1100)).toMatchObject([{ what: 'closed', stop: 'h1' }]);
  expect(refused(660, 820)).toMatchObject([{ what: 'missingMeal', day: 0, meal: 0 }]);
});

test('a plan that fixes its own times again keeps them', () => {
  fc.assert(
    fc.property(smallProblem({ stops: 5, days: 2 }), (problem) => {
      const { days } = propose(problem);
      if (!days) return;
      const bookings = days.flatMap(({ items }, day) =>
        items.flatMap((item) => (item.kind === 'visit' ? [{ stop: item.stop, day, start: item.start }] : [])),
      );
      const fixed = fixTimes(problem, bookings);
      expect(fixed.faults).toEqual([]);
      expect(visitedIn(fixed.days)).toEqual(visitedIn(days));
    }),
    { numRuns: 100, seed: 11 },
  );
});

// Written from the problem's words alone; it takes nothing from the search, so that it can't share a mistake with it.
import type { Plan, Problem } from './types.ts';

/** What a plan breaks. `stop` and `other` are ids, `day` an index. */
export type Fault =
  | { what: 'unknownStop'; day: number; stop: string }
  | { what: 'twice'; day: number; stop: string }
  | { what: 'overlap'; day: number; stop: string; other: string }
  /** Not enough time to come from one to the other. */
  | { what: 'tooFarApart'; day: number; stop: string; other: string; needs: number; has: number }
  | { what: 'closed'; day: number; stop: string }
  | { what: 'wrongLength'; day: number; stop: string }
  | { what: 'tooManyVisitors'; day: number; stop: string; capacity: number }
  | { what: 'notThere'; day: number; stop: string }
  | { what: 'impossibleTravel'; day: number }
  | { what: 'itemsOverlap'; day: number }
  | { what: 'outsideDay'; day: number }
  | { what: 'missingMeal'; day: number; meal: number }
  | { what: 'tooMuchTravel'; day: number; minutes: number }
  | { what: 'tooManyVisits'; day: number; visits: number }
  | { what: 'wrongNight'; day: number };

/** Every rule that a plan breaks, day by day; none where it can be carried out. */
export function checkPlan(problem: Problem, plan: Plan): Fault[] {
  const faults: Fault[] = [];
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]));
  const seen = new Set<string>();
  if (plan.length !== problem.days.length) faults.push({ what: 'wrongNight', day: plan.length });
  let woke = problem.start;
  for (const [day, planned] of plan.entries()) {
    const rules = problem.days[day];
    if (!rules) break;
    if (planned.from !== woke || (rules.night !== null && planned.to !== rules.night))
      faults.push({ what: 'wrongNight', day });
    woke = planned.to;
    const visits = planned.items
      .filter((item) => item.kind === 'visit')
      .toSorted((one, other) => one.start - other.start);
    for (const { stop: id, start, end } of visits) {
      const stop = stops.get(id);
      if (!stop) {
        faults.push({ what: 'unknownStop', day, stop: id });
        continue;
      }
      if (seen.has(id)) faults.push({ what: 'twice', day, stop: id });
      seen.add(id);
      if (end - start !== stop.minutes) faults.push({ what: 'wrongLength', day, stop: id });
      if (!stop.windows.some((one) => one.day === day && one.opens <= start && end <= one.closes))
        faults.push({ what: 'closed', day, stop: id });
      if (stop.capacity !== null && problem.visitors > stop.capacity)
        faults.push({ what: 'tooManyVisitors', day, stop: id, capacity: stop.capacity });
    }
    for (const [nth, visit] of visits.entries()) {
      const other = visits[nth + 1];
      if (!other) break;
      if (other.start < visit.end) {
        faults.push({ what: 'overlap', day, stop: visit.stop, other: other.stop });
        continue;
      }
      const from = stops.get(visit.stop)?.place;
      const to = stops.get(other.stop)?.place;
      if (from === undefined || to === undefined) continue;
      const needs = shortest(problem, from, to);
      if (other.start - visit.end < needs)
        faults.push({
          what: 'tooFarApart',
          day,
          stop: visit.stop,
          other: other.stop,
          needs,
          has: other.start - visit.end,
        });
    }
    let place = planned.from;
    let time = rules.start;
    let travel = 0;
    let overlaps = false;
    let impossible = false;
    const eaten = new Set<number>();
    for (const item of planned.items) {
      if (item.start < time && item.start >= rules.start) overlaps = true;
      time = Math.max(time, item.end);
      if (item.kind === 'leg') {
        if (item.from !== place) impossible = true;
        const minutes = problem.travel[item.mode][item.from]?.[item.to] ?? null;
        if (minutes === null || item.end - item.start < minutes) impossible = true;
        travel += item.end - item.start;
        place = item.to;
      } else if (item.kind === 'visit') {
        const stop = stops.get(item.stop);
        if (stop && stop.place !== place) {
          faults.push({ what: 'notThere', day, stop: item.stop });
          place = stop.place;
        }
      } else {
        const meal = rules.meals[item.meal];
        if (meal && item.start >= meal.from && item.end <= meal.to && item.end - item.start >= meal.minutes)
          eaten.add(item.meal);
      }
    }
    if (place !== planned.to) impossible = true;
    if (overlaps) faults.push({ what: 'itemsOverlap', day });
    if (impossible) faults.push({ what: 'impossibleTravel', day });
    if (planned.items.some(({ start, end }) => start < rules.start || end > rules.end || end < start))
      faults.push({ what: 'outsideDay', day });
    for (const meal of rules.meals.keys())
      if (!eaten.has(meal)) faults.push({ what: 'missingMeal', day, meal });
    if (travel > rules.maxTravel) faults.push({ what: 'tooMuchTravel', day, minutes: travel });
    if (visits.length > rules.maxVisits) faults.push({ what: 'tooManyVisits', day, visits: visits.length });
  }
  return faults;
}

function shortest(problem: Problem, from: number, to: number): number {
  const ways = Object.values(problem.travel).flatMap((table) => table[from]?.[to] ?? []);
  return ways.length === 0 ? Infinity : Math.min(...ways);
}

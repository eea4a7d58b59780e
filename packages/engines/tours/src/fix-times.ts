import { checkPlan, type Fault } from './check-plan.ts';
import { groundOf } from './ground.ts';
import { orders } from './order.ts';
import type { PlannedDay, PlannedItem, Problem } from './types.ts';

/** A visit as somebody wants it: on this day, from this minute. */
export interface Booking {
  stop: string;
  day: number;
  start: number;
}

/**
 * The days with visits at the times that somebody chose: ways, meals and nights are found for them. Where they can't be, what
 * is wrong with them, visit by visit.
 */
export function fixTimes(
  problem: Problem,
  bookings: readonly Booking[],
): { days: PlannedDay[]; faults: Fault[] } {
  const sorted = bookings.toSorted((one, other) => one.day - other.day || one.start - other.start);
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]));
  const naive = roughly(problem, sorted);
  const plain = checkPlan(problem, naive).filter(({ what }) => ofVisits.has(what));
  if (plain.length > 0) return { days: naive, faults: plain };
  // The doors are open exactly as long as the visit takes.
  const fixed = sorted.map(({ stop: id, day, start }) => {
    const stop = stops.get(id)!;
    return { ...stop, windows: [{ day, opens: start, closes: start + stop.minutes }] };
  });
  const at = new Map(fixed.map(({ id }, index) => [id, index]));
  const order = problem.days.map((_, day) =>
    sorted.flatMap((one) => (one.day === day ? at.get(one.stop)! : [])),
  );
  const days = orders(groundOf(problem, fixed)).write(order);
  if (days) return { days, faults: checkPlan(problem, days) };
  const faults = checkPlan(problem, naive);
  return { days: naive, faults: faults.length > 0 ? faults : [{ what: 'impossibleTravel', day: 0 }] };
}

/** Faults that no way, meal or night could mend. */
const ofVisits = new Set<Fault['what']>([
  'unknownStop',
  'twice',
  'overlap',
  'tooFarApart',
  'closed',
  'tooManyVisitors',
  'tooManyVisits',
]);

/** The visits with the ways between them, each gone as soon as can be, and meals where there is a gap; right or wrong. */
function roughly(problem: Problem, bookings: readonly Booking[]): PlannedDay[] {
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]));
  let place = problem.start;
  return problem.days.map((rules, day) => {
    const from = place;
    const items: PlannedItem[] = [];
    const mine = bookings.filter((one) => one.day === day);
    let time = rules.start;
    let eaten = 0;
    const eat = (until: number) => {
      for (let meal = rules.meals[eaten]; meal; meal = rules.meals[eaten]) {
        const start = Math.max(time, meal.from);
        if (start + meal.minutes > Math.min(meal.to, until)) return;
        items.push({ kind: 'meal', meal: eaten++, start, end: start + meal.minutes });
        time = start + meal.minutes;
      }
    };
    const go = (to: number, latest: number | null) => {
      const ground = quickest(problem, place, to);
      if (!ground) return;
      eat((latest ?? rules.end) - ground.minutes);
      const start = latest === null ? time : Math.max(time, latest - ground.minutes);
      items.push({ kind: 'leg', from: place, to, mode: ground.mode, start, end: start + ground.minutes });
      [place, time] = [to, start + ground.minutes];
    };
    for (const { stop: id, start } of mine) {
      const stop = stops.get(id);
      if (stop) go(stop.place, start);
      items.push({ kind: 'visit', stop: id, start, end: start + (stop?.minutes ?? 0) });
      time = start + (stop?.minutes ?? 0);
    }
    const night = rules.night ?? place;
    if (night !== place) go(night, null);
    eat(rules.end);
    return { from, to: night, items };
  });
}

function quickest(
  problem: Problem,
  from: number,
  to: number,
): { mode: 'road' | 'rail'; minutes: number } | null {
  const road = problem.travel.road[from]?.[to] ?? Infinity;
  const rail = problem.travel.rail[from]?.[to] ?? Infinity;
  if (road === Infinity && rail === Infinity) return null;
  return rail < road ? { mode: 'rail', minutes: rail } : { mode: 'road', minutes: road };
}

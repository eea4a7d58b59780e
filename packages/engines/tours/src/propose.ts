import { valueBound } from './bound.ts';
import { mostExact, solveExactly } from './exact.ts';
import { groundOf } from './ground.ts';
import { searchPlan } from './search.ts';
import type { PlannedDay, Problem, Proposal, Stop, WhyLeftOut } from './types.ts';

/**
 * Proposes which stops to visit when. Up to twelve that could be visited at all it proves that no plan is better; beyond it
 * searches and states how much a better plan could have at most.
 * @param options.rounds how long the search goes on; the same seed and rounds give the same plan
 */
export function propose(problem: Problem, options: { seed?: number; rounds?: number } = {}): Proposal {
  const { seed = 1, rounds = 120 } = options;
  const why = new Map<string, WhyLeftOut>();
  const possible = problem.stops.filter((stop) => {
    const reason = hopeless(problem, stop);
    if (reason) why.set(stop.id, reason);
    return !reason;
  });
  const ground = groundOf(problem, possible);
  const exact = possible.length <= mostExact;
  const found = exact ? solveExactly(ground) : searchPlan(ground, { seed, rounds });
  const days = found?.days ?? null;
  const visited = visitedIn(days ?? []);
  for (const stop of possible)
    if (!visited.has(stop.id))
      why.set(stop.id, days && reachable(problem, stop) ? 'noTimeLeft' : 'outOfReach');
  const value = possible.reduce((sum, stop) => (visited.has(stop.id) ? sum + stop.value : sum), 0);
  const upperBound = exact ? value : Math.max(value, days ? valueBound(ground) : 0);
  return {
    days,
    value,
    upperBound,
    optimal:
      exact || (value >= upperBound && possible.every(({ id, mandatory }) => !mandatory || visited.has(id))),
    method: exact ? 'exact' : 'search',
    leftOut: problem.stops.flatMap(({ id }) => (why.has(id) ? [{ stop: id, why: why.get(id)! }] : [])),
  };
}

export const visitedIn = (days: readonly PlannedDay[]): Set<string> =>
  new Set(days.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'visit' ? [item.stop] : []))));

/** Why a stop can't be visited whatever else is planned; null where nothing speaks against it. */
function hopeless({ days, visitors }: Problem, stop: Stop): WhyLeftOut | null {
  if (stop.capacity !== null && visitors > stop.capacity) return 'tooManyVisitors';
  const open = stop.windows.some(({ day, opens, closes }) => {
    const of = days[day];
    return of !== undefined && Math.min(closes, of.end) - Math.max(opens, of.start) >= stop.minutes;
  });
  return open ? null : 'closed';
}

/** Whether a stop could be visited were it the only one. */
const reachable = (problem: Problem, stop: Stop): boolean =>
  (solveExactly(groundOf(problem, [stop]))?.mask ?? 0) > 0;

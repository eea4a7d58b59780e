import type { LooseClauses } from './clauses.ts';
import { heeding, type Solver } from './loose.ts';
import type { Problem } from './problem.ts';

/**
 * Whether breaks that differ by so little as these would do: nobody can have fewer, so where they differ too much there is no
 * schedule in which everybody has its least.
 */
export const leastIsFair = ({ instance, least }: Problem): boolean =>
  least.reduce((a, b) => Math.max(a, b), 0) - least.reduce((a, b) => Math.min(a, b), Infinity) <=
  instance.fairness;

/**
 * Asks whether everybody can have just its least breaks; such a schedule is a best one. Where the one that is found has too
 * many meetings in some slots, the solver gets the clauses that forbid it there, and is asked again.
 * @returns the schedule, by the order of the instance; false where there is none for sure; null where that is not known
 */
export function askForLeast(
  { instance }: Problem,
  clauses: LooseClauses,
  solver: Solver,
): Int32Array | false | null {
  return heeding(clauses, instance.meetings.length, solver, () => solver.solve([]));
}

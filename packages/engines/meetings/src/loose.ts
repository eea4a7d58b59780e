import type { LooseClauses } from './clauses.ts';

/** A solver that has the clauses, is given more of them and asked whether they can be kept under assumptions. */
export interface Solver {
  /** @param clauses as DIMACS */
  add(clauses: string): void;
  /** @returns null where it gave up */
  solve(assumptions: readonly number[]): boolean | null;
  /** Of a variable in the model found last. */
  value(variable: number): boolean;
}

/**
 * Asks, and where the schedule that is found has too many meetings in some slots, gives the solver the clauses that forbid it there and
 * asks again. A no needs no limits: without them there are only more schedules.
 * @param size how many meetings there are
 * @returns the schedule, by the order of the instance; false where there is none for sure; null where that is not known
 */
export function ask(
  { meaning, limits }: LooseClauses,
  size: number,
  solver: Solver,
  assumptions: readonly number[],
): Int32Array | false | null {
  for (;;) {
    const answer = solver.solve(assumptions);
    if (!answer) return answer;
    const slotOf = new Int32Array(size);
    for (const [variable, { at, slot }] of meaning) if (solver.value(variable)) slotOf[at] = slot;
    const more = limits(slotOf);
    if (more === '') return slotOf;
    if (more === null) return null;
    solver.add(more);
  }
}

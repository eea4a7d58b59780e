import type { CountedClauses } from './clauses.ts';
import { ask, type Solver } from './loose.ts';
import type { Problem } from './problem.ts';
import { breaksOf } from './tables.ts';

/** How many slots in a row are free at first. */
const first = 12;
/** How often more slots are freed after a no, and how often it is then asked to give the break to somebody else. */
const widening = 0.3;
const passing = 0.25;

/**
 * Improves a schedule by large neighbourhoods: all meetings outside some slots in a row, chosen around somebody's break,
 * stay where they are, and a solver is asked whether those inside can be placed with fewer breaks. Where they can't, more
 * slots are freed, up to all of them, so it proves, too, what it can improve no further. What stands in the way is often
 * that one participant has its break just there: then the solver is asked to do with as many, but without that one.
 * @param start a schedule that keeps all rules: slots by the order of the instance; with no more breaks than are counted
 * @param next asked before each question. @returns a better schedule if there is one from elsewhere, false to end
 * @param found called with each schedule better than those before
 * @returns whether the last one found or given is proved to have the fewest breaks
 */
export function improve(
  { instance, could, least }: Problem,
  clauses: CountedClauses,
  solver: Solver,
  random: () => number,
  start: ArrayLike<number>,
  next: () => ArrayLike<number> | boolean,
  found: (slotOf: Int32Array) => void,
): boolean {
  const { slots, meetings } = instance;
  const { meaning, breaks, total } = clauses;
  const below = (count: number) => Math.floor(random() * count);
  const x = could.map(() => new Map<number, number>());
  for (const [variable, { at, slot }] of meaning) x[at]!.set(slot, variable);
  const size = meetings.length;
  const slotOf = Int32Array.from(start);
  let each = breaksOf(instance, slotOf);
  let has = sum(each);
  let width = Math.min(first, slots);
  const take = (schedule: ArrayLike<number>) => {
    slotOf.set(schedule);
    each = breaksOf(instance, slotOf);
    has = sum(each);
  };
  /** A slot in which somebody waits for the next meeting. */
  const pause = (person: number) => {
    const busy = new Set<number>();
    for (const [at, { a, b }] of meetings.entries())
      if (a === person + 1 || b === person + 1) busy.add(slotOf[at]!);
    const idle: number[] = [];
    for (let slot = Math.min(...busy); slot < Math.max(...busy); slot++) if (!busy.has(slot)) idle.push(slot);
    return idle[below(idle.length)]!;
  };
  const fewest = sum(least);
  for (;;) {
    if (has <= fewest) return true;
    const better = next();
    if (better === false) return false;
    if (better !== true && sum(breaksOf(instance, better)) < has) {
      take(better);
      continue;
    }
    const waiting = each.flatMap((count, person) => (count > least[person]! ? [person] : []));
    const person = waiting[below(waiting.length)]!;
    const from = Math.max(1, Math.min(slots - width + 1, pause(person) - below(width)));
    const free = (slot: number) => slot >= from && slot < from + width;
    const kept: number[] = [];
    for (let at = 0; at < size; at++)
      if (!free(slotOf[at]!)) kept.push(x[at]!.get(slotOf[at]!)!);
      else for (const [slot, variable] of x[at]!) if (!free(slot)) kept.push(-variable);
    let answer = ask(clauses, size, solver, [-total[has - 1]!, ...kept]);
    if (answer) {
      take(answer);
      found(answer);
      continue;
    }
    if (answer === false) {
      if (width === slots) return true;
      if (random() < widening) width++;
      if (random() < passing) {
        const others = [-breaks[person]![each[person]! - 1]!];
        if (has < total.length) others.push(-total[has]!);
        answer = ask(clauses, size, solver, [...others, ...kept]);
        if (answer) take(answer);
      }
    }
    if (answer === null) width = Math.max(1, width - 1);
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

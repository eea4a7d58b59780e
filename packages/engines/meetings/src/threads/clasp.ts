import type { ClingoError, ClingoResult } from 'clingo-wasm';
import type { Clauses } from '../clauses.ts';

/** The types of clingo-wasm leave out that witnesses without a model tell a bound, and that clauses have numbers for names. */
export type Witness = { Value?: (string | number)[]; Lower?: number[] };
export type Answer = ClingoResult | ClingoError;

type Run = (
  program: string,
  models: number,
  options: string[],
  onModel: (witness: Witness) => void,
) => Answer;

/**
 * Lets clingo at clauses, in this very thread. They are too long for the way that the package has for programs, which
 * goes over the stack: its own runner gets them as input.
 * @param found called with each model: slots by the order of the instance @param raised called with each bound
 */
export async function solveClauses(
  { text, meaning }: Clauses,
  size: number,
  options: readonly string[],
  found: (slotOf: Int32Array) => void,
  raised: (lower: number[]) => void,
): Promise<Answer> {
  const runner = new URL('run.js', import.meta.resolve('clingo-wasm')).href;
  const { init } = (await import(runner)) as { init: (params: object) => Promise<Run> };
  let at = 0;
  const run = await init({
    // The build for threads is slower and brings nothing to one.
    singleThreaded: true,
    stdin: () => (at < text.length ? text.charCodeAt(at++) : null),
  });
  return run('', 0, ['--mode=clasp', ...options, '/dev/stdin'], ({ Value, Lower }) => {
    if (Value) {
      const slotOf = new Int32Array(size);
      for (const literal of Value) {
        const it = meaning.get(Number(literal));
        if (it) slotOf[it.at] = it.slot;
      }
      found(slotOf);
    }
    if (Lower) raised(Lower);
  });
}

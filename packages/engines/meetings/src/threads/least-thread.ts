import { parentPort, workerData } from 'node:worker_threads';
import { Cadical } from 'cadical-wasm';
import { leastIsFair } from '../bounds.ts';
import { tightClauses } from '../clauses.ts';
import { ask, type Solver } from '../loose.ts';
import type { Problem } from '../problem.ts';
import type { Found } from './search-thread.ts';

/** What the thread is told. */
export interface LeastTask {
  problem: Problem;
  seed: number;
}

/** What it tells at last: a schedule in which everybody has its least breaks, that there is none, or that it gave up. */
export type LeastTold = Found | { none: boolean };

const { problem, seed } = workerData as LeastTask;
const tell = (told: LeastTold) => parentPort!.postMessage(told);

/** Most are found at once; the others sooner by a solver that stays near to what it has. Measured in docs/decisions/0010-meetings.md. */
const ways = [
  { options: {}, conflicts: 2000 },
  { options: { stabilizeonly: true }, conflicts: undefined },
];

async function answer(): Promise<LeastTold> {
  if (!leastIsFair(problem)) return { none: true };
  for (const { options, conflicts } of ways) {
    const made = tightClauses(problem);
    if (!made) break;
    const solver = await Cadical.create({ quiet: true, seed, ...options });
    const add = (clauses: string) => solver.addDimacs(clauses);
    add(made.text);
    for (const variable of made.counted) solver.freeze(variable);
    const asked: Solver = {
      add,
      solve: () => {
        const told = solver.solve(conflicts === undefined ? {} : { conflicts });
        return told === 'unknown' ? null : told === 'satisfiable';
      },
      value: (variable) => solver.value(variable),
    };
    const slotOf = ask(made, problem.instance.meetings.length, asked, []);
    solver.dispose();
    if (slotOf) return { slotOf };
    if (slotOf === false) return { none: true };
  }
  return { none: false };
}

try {
  tell(await answer());
} catch (error) {
  // For want of memory, say. The others go on without it.
  if (!(error instanceof WebAssembly.RuntimeError)) throw error;
  tell({ none: false });
}

import { parentPort, workerData } from 'node:worker_threads';
import { run } from 'clingo-wasm';
import type { Problem } from '../problem.ts';
import { program, type Goal } from '../program.ts';

/** What the thread is told: what `program` takes, and how clingo is to go about it. */
export interface ProofTask {
  problem: Problem;
  goal: Goal;
  /** A schedule to look near to. */
  hint: ArrayLike<number> | null;
  options: string[];
}

/** What it tells: models and proved lower bounds on the way (one number for each level of the goal), at last what is proved. */
export type Told =
  | { atoms: string[] }
  | { lower: number[] }
  | { proved: 'optimal' | 'infeasible' }
  | { proved: 'nothing'; why: string };

/** The types of clingo-wasm leave out that witnesses without a model tell a bound. */
type Witness = { Value?: string[]; Lower?: number[] };

const { problem, goal, hint, options } = workerData as ProofTask;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const tell = (told: Told) => parentPort!.postMessage(told);
const result = await run(program(problem, goal, hint), 0, options, ({ Value, Lower }: Witness) => {
  if (Value) tell({ atoms: Value });
  if (Lower) tell({ lower: Lower });
});
if (result.Result === 'OPTIMUM FOUND') tell({ proved: 'optimal' });
else if (result.Result === 'UNSATISFIABLE') tell({ proved: 'infeasible' });
else tell({ proved: 'nothing', why: result.Result === 'ERROR' ? result.Error : result.Result });

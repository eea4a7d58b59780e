import { parentPort, workerData } from 'node:worker_threads';
import { run } from 'clingo-wasm';
import { clauses } from '../clauses.ts';
import type { Problem } from '../problem.ts';
import { program } from '../program.ts';
import { solveClauses, type Answer, type Witness } from './clasp.ts';

/** What the thread is told: to use `clauses`, or what `program` takes, and how clingo is to go about it. */
export interface ProofTask {
  problem: Problem;
  by: 'program' | 'clauses';
  /** A schedule to look near to. */
  hint: ArrayLike<number> | null;
  options: string[];
}

/** What it tells: models and proved lower bounds on the way (one number for each level of the goal), at last what is proved. */
export type Told =
  | { slotOf: Int32Array }
  | { lower: number[] }
  | { proved: 'optimal' | 'infeasible' }
  | { proved: 'nothing'; why: string };

const { problem, by, hint, options } = workerData as ProofTask;
const tell = (told: Told) => parentPort!.postMessage(told);
const size = problem.instance.meetings.length;

/** Reads the atoms x(M,S). */
function slotsIn(atoms: readonly (string | number)[]): Int32Array {
  const slotOf = new Int32Array(size);
  for (const atom of atoms) {
    const [, place, slot] = /^x\((\d+),(\d+)\)$/.exec(`${atom}`)!;
    slotOf[Number(place)] = Number(slot);
  }
  return slotOf;
}

const hear = ({ Value, Lower }: Witness) => {
  if (Value) tell({ slotOf: slotsIn(Value) });
  if (Lower) tell({ lower: Lower });
};
async function answer(): Promise<Answer> {
  if (by === 'program') return run(program(problem, hint), 0, options, hear);
  const made = clauses(problem);
  if (!made) return { Result: 'ERROR', Error: 'too many clauses' };
  return solveClauses(
    made,
    size,
    options,
    (slotOf) => tell({ slotOf }),
    (lower) => tell({ lower }),
  );
}
const result = await answer();
if (result.Result === 'OPTIMUM FOUND') tell({ proved: 'optimal' });
else if (result.Result === 'UNSATISFIABLE') tell({ proved: 'infeasible' });
else tell({ proved: 'nothing', why: result.Result === 'ERROR' ? result.Error : result.Result });

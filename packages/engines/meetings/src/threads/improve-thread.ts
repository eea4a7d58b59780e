import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Cadical } from 'cadical-wasm';
import { countedClauses } from '../clauses.ts';
import { improve } from '../large-neighbourhood.ts';
import type { Problem } from '../problem.ts';
import { randomFrom } from '../random.ts';
import { breaksOf } from '../tables.ts';
import type { Found } from './search-thread.ts';

/** What the thread is told; later, better schedules from elsewhere as `Found`. */
export interface ImproveTask {
  problem: Problem;
  seed: number;
  /** A schedule that keeps all rules. */
  start: ArrayLike<number>;
}

/** What it tells: that it has its clauses, schedules better than those before, that the last is proved to be best. */
export type Improved = { ready: true } | Found | { proved: 'optimal' };

const { problem, seed, start } = workerData as ImproveTask;
const tell = (told: Improved) => parentPort!.postMessage(told);

/** Conflicts after which a question is given up. */
const conflicts = 4000;

const most = breaksOf(problem.instance, start).reduce((a, b) => a + b, 0);
const made = countedClauses(problem, most);
if (made)
  try {
    const solver = await Cadical.create({ quiet: true });
    const add = (clauses: string) => solver.addDimacs(clauses);
    add(made.text);
    for (const variable of made.counted) solver.freeze(variable);
    tell({ ready: true });
    const proved = improve(
      problem,
      made,
      {
        add,
        solve: (assumptions) => {
          const answer = solver.solve({ assumptions, conflicts });
          return answer === 'unknown' ? null : answer === 'satisfiable';
        },
        value: (variable) => solver.value(variable),
      },
      randomFrom(seed),
      start,
      () => (receiveMessageOnPort(parentPort!) as { message: Found } | undefined)?.message.slotOf ?? true,
      (slotOf) => tell({ slotOf }),
    );
    if (proved) tell({ proved: 'optimal' });
  } catch (error) {
    // For want of memory, say. The others go on without it.
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
  }

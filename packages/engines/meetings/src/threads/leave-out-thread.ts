import { parentPort, workerData } from 'node:worker_threads';
import { run } from 'clingo-wasm';
import { leaveOutProgram } from '../leave-out.ts';
import type { Instance } from '../types.ts';
import type { Witness } from './clasp.ts';
import type { WayTold } from './place-most-thread.ts';

/** What the thread is told. */
export interface LeaveOutTask {
  instance: Instance;
  /** The slots that its meetings could be in: see `freeDomains`. */
  could: readonly (readonly number[])[];
  /** How many ways are asked for. */
  most: number;
}

/** What it tells: the same as the search, and at last whether all is proved. */
export type LeaveOutTold = WayTold | { proved: true } | { proved: false; why: string };

const { instance, could, most } = workerData as LeaveOutTask;
const tell = (told: LeaveOutTold) => parentPort!.postMessage(told);

/** Cores raise the bound until it is met, then all that are as small come; measured in docs/decisions/0010-meetings.md. */
const options = [
  '--opt-mode=optN',
  '--project',
  '--configuration=handy',
  '--opt-strategy=usc,k',
  '--opt-usc-shrink=lin',
];
const hear = ({ Value, Lower }: Witness) => {
  if (Lower) tell({ atLeast: Lower[0]! });
  if (!Value) return;
  const places = (name: string) =>
    Value.flatMap((atom) => {
      const [, its, place] = /^(\w+)\((\d+)\)$/.exec(`${atom}`)!;
      return its === name ? [Number(place)] : [];
    });
  tell({ leaveOut: places('out'), release: places('free') });
};
const result = await run(leaveOutProgram(instance, could), most, options, hear);
if (result.Result === 'OPTIMUM FOUND') tell({ proved: true });
else tell({ proved: false, why: result.Result === 'ERROR' ? result.Error : result.Result });

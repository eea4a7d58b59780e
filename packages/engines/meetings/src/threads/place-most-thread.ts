import { parentPort, workerData } from 'node:worker_threads';
import { fewestByCounting } from '../leave-out.ts';
import { placeMost } from '../place-most.ts';
import { randomFrom } from '../random.ts';
import type { LeaveOutTask } from './leave-out-thread.ts';

/** What it tells, by the place of meetings: a way, or that none leaves out fewer. */
export type WayTold = { leaveOut: number[]; release: number[] } | { atLeast: number };

const { instance, could, most } = workerData as LeaveOutTask;
const tell = (told: WayTold) => parentPort!.postMessage(told);

const atLeast = fewestByCounting(instance, could);
tell({ atLeast });
const { meetings } = instance;
/** Ways that are as small as the smallest. */
let known = new Set<string>();
let fewest = Infinity;
// Of an order among meetings it knows nothing: then the bound is all that it tells.
if (meetings.every(({ after }) => after.length === 0))
  placeMost(
    instance,
    // What is fixed stays: to release it is for the proofs.
    could.map((slots, at) => {
      const fixed = meetings[at]!.fixedSlot;
      return fixed === null ? slots : slots.filter((slot) => slot === fixed);
    }),
    randomFrom(1),
    {
      found: (leftOut) => {
        const way = leftOut.toSorted((one, other) => one - other);
        if (way.length < fewest) known = new Set();
        fewest = way.length;
        if (known.has(way.join()) || known.size === most) return;
        known.add(way.join());
        tell({ leaveOut: way, release: [] });
      },
      goOn: () => fewest > atLeast || known.size < most,
    },
  );

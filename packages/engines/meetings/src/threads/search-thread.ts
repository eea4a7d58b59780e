import { parentPort, workerData } from 'node:worker_threads';
import { searchLocally } from '../local-search.ts';
import type { Problem } from '../problem.ts';
import { randomFrom } from '../random.ts';

/** What the thread is told. */
export interface SearchTask {
  problem: Problem;
  seed: number;
}

/** What it tells: a schedule better than those before. */
export interface Found {
  slotOf: Int32Array;
}

const { problem, seed } = workerData as SearchTask;

/** Between two tellings, ms: in its first second the search finds better ones faster than they could be shown. */
const pause = 100;
let better: Int32Array | undefined;
let told = -Infinity;
const tell = () => {
  if (!better || performance.now() - told < pause) return;
  parentPort!.postMessage({ slotOf: better } satisfies Found);
  better = undefined;
  told = performance.now();
};
searchLocally(
  problem,
  randomFrom(seed),
  () => {
    tell();
    return true;
  },
  (slotOf) => {
    better = slotOf;
  },
);
told = -Infinity;
tell();

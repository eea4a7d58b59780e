import { parentPort, workerData } from 'node:worker_threads';
import { searchLocally } from '../local-search.ts';
import { randomFrom } from '../random.ts';
import type { Instance } from '../types.ts';

/** What the thread is told. */
export interface SearchTask {
  instance: Instance;
  could: number[][];
  seed: number;
}

/** What it tells: a schedule better than those before. */
export interface Found {
  slotOf: Int32Array;
}

const { instance, could, seed } = workerData as SearchTask;
searchLocally(
  instance,
  could,
  randomFrom(seed),
  () => true,
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  (slotOf) => parentPort!.postMessage({ slotOf } satisfies Found),
);

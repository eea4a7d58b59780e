import { Worker } from 'node:worker_threads';
import { freeDomains } from '../leave-out.ts';
import { readInstance, readSchedule } from '../read.ts';
import type { Remedy } from '../types.ts';
import type { LeaveOutTask, LeaveOutTold } from './leave-out-thread.ts';
import type { WayTold } from './place-most-thread.ts';
import { longestWait } from './race.ts';
import { openTo, type ResolveOptions } from './resolve.ts';

export interface LeaveOutOptions extends Pick<ResolveOptions, 'seconds' | 'signal' | 'now'> {
  /** Ways at most. */
  most?: number;
  /** How long all of them are waited for once one is known to be the smallest, s. */
  patience?: number;
}

/**
 * Says what would make an instance possible: as few meetings left out as can be, then as few of the others no longer fixed
 * to their slots. One thread of its own looks for small ways, another proves that nothing less will do; it ends at the latest
 * after `seconds`.
 * @param previous the schedule before, whose meetings up to now stay: see `resolve`
 * @throws InputFault naming what is wrong with the instance or the schedule
 */
export async function leaveOut(
  given: unknown,
  previous: unknown,
  { seconds = 20, signal, now = 0, most = 20, patience = 5 }: LeaveOutOptions = {},
): Promise<Remedy> {
  const began = performance.now();
  const instance = readInstance(given);
  const could = freeDomains(instance, openTo(instance, readSchedule(previous), now));
  const idOf = (place: number) => instance.meetings[place]!.id;
  const { promise, resolve, reject } = Promise.withResolvers<Remedy>();
  let best: Way[] = [];
  let atLeast = 0;
  let waiting: NodeJS.Timeout | undefined;
  const isProved = () => best[0]?.leaveOut.length === atLeast && best[0].release.length === 0;
  const answer = (status: Remedy['status'], ways: readonly Way[], complete: boolean): Remedy => ({
    status,
    ways: ways.map((way) => ({ leaveOut: way.leaveOut.map(idOf), release: way.release.map(idOf) })),
    complete,
    atLeast,
    seconds: (performance.now() - began) / 1000,
  });
  const sofar = () => {
    const status = isProved() ? 'proved' : best.length > 0 ? 'found' : 'unknown';
    resolve(answer(status, best.slice(0, status === 'proved' ? most : 1), false));
  };
  const take = (told: WayTold) => {
    if ('leaveOut' in told) best = smallest(best, inOrder(told));
    else atLeast = Math.max(atLeast, told.atLeast);
    if (!isProved()) return;
    // That nothing has to go is the only way there is.
    if (atLeast === 0) resolve(answer('proved', best, true));
    else if (best.length > most) sofar();
    else waiting ??= setTimeout(sofar, patience * 1000);
  };
  // One more than are asked for, to know whether there are others.
  const task: LeaveOutTask = { instance, could, most: most + 1 };
  const start = <Told>(file: string, hear: (told: Told) => void): Worker => {
    const thread = new Worker(new URL(file, import.meta.url), { workerData: task });
    thread.on('error', reject);
    thread.on('message', hear);
    return thread;
  };
  // What the proof finds counts by itself in the end: it names all.
  let proof: Way[] = [];
  const threads = [
    start<WayTold>('./place-most-thread.ts', take),
    start<LeaveOutTold>('./leave-out-thread.ts', (told) => {
      if ('leaveOut' in told) proof = smallest(proof, inOrder(told));
      if (!('proved' in told)) take(told);
      else if (told.proved) {
        atLeast = proof[0]!.leaveOut.length;
        resolve(answer('proved', proof.slice(0, most), proof.length <= most));
      }
      // Where it gives up, for want of memory, say, the search goes on for the time there is.
    }),
  ];
  const timer = setTimeout(sofar, Math.min(seconds * 1000, longestWait));
  signal?.addEventListener('abort', sofar, { once: true });
  if (signal?.aborted) sofar();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    clearTimeout(waiting);
    signal?.removeEventListener('abort', sofar);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

type Way = Remedy['ways'][number];

/** The ways that are as small as the smallest, once each, with another one. */
function smallest(known: readonly Way[], way: Way): Way[] {
  const [first] = known;
  const less = first
    ? way.leaveOut.length - first.leaveOut.length || way.release.length - first.release.length
    : -1;
  if (less < 0) return [way];
  const key = JSON.stringify;
  return less > 0 || known.some((one) => key(one) === key(way)) ? [...known] : [...known, way];
}

const ascending = (places: readonly number[]) => places.toSorted((one, other) => one - other);
const inOrder = ({ leaveOut: off, release }: Way): Way => ({
  leaveOut: ascending(off),
  release: ascending(release),
});

import { Worker } from 'node:worker_threads';
import { fewestByCounting, freeDomains } from '../leave-out.ts';
import { readInstance, readSchedule } from '../read.ts';
import type { Remedy } from '../types.ts';
import type { LeaveOutTask, LeaveOutTold } from './leave-out-thread.ts';
import { openTo, type ResolveOptions } from './resolve.ts';

/** The one raises bounds until they are met, the other finds ever smaller ways; measured in docs/decisions/0010-meetings.md. */
const strategies = [
  ['--opt-strategy=usc,k', '--opt-usc-shrink=lin'],
  ['--opt-strategy=bb,lin', '--opt-heuristic=sign,model', '--restart-on-model'],
];

export interface LeaveOutOptions extends Pick<ResolveOptions, 'seconds' | 'signal' | 'now'> {
  /** Ways at most. */
  most?: number;
}

/**
 * Says what would make an instance possible: as few meetings left out as can be, then as few of the others no longer fixed
 * to their slots. Threads of its own prove that nothing less will do; it ends at the latest after `seconds`.
 * @param previous the schedule before, whose meetings up to now stay: see `resolve`
 * @throws InputFault naming what is wrong with the instance or the schedule
 */
export async function leaveOut(
  given: unknown,
  previous: unknown,
  { seconds = 20, signal, now = 0, most = 20 }: LeaveOutOptions = {},
): Promise<Remedy> {
  const began = performance.now();
  const instance = readInstance(given);
  const could = freeDomains(instance, openTo(instance, readSchedule(previous), now));
  const idOf = (place: number) => instance.meetings[place]!.id;
  const { promise, resolve, reject } = Promise.withResolvers<Remedy['status']>();
  let best: Remedy['ways'] = [];
  let atLeast = fewestByCounting(instance, could);
  let proving = strategies.length;
  const answer = (status: Remedy['status'], found: Remedy['ways']): Remedy => ({
    status,
    ways: found
      .slice(0, status === 'proved' ? most : 1)
      .map((way) => ({ leaveOut: way.leaveOut.map(idOf), release: way.release.map(idOf) })),
    complete: status === 'proved' && found.length <= most,
    atLeast: status === 'proved' ? found[0]!.leaveOut.length : atLeast,
    seconds: (performance.now() - began) / 1000,
  });
  const sofar = () => resolve(best.length > 0 ? 'found' : 'unknown');
  const threads = strategies.map((options) => {
    // One more than are asked for, to know whether there are others.
    const workerData: LeaveOutTask = { instance, could, most: most + 1, options };
    const thread = new Worker(new URL('./leave-out-thread.ts', import.meta.url), { workerData });
    // Each counts its own: of two that are at it only one names all.
    let mine: Remedy['ways'] = [];
    thread.on('error', reject);
    thread.on('message', (told: LeaveOutTold) => {
      if ('leaveOut' in told) {
        mine = smallest(mine, inOrder(told));
        best = smallest(best, mine[0]!);
      } else if ('atLeast' in told) atLeast = Math.max(atLeast, told.atLeast);
      else if (told.proved) {
        best = mine;
        resolve('proved');
      }
      // For want of memory, say: then the other is waited for.
      else if (--proving === 0) sofar();
    });
    return thread;
  });
  const timer = setTimeout(sofar, seconds * 1000);
  signal?.addEventListener('abort', sofar, { once: true });
  if (signal?.aborted) sofar();
  try {
    return answer(await promise, best);
  } finally {
    clearTimeout(timer);
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

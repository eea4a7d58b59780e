import { Worker } from 'node:worker_threads';
import type { Problem } from '../problem.ts';
import { shortagesIn } from '../resources.ts';
import { breaksOf, movedFrom } from '../tables.ts';
import type { ProofTask, Told } from './prove-thread.ts';
import type { Improved, ImproveTask } from './improve-thread.ts';
import type { LeastTask, LeastTold } from './least-thread.ts';
import type { Found, SearchTask } from './search-thread.ts';

/** The longest that a timer can wait, ms: 24.8 days. Beyond, it would end at once. */
export const longestWait = 2 ** 31 - 1;

/** Meetings moved (0 where none is asked to stay), then breaks: the fewer moved the better, among those the fewer breaks. */
export type Score = readonly [moved: number, breaks: number];

export interface Standing {
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** The best so far, by the order of the instance; null without any. */
  slotOf: ArrayLike<number> | null;
  score: Score | null;
  /** No schedule has a lower score; null where there is none at all. */
  bound: Score | null;
}

export interface RaceOptions {
  /** When to stop with what is there, s. */
  seconds: number;
  signal?: AbortSignal | undefined;
  /** Called with every schedule that is better than those before. */
  onProgress?: ((sofar: Standing) => void) | undefined;
  seed: number;
  /** A schedule that is known to keep all rules. */
  known?: ArrayLike<number> | undefined;
}

/** How clingo goes about the proof, one thread each; measured in docs/decisions/0010-meetings.md. */
interface Way {
  by: ProofTask['by'];
  options: string[];
  /** Looks near to the best schedule, once the search had time to find a good one; again near to a better one later. */
  hinted: boolean;
  /** When it begins after it is known whether all can have their least breaks, s. */
  begins: number;
  /** When it begins though that isn't known, s; without it never. */
  anyway?: number;
}
/**
 * Most can have no breaks but those that each needs by itself, or it is known at once that they can't. Only then is it a matter of
 * cores.
 */
const ways: Way[] = [
  {
    by: 'clauses',
    options: ['--opt-strategy=usc,k', '--opt-usc-shrink=exp', '--configuration=trendy'],
    hinted: false,
    begins: 0,
    anyway: 10,
  },
];
const stayCores = ['--heuristic=Domain', '--opt-strategy=usc,oll', '--opt-usc-shrink=lin'];
const waysToStay: Way[] = [
  { by: 'program', options: stayCores, hinted: false, begins: 0 },
  { by: 'program', options: stayCores, hinted: true, begins: 0.7 },
];

/** How long at least a hinted proof gets before it begins anew near to a better schedule, s. */
const patience = 3;
/**
 * How long the search may take time from the proofs without finding anything better than all have, s. Then large neighbourhoods
 * go on from the best schedule in its place.
 */
const idle = 3;

/**
 * Lets threads at a problem: one looks for schedules, the others prove (clingo). A schedule of one that meets a bound
 * of another is proved to be best. Ends as soon as the answer is proved, at the latest after `seconds` or when stopped.
 */
export async function race(problem: Problem, options: RaceOptions): Promise<Standing> {
  const { instance, could, least, was } = problem;
  const { seconds, signal, onProgress, seed, known } = options;
  const forced = was?.filter((slot, at) => slot > 0 && !could[at]!.includes(slot)).length ?? 0;
  const fewest = sum(least);
  let bound: Score = [forced, fewest];
  if (
    bound[1] === Infinity ||
    instance.meetings.length > instance.slots * instance.tables ||
    shortagesIn(instance, could).length > 0
  )
    return { status: 'infeasible', slotOf: null, score: null, bound: null };
  if (instance.meetings.length === 0) return { status: 'optimal', slotOf: [], score: [0, 0], bound: [0, 0] };

  const { promise, resolve, reject } = Promise.withResolvers<Standing>();
  let best: ArrayLike<number> | null = null;
  let score: Score = [Infinity, Infinity];
  let rest: NodeJS.Timeout | undefined;
  let improver: Worker | undefined;
  /** Asks whether all can have their least. */
  let asking: Worker | undefined;
  const standing = (status: Standing['status']): Standing =>
    best ? { status, slotOf: best, score, bound } : { status, slotOf: null, score: null, bound };
  const proved = () => {
    bound = score;
    resolve(standing('optimal'));
  };
  const take = (slotOf: ArrayLike<number>) => {
    const its: Score = [was ? movedFrom(was, slotOf) : 0, sum(breaksOf(instance, slotOf))];
    if (!less(its, score)) return;
    [best, score] = [slotOf, its];
    improver?.postMessage({ slotOf: Int32Array.from(slotOf) } satisfies Found);
    if (less(bound, score)) onProgress?.(standing('feasible'));
    else proved();
  };
  /** Bounds come one for each level of the goal, the second only with the first one's end. */
  const raise = (levels: readonly number[]) => {
    const told: Score = was ? [levels[0]!, levels[1] ?? bound[1]] : [0, levels[0]!];
    if (less(bound, told)) bound = told;
    if (bound[1] > fewest && asking) {
      void asking.terminate();
      settle();
    }
    if (best && !less(bound, score)) proved();
  };
  const sofar = () => resolve(standing(best ? 'feasible' : 'unknown'));
  const threads: Worker[] = [];
  const those = was ? waysToStay : ways;
  let proving = those.length;
  const start = <Task, Message>(
    file: string,
    task: Task,
    hear: (message: Message) => void,
    fail: (error: unknown) => void = reject,
  ): Worker => {
    const thread = new Worker(new URL(file, import.meta.url), { workerData: task });
    thread.on('message', hear);
    thread.on('error', fail);
    threads.push(thread);
    return thread;
  };
  const timer = setTimeout(sofar, Math.min(seconds * 1000, longestWait));
  signal?.addEventListener('abort', sofar, { once: true });
  if (known) take(known);
  if (signal?.aborted) sofar();
  const timers: NodeJS.Timeout[] = [];
  const prove = ({ by, options: how }: Way, hint: ArrayLike<number> | null): Worker =>
    start<ProofTask, Told>('./prove-thread.ts', { problem, by, hint, options: how }, (told) => {
      if ('slotOf' in told) take(told.slotOf);
      else if ('lower' in told) raise(told.lower);
      else if (told.proved === 'optimal') proved();
      else if (told.proved === 'infeasible')
        resolve({ status: 'infeasible', slotOf: null, score: null, bound: null });
      // For want of memory, say. The search goes on without a proof.
      else if ('why' in told) proving--;
    });
  const begin = (way: Way) => {
    let thread = prove(way, way.hinted ? best : was);
    const anew = (hint: ArrayLike<number> | null, time: number) => {
      const again = () => {
        if (best === hint) timers.push(setTimeout(again, 500));
        else {
          void thread.terminate();
          thread = prove(way, best);
          anew(best, time * 2);
        }
      };
      timers.push(setTimeout(again, time * 1000));
    };
    if (way.hinted) anew(best, patience);
  };
  const begun = new Set<Way>();
  /** What is told while all are being stopped begins nothing any more. */
  let over = false;
  const once = (way: Way) => {
    if (over || begun.has(way)) return;
    begun.add(way);
    begin(way);
  };
  /** It is known, or will not be, whether all can have their least: now the others begin. */
  const settle = () => {
    asking = undefined;
    for (const way of those) timers.push(setTimeout(() => once(way), way.begins * 1000));
  };
  try {
    const search = start<SearchTask, Found>('./search-thread.ts', { problem, seed }, ({ slotOf }) => {
      const had = best;
      take(slotOf);
      if (best !== had) rest?.refresh();
    });
    rest = setTimeout(() => {
      if (!best) rest?.refresh();
      else if (was) {
        if (proving > 0) void search.terminate();
      } else if (!improver)
        improver = start<ImproveTask, Improved>(
          './improve-thread.ts',
          { problem, seed, start: best },
          (told) => {
            if ('slotOf' in told) take(told.slotOf);
            else if ('proved' in told) proved();
            else void search.terminate();
          },
          // It may run out of memory: all else goes on without it.
          () => {},
        );
    }, idle * 1000);
    timers.push(rest);
    if (was) settle();
    else {
      for (const way of those)
        if (way.anyway !== undefined) timers.push(setTimeout(() => once(way), way.anyway * 1000));
      asking = start<LeastTask, LeastTold>('./least-thread.ts', { problem, seed }, (told) => {
        if ('slotOf' in told) take(told.slotOf);
        else if (told.none) raise([fewest + 1]);
        else settle();
      });
    }
    return await promise;
  } finally {
    over = true;
    clearTimeout(timer);
    for (const one of timers) clearTimeout(one);
    signal?.removeEventListener('abort', sofar);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

const less = (one: Score, other: Score): boolean =>
  one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

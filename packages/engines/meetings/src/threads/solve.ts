import { Worker } from 'node:worker_threads';
import { fewestBreaks } from '../bounds.ts';
import { domains } from '../domains.ts';
import type { Goal } from '../program.ts';
import { readInstance } from '../read.ts';
import { breaksOf, seat } from '../tables.ts';
import type { Instance, Solution } from '../types.ts';
import type { ProofTask, Told } from './prove-thread.ts';
import type { Found, SearchTask } from './search-thread.ts';

export interface SolveOptions {
  /** When to stop with what is there, s. */
  seconds?: number;
  /** Stops it early, with what is there. */
  signal?: AbortSignal;
  /** Called with every schedule that is better than those before. */
  onProgress?: (sofar: Solution) => void;
  /** Makes the local search the same again. */
  seed?: number;
}

/** How clingo goes about the proof, one thread each; measured in docs/decisions/0010-meetings.md. */
const ways: { goal: Goal; options: string[] }[] = [
  { goal: 'breaks', options: ['--trans-ext=all', '--opt-strategy=usc,oll', '--opt-usc-shrink=lin'] },
  { goal: 'gaps', options: ['--opt-strategy=usc,oll', '--opt-usc-shrink=lin'] },
];

/** For how long the search may take time from the proofs once it has a schedule, s: what it finds, it finds early. */
const searching = 5;

/**
 * Schedules meetings with as few breaks as can be, in threads of its own: one looks for schedules, the others prove
 * (clingo). Ends as soon as one has proved its answer, at the latest after `seconds` or when it is stopped.
 * @throws InputFault naming what is wrong with the instance
 */
export async function solve(given: unknown, options: SolveOptions = {}): Promise<Solution> {
  const { seconds = 20, signal, onProgress, seed = 1 } = options;
  const began = performance.now();
  const instance = readInstance(given);
  const could = domains(instance);
  const least = fewestBreaks(instance, could);
  const answer = (status: Solution['status'], slotOf: ArrayLike<number> | null, bound: number | null) => ({
    status,
    breaks: slotOf && sum(breaksOf(instance, slotOf)),
    lowerBound: bound,
    schedule: slotOf ? seat(instance, slotOf) : [],
    seconds: (performance.now() - began) / 1000,
  });
  let lowerBound = sum(least);
  if (lowerBound === Infinity || instance.meetings.length > instance.slots * instance.tables)
    return answer('infeasible', null, null);
  if (instance.meetings.length === 0) return answer('optimal', [], 0);

  const { promise, resolve, reject } = Promise.withResolvers<Solution>();
  let best: ArrayLike<number> | null = null;
  let fewest = Infinity;
  const take = (slotOf: ArrayLike<number>) => {
    const breaks = sum(breaksOf(instance, slotOf));
    if (breaks >= fewest) return;
    [best, fewest] = [slotOf, breaks];
    if (breaks <= lowerBound) resolve(answer('optimal', best, breaks));
    else onProgress?.(answer('feasible', best, lowerBound));
  };
  const raise = (bound: number) => {
    if (bound <= lowerBound) return;
    lowerBound = bound;
    if (fewest <= bound) resolve(answer('optimal', best, fewest));
  };
  const sofar = () => resolve(answer(best ? 'feasible' : 'unknown', best, lowerBound));
  const threads: Worker[] = [];
  let proving = ways.length;
  const start = <Task, Message>(file: string, task: Task, hear: (message: Message) => void): Worker => {
    const thread = new Worker(new URL(file, import.meta.url), { workerData: task });
    thread.on('message', hear);
    thread.on('error', reject);
    threads.push(thread);
    return thread;
  };
  const timer = setTimeout(sofar, seconds * 1000);
  signal?.addEventListener('abort', sofar, { once: true });
  if (signal?.aborted) sofar();
  let rest: NodeJS.Timeout | undefined;
  try {
    const search = start<SearchTask, Found>('./search-thread.ts', { instance, could, seed }, ({ slotOf }) =>
      take(slotOf),
    );
    rest = setTimeout(() => {
      if (best && proving > 0) void search.terminate();
    }, searching * 1000);
    for (const { goal, options: how } of ways)
      start<ProofTask, Told>('./prove-thread.ts', { instance, could, least, goal, options: how }, (told) => {
        if ('atoms' in told) take(slotsIn(told.atoms, instance));
        else if ('lower' in told) raise(told.lower.at(-1)!);
        else if (told.proved === 'optimal') resolve(answer('optimal', best, fewest));
        else if (told.proved === 'infeasible') resolve(answer('infeasible', null, null));
        // For want of memory, say. The search goes on without a proof; without either there is nothing to wait for.
        else if ('why' in told && --proving === 0 && !best) reject(new Error(told.why));
      });
    return await promise;
  } finally {
    clearTimeout(timer);
    clearTimeout(rest);
    signal?.removeEventListener('abort', sofar);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Reads the atoms x(M,S). */
function slotsIn(atoms: readonly string[], { meetings }: Instance): Int32Array {
  const slotOf = new Int32Array(meetings.length);
  for (const atom of atoms) {
    const [, place, slot] = /^x\((\d+),(\d+)\)$/.exec(atom)!;
    slotOf[Number(place)] = Number(slot);
  }
  return slotOf;
}

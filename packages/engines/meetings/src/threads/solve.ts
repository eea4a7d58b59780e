import { fewestBreaks } from '../bounds.ts';
import { domains } from '../domains.ts';
import { readInstance } from '../read.ts';
import { seat } from '../tables.ts';
import type { Solution } from '../types.ts';
import { race, type Standing } from './race.ts';

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

/**
 * Schedules meetings with as few breaks as can be, in threads of its own. Ends as soon as the answer is proved, at the
 * latest after `seconds` or when it is stopped.
 * @throws InputFault naming what is wrong with the instance
 */
export async function solve(given: unknown, options: SolveOptions = {}): Promise<Solution> {
  const { seconds = 20, signal, onProgress, seed = 1 } = options;
  const began = performance.now();
  const instance = readInstance(given);
  const could = domains(instance);
  const answer = ({ status, slotOf, score, bound }: Standing): Solution => ({
    status,
    breaks: score && score[1],
    lowerBound: bound && bound[1],
    schedule: slotOf ? seat(instance, slotOf) : [],
    seconds: (performance.now() - began) / 1000,
  });
  return answer(
    await race(
      { instance, could, least: fewestBreaks(instance, could), was: null },
      { seconds, signal, seed, onProgress: onProgress && ((sofar) => onProgress(answer(sofar))) },
    ),
  );
}

export { leaveOut, type LeaveOutOptions } from './leave-out.ts';
export { resolve, type ResolveOptions } from './resolve.ts';

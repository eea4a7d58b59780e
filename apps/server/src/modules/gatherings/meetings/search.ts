import type { Booking, Instance, Remedy, Resolution, Solution } from '@jiechuan/meetings';
import { leaveOut, resolve, solve } from '@jiechuan/meetings/solve';

/** Ways that are named at most, and meetings in one of them that anybody would read. */
const [mostWays, mostInWay] = [20, 50];

export interface SearchOptions {
  /** For one search at most, and for what would make it possible. */
  seconds: number;
  /** Slots that have begun. */
  now: number;
  /** Meetings that stand. */
  previous: readonly Booking[];
  /** With as few of these moved as can be. */
  isAgain: boolean;
  onProgress: (sofar: Solution) => void;
}

/** What came of a search. */
export interface Found {
  /** As it was sought: breaks may differ by more than was asked for. */
  used: Instance;
  solution: Solution;
  /** Of a search that was to move as few meetings as can be. */
  resolution: Resolution | null;
  /** Where no schedule was found, what would make one possible; null where nothing has to be left out or released. */
  remedy: Remedy | null;
}

/** Those that search; a test counts how often. */
const searchers = { solve, resolve, leaveOut };

/**
 * Seeks a schedule with equal breaks. Where none is found, in half of the time or because there is none, what would make
 * one possible is sought next, to which breaks are no matter: only if nothing has to go was it for their sake, and then it
 * is sought once more with breaks as they come.
 */
export async function search(
  instance: Instance,
  { seconds, now, previous, isAgain, onProgress }: SearchOptions,
  by: typeof searchers = searchers,
): Promise<Found> {
  let isFound = false;
  const hear = (sofar: Solution) => {
    isFound ||= sofar.breaks !== null;
    onProgress(sofar);
  };
  const seek = async (
    used: Instance,
    time: { seconds: number; signal?: AbortSignal },
  ): Promise<Omit<Found, 'remedy'>> => {
    if (!isAgain && now === 0)
      return { used, solution: await by.solve(used, { ...time, onProgress: hear }), resolution: null };
    const resolution = await by.resolve(used, previous, {
      ...time,
      now,
      onProgress: (sofar) => hear(solutionOf(sofar)),
    });
    return { used, solution: solutionOf(resolution), resolution: isAgain ? resolution : null };
  };
  const inVain = new AbortController();
  const half = setTimeout(() => !isFound && inVain.abort(), seconds * 500);
  const equal = await seek(instance, { seconds, signal: inVain.signal });
  clearTimeout(half);
  if (equal.solution.breaks !== null) return { ...equal, remedy: null };
  const remedy = readable(await by.leaveOut(instance, previous, { seconds, now, most: mostWays }));
  if (remedy && isImpossible(remedy)) return { ...equal, remedy };
  const loose = { ...instance, fairness: instance.slots };
  const found = await seek(loose, { seconds: inVain.signal.aborted ? seconds / 2 : seconds });
  return { ...found, remedy: found.solution.breaks === null ? remedy : null };
}

/** Of which something has to be left out or released can’t be as it is, also where no search proved it. */
export const isImpossible = ({ status, atLeast }: Remedy): boolean => status === 'proved' || atLeast > 0;

/** A way as far as anybody would read it; null where nothing has to be left out or released. */
function readable(remedy: Remedy): Remedy | null {
  const size = ({ leaveOut: off, release }: Remedy['ways'][number]) => off.length + release.length;
  const [first] = remedy.ways;
  if (first && size(first) === 0) return null;
  return first && size(first) > mostInWay ? { ...remedy, ways: [], complete: false } : remedy;
}

const solutionOf = ({ status, breaks, lowerBound, schedule, seconds }: Resolution): Solution => ({
  status,
  breaks,
  lowerBound: lowerBound && lowerBound.breaks,
  schedule,
  seconds,
});

import { modes, type Day, type Mode, type Problem, type Stop } from './types.ts';

/** A problem made ready: the quickest way from each place to each, opening hours by day. */
export interface Ground {
  problem: Problem;
  days: readonly Day[];
  stops: readonly Stop[];
  places: number;
  /** Minutes by `from * places + to`, Infinity where nothing goes. */
  quickest: Float64Array;
  modeOf: (Mode | null)[];
  /** By day and stop: opening hours, the earliest first. */
  open: (readonly { opens: number; closes: number }[])[][];
  /** Places where a night may be. */
  nights: readonly number[];
  /** What a stop counts: a mandatory one more than all others together. */
  weight: readonly number[];
}

/** @param stops those that are to be planned; their order is the order of all indices */
export function groundOf(problem: Problem, stops: readonly Stop[]): Ground {
  const places = problem.travel.road.length;
  const quickest = new Float64Array(places * places).fill(Infinity);
  const modeOf: (Mode | null)[] = Array.from({ length: places * places }, () => null);
  for (const mode of modes)
    for (let from = 0; from < places; from++)
      for (let to = 0; to < places; to++) {
        const minutes = problem.travel[mode][from]?.[to] ?? null;
        if (minutes === null || minutes >= quickest[from * places + to]!) continue;
        quickest[from * places + to] = minutes;
        modeOf[from * places + to] = mode;
      }
  const more = stops.reduce((sum, { value }) => sum + value, 1);
  return {
    problem,
    days: problem.days,
    stops,
    places,
    quickest,
    modeOf,
    open: problem.days.map((_, day) =>
      stops.map(({ windows }) =>
        windows
          .filter((one) => one.day === day)
          .toSorted((one, other) => one.opens - other.opens || one.closes - other.closes),
      ),
    ),
    nights: [
      ...new Set([
        problem.start,
        ...problem.stops.map(({ place }) => place),
        ...problem.days.flatMap(({ night }) => night ?? []),
      ]),
    ],
    weight: stops.map(({ value, mandatory }) => (mandatory ? value + more : value)),
  };
}

/** Places where this day may end. */
export const nightsOf = ({ days, nights }: Ground, day: number): readonly number[] =>
  days[day]!.night === null ? nights : [days[day]!.night];

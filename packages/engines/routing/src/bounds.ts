import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';

/** Numbers of one place: arrival, cost, decay, co2e, legs. */
export const width = 5;

/**
 * The least of each criterion that any way on needs, from every place of the timetable; each exact by itself.
 *
 * For a hub's place p (a departure and all later ones), over all ways that go on from p to the target:
 * `least[p]` = [earliest arrival, min(cost + waitCost × departure), min(decay + waitDecay × departure), min co2e, min legs].
 * So cargo that came at minute t pays at least `least[p][1] − waitCost × t` more. Departures are read from the last
 * to the first, and each leg looks at the place where one goes on after it, which was read before: one pass,
 * O(legs). Only legs of no duration between hubs of no transfer time may lead to a place of the same minute; their
 * minute is read again until nothing gets less.
 *
 * Neither the hubs already visited nor the limits are looked at, so the numbers are bounds from below.
 */
export interface Bounds {
  least: Float64Array;
  /**
   * The same for the leg of a place alone; of a leg that ends at the target, what it adds. Infinity where the target
   * can't be reached by it, or the query doesn't allow it.
   */
  via: Float64Array;
  /** The first leg that doesn't leave before the cargo is ready. */
  first: number;
  /** The first place at the start from which the cargo can leave. */
  source: number;
  /** The place behind the last departure from the start. */
  sourceEnd: number;
  /** The bounds of ways that arrive by a deadline; each slot holds those of one deadline. */
  within(deadline: number, slot: number): Float64Array;
}

/** Makes a function that finds the bounds of one query after another in the same memory: what it gave is void at the next call. */
export function boundsFinder(network: Prepared): (request: Request) => Bounds {
  const { from, to, depart, arrive, co2e, place, next, legOf, instant, origin } = network;
  const { boardCost, boardDecay, rideCost, rideDecay, firstPlace } = network;
  const count = from.length;
  const all = new Float64Array(width * legOf.length).fill(Infinity);
  const via = new Float64Array(width * legOf.length).fill(Infinity);

  const byDeadline: Float64Array[] = [];

  /** Reads a leg into bounds; says whether its place got less than it was. */
  const read = (leg: number, request: Request, latest: number, least: Float64Array): boolean => {
    const start = from[leg]!;
    const end = to[leg]!;
    const at = width * place[leg]!;
    const later = at + width;
    let arrival = Infinity;
    let costs = Infinity;
    let decays = Infinity;
    let emissions = Infinity;
    let legs = Infinity;
    if (
      start !== request.to &&
      start !== end &&
      end !== request.from &&
      request.avoidLeg[origin[leg]!] === 0 &&
      request.avoidHub[end] === 0 &&
      arrive[leg]! <= latest
    ) {
      if (end === request.to) {
        arrival = arrive[leg]!;
        costs = boardCost[leg]!;
        decays = boardDecay[leg]!;
        emissions = co2e[leg]!;
        legs = 1;
      } else {
        const on = width * next[leg]!;
        arrival = least[on]!;
        costs = rideCost[leg]! + least[on + 1]!;
        decays = rideDecay[leg]! + least[on + 2]!;
        emissions = co2e[leg]! + least[on + 3]!;
        legs = 1 + least[on + 4]!;
      }
    }
    if (least === all) {
      via[at] = arrival;
      via[at + 1] = costs;
      via[at + 2] = decays;
      via[at + 3] = emissions;
      via[at + 4] = legs;
    }
    arrival = Math.min(arrival, least[later]!);
    costs = Math.min(costs, least[later + 1]!);
    decays = Math.min(decays, least[later + 2]!);
    emissions = Math.min(emissions, least[later + 3]!);
    legs = Math.min(legs, least[later + 4]!);
    const less =
      arrival < least[at]! ||
      costs < least[at + 1]! ||
      decays < least[at + 2]! ||
      emissions < least[at + 3]! ||
      legs < least[at + 4]!;
    least[at] = arrival;
    least[at + 1] = costs;
    least[at + 2] = decays;
    least[at + 3] = emissions;
    least[at + 4] = legs;
    return less;
  };

  /** Reads the legs from the last that can count back to the first that leaves when the cargo is ready. */
  const readAll = (
    request: Request,
    first: number,
    end: number,
    latest: number,
    least: Float64Array,
  ): void => {
    for (let last = end - 1; last >= first;) {
      let begin = last;
      let again = instant[last] === 1;
      while (begin > first && depart[begin - 1] === depart[last]) again = instant[--begin] === 1 || again;
      // What an earlier query left behind mustn't be taken for this one's.
      if (again)
        for (let leg = begin; leg <= last; leg++)
          least.fill(Infinity, width * place[leg]!, width * place[leg]! + width);
      do {
        let less = false;
        for (let leg = last; leg >= begin; leg--) less = read(leg, request, latest, least) || less;
        again &&= less;
      } while (again);
      last = begin - 1;
    }
  };

  const legsBefore = (minute: number): number => firstFrom(count, (leg) => depart[leg]!, minute);

  return (request) => {
    const first = legsBefore(request.readyAt);
    readAll(request, first, count, request.latestArrival, all);
    const row = firstPlace[request.from]!;
    const sourceEnd = firstPlace[request.from + 1]! - 1;
    const source = row + firstFrom(sourceEnd - row, (at) => depart[legOf[row + at]!]!, request.readyAt);
    const within = (deadline: number, slot: number): Float64Array => {
      const least = (byDeadline[slot] ??= new Float64Array(all.length));
      least.fill(Infinity);
      const latest = Math.min(deadline, request.latestArrival);
      readAll(request, first, legsBefore(latest + 1), latest, least);
      return least;
    };
    return { least: all, via, first, source, sourceEnd, within };
  };
}

/** The first of `count` indices whose departure isn't before `minute`. */
function firstFrom(count: number, departure: (index: number) => number, minute: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (departure(middle) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

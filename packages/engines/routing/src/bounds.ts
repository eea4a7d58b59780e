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
  /** 1 for a leg from which the target can be reached, and which the query allows. */
  useful: Uint8Array;
  /** The first leg in the order of departure that leaves when the cargo is ready. */
  first: number;
}

/** Makes a function that finds the bounds of one query after another in the same memory: what it gave is void at the next call. */
export function boundsFinder(network: Prepared): (request: Request) => Bounds {
  const { from, to, depart, arrive, cost, decay, co2e, place, next, legOf, waitCost, waitDecay, instant } =
    network;
  const count = from.length;
  const least = new Float64Array(width * legOf.length).fill(Infinity);
  const useful = new Uint8Array(count);

  /** Reads a leg; says whether its place got less than it was. */
  const read = (leg: number, request: Request): boolean => {
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
      request.avoidLeg[leg] === 0 &&
      request.avoidHub[end] === 0 &&
      arrive[leg]! <= request.latestArrival
    ) {
      const departure = depart[leg]!;
      if (end === request.to) {
        arrival = arrive[leg]!;
        costs = cost[leg]! + waitCost[start]! * departure;
        decays = decay[leg]! + waitDecay[start]! * departure;
        emissions = co2e[leg]!;
        legs = 1;
      } else {
        const on = width * next[leg]!;
        arrival = least[on]!;
        costs = cost[leg]! + waitCost[start]! * departure + least[on + 1]! - waitCost[end]! * arrive[leg]!;
        decays =
          decay[leg]! + waitDecay[start]! * departure + least[on + 2]! - waitDecay[end]! * arrive[leg]!;
        emissions = co2e[leg]! + least[on + 3]!;
        legs = 1 + least[on + 4]!;
      }
    }
    useful[leg] = arrival <= request.latestArrival && arrival < Infinity ? 1 : 0;
    if (useful[leg] === 0) arrival = costs = decays = emissions = legs = Infinity;
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

  return (request) => {
    const first = firstFrom(depart, request.readyAt);
    for (let last = count - 1; last >= first;) {
      let begin = last;
      let again = instant[last] === 1;
      while (begin > first && depart[begin - 1] === depart[last]) again = instant[--begin] === 1 || again;
      // What an earlier query left behind mustn't be taken for this one's.
      if (again)
        for (let leg = begin; leg <= last; leg++)
          least.fill(Infinity, width * place[leg]!, width * place[leg]! + width);
      do {
        let less = false;
        for (let leg = last; leg >= begin; leg--) less = read(leg, request) || less;
        again &&= less;
      } while (again);
      last = begin - 1;
    }
    return { least, useful, first };
  };
}

/** The first index whose departure isn't before `minute`. */
export function firstFrom(depart: Float64Array, minute: number): number {
  let low = 0;
  let high = depart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (depart[middle]! < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
  /** Four numbers a place to work with. */
  room: Float64Array;
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
  const { from, to, depart, arrive, co2e, place, next, legOf, instant, instantMinute, origin } = network;
  const { boardCost, boardDecay, rideCost, rideDecay, firstPlace, minTransfer } = network;
  const count = from.length;
  const all = new Float64Array(width * legOf.length).fill(Infinity);
  const via = new Float64Array(width * legOf.length).fill(Infinity);

  const room = new Float64Array(4 * legOf.length);
  const reached = new Float64Array(network.hubIds.length);
  const byDeadline: Float64Array[] = [];

  /** Reads legs, the last first, into bounds; says whether a place got less than it was. */
  const read = (
    request: Request,
    begin: number,
    last: number,
    latest: number,
    least: Float64Array,
  ): boolean => {
    const { avoidLeg, avoidHub } = request;
    const target = request.to;
    const source = request.from;
    const fill = least === all;
    let less = false;
    for (let leg = last; leg >= begin; leg--) {
      const start = from[leg]!;
      if (depart[leg]! < reached[start]!) continue;
      const end = to[leg]!;
      const at = width * place[leg]!;
      const later = at + width;
      let arrival = Infinity;
      let costs = Infinity;
      let decays = Infinity;
      let emissions = Infinity;
      let legs = Infinity;
      if (
        start !== target &&
        start !== end &&
        end !== source &&
        avoidLeg[origin[leg]!] === 0 &&
        avoidHub[end] === 0 &&
        arrive[leg]! <= latest
      ) {
        if (end === target) {
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
      if (fill) {
        via[at] = arrival;
        via[at + 1] = costs;
        via[at + 2] = decays;
        via[at + 3] = emissions;
        via[at + 4] = legs;
      }
      if (least[later]! < arrival) arrival = least[later]!;
      if (least[later + 1]! < costs) costs = least[later + 1]!;
      if (least[later + 2]! < decays) decays = least[later + 2]!;
      if (least[later + 3]! < emissions) emissions = least[later + 3]!;
      if (least[later + 4]! < legs) legs = least[later + 4]!;
      less ||=
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
    }
    return less;
  };

  /**
   * From when on each hub can be left, read from the first departure to the last. What leaves before is never boarded:
   * its bounds are left as they are, and nobody looks at them.
   */
  const reach = (request: Request, first: number): void => {
    reached.fill(Infinity);
    reached[request.from] = request.readyAt;
    for (let leg = first; leg < count;) {
      let end = leg + 1;
      let again = instant[leg] === 1;
      for (; end < count && depart[end] === depart[leg]; end++) again = instant[end] === 1 || again;
      do {
        let sooner = false;
        for (let at = leg; at < end; at++) {
          if (depart[at]! < reached[from[at]!]!) continue;
          const ready = arrive[at]! + minTransfer[to[at]!]!;
          if (ready >= reached[to[at]!]!) continue;
          reached[to[at]!] = ready;
          sooner = true;
        }
        again &&= sooner;
      } while (again);
      leg = end;
    }
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
      // Minutes without a leg of no duration are read in one go.
      let begin = last + 1;
      while (begin > first && instantMinute[begin - 1] === 0) begin--;
      read(request, begin, last, latest, least);
      last = begin - 1;
      if (last < first) break;
      while (begin > first && depart[begin - 1] === depart[last]) begin--;
      // What an earlier query left behind mustn't be taken for this one's.
      for (let leg = begin; leg <= last; leg++)
        least.fill(Infinity, width * place[leg]!, width * place[leg]! + width);
      while (read(request, begin, last, latest, least));
      last = begin - 1;
    }
  };

  const legsBefore = (minute: number): number => firstFrom(count, (leg) => depart[leg]!, minute);

  return (request) => {
    const first = legsBefore(request.readyAt);
    reach(request, first);
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
    return { least: all, via, room, first, source, sourceEnd, within };
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

import { floats } from './memory.ts';
import { figure, figureRow, link, linkRow, type Legs } from './prepare.ts';
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
   * can't be reached by it.
   */
  via: Float64Array;
}

/** The bounds of legs all of which the query allows (`roughlyOpen`). */
export function boundsOf({ count, links, figures, legOf }: Legs, { to: target }: Request): Bounds {
  const least = floats(width * legOf.length, Infinity);
  const via = floats(width * legOf.length, Infinity);

  /** Reads a leg; says whether its place got less than it was. */
  const read = (leg: number): boolean => {
    const l = linkRow * leg;
    const f = figureRow * leg;
    const at = width * links[l + link.place]!;
    if (links[l + link.to] === target) {
      via[at] = figures[f + figure.arrive]!;
      via[at + 1] = figures[f + figure.boardCost]!;
      via[at + 2] = figures[f + figure.boardDecay]!;
      via[at + 3] = figures[f + figure.co2e]!;
      via[at + 4] = 1;
    } else {
      const on = width * links[l + link.next]!;
      via[at] = least[on]!;
      via[at + 1] = figures[f + figure.rideCost]! + least[on + 1]!;
      via[at + 2] = figures[f + figure.rideDecay]! + least[on + 2]!;
      via[at + 3] = figures[f + figure.co2e]! + least[on + 3]!;
      via[at + 4] = 1 + least[on + 4]!;
    }
    return takeLeast(least, via, at);
  };

  for (let leg = count - 1; leg >= 0;) {
    if (links[linkRow * leg + link.instant] === 0) {
      read(leg--);
      continue;
    }
    let begin = leg;
    const minute = figures[figureRow * leg + figure.depart];
    while (begin > 0 && figures[figureRow * (begin - 1) + figure.depart] === minute) begin--;
    let less = true;
    while (less) {
      less = false;
      for (let at = leg; at >= begin; at--) less = read(at) || less;
    }
    leg = begin - 1;
  }
  return { least, via };
}

/** Makes a place's least that of its leg and of the places behind it; whether it got less. */
export function takeLeast(least: Float64Array, via: Float64Array, at: number): boolean {
  let less = false;
  for (let criterion = at; criterion < at + width; criterion++) {
    const value = Math.min(via[criterion]!, least[criterion + width]!);
    less ||= value < least[criterion]!;
    least[criterion] = value;
  }
  return less;
}

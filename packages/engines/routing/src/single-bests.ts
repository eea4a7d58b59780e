import { width, type Bounds } from './bounds.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';
import { measure, repeatedHubs, type Way } from './way.ts';

/**
 * The ways that are best in one criterion from a place of the start on, read off the bounds. Those of too many legs or
 * with a critical hub visited twice are left out; how much they decay is for the caller to look at.
 */
export function singleBests(
  network: Prepared,
  request: Request,
  bounds: Bounds,
  critical: Int32Array,
  place: number,
): Way[] {
  const ways: Way[] = [];
  for (let criterion = 0; criterion < width; criterion++) {
    const legs = follow(network, request, bounds, criterion, place);
    if (legs === null || legs.length > request.maxLegs) continue;
    if (repeatedHubs(network, legs).every((hub) => critical[hub]! < 0))
      ways.push(measure(network, request, legs));
  }
  return ways;
}

function follow(
  network: Prepared,
  request: Request,
  { least }: Bounds,
  criterion: number,
  first: number,
): number[] | null {
  const { firstPlace, legOf, to, next } = network;
  const legs: number[] = [];
  let hub = request.from;
  let place = first;
  // A round of legs that take no time and cost nothing could be gone for ever.
  while (legs.length <= network.hubIds.length) {
    const value = least[width * place + criterion]!;
    if (value === Infinity) return null;
    // Along a hub's places the least only grows; the last one that still has it is the leg that gave it.
    let low = place;
    let high = firstPlace[hub + 1]! - 1;
    while (low < high - 1) {
      const middle = (low + high) >> 1;
      if (least[width * middle + criterion]! > value) high = middle;
      else low = middle;
    }
    const leg = legOf[low]!;
    legs.push(leg);
    hub = to[leg]!;
    if (hub === request.to) return legs;
    place = next[leg]!;
  }
  return null;
}

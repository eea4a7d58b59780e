import { firstFrom, width, type Bounds } from './bounds.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';
import { freshest, measure, repeatedHubs, type Way } from './way.ts';

/** The ways that are best in one criterion, read off the bounds; those that break a limit are left out. */
export function singleBests(
  network: Prepared,
  request: Request,
  bounds: Bounds,
  critical: Int32Array,
): Way[] {
  const ways: Way[] = [];
  for (let criterion = 0; criterion < width; criterion++) {
    const legs = follow(network, request, bounds, criterion);
    if (legs === null || legs.length > request.maxLegs) continue;
    const way = measure(network, request, legs);
    if (freshest(network, request, way) > request.maxDecay) continue;
    if (repeatedHubs(network, way).every((hub) => critical[hub]! < 0)) ways.push(way);
  }
  return ways;
}

function follow(network: Prepared, request: Request, { least }: Bounds, criterion: number): number[] | null {
  const { firstPlace, legOf, depart, to, next } = network;
  const legs: number[] = [];
  let hub = request.from;
  let place = placeFrom(network, hub, request.readyAt);
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

  function placeFrom({ firstPlace: rows }: Prepared, at: number, minute: number): number {
    const departures = Float64Array.from(legOf.subarray(rows[at]!, rows[at + 1]! - 1), (leg) => depart[leg]!);
    return rows[at]! + firstFrom(departures, minute);
  }
}

import { width, type Bounds } from './bounds.ts';
import { link, linkRow, type Legs, type Prepared } from './prepare.ts';
import type { Request } from './request.ts';
import { isWithin, measure, type Way } from './way.ts';

/**
 * The ways that are best in one criterion, read off the bounds. Those beyond a limit or with a hub visited twice are
 * left out.
 */
export function singleBests(whole: Prepared, legs: Legs, request: Request, bounds: Bounds): Way[] {
  const ways: Way[] = [];
  for (let criterion = 0; criterion < width; criterion++) {
    const row = follow(whole, legs, request, bounds, criterion);
    if (row === null) continue;
    const way = measure(whole, request, row);
    if (!way.repeats && isWithin(whole, request, way)) ways.push(way);
  }
  return ways;
}

function follow(
  { hubIds }: Prepared,
  { links, firstPlace, legOf }: Legs,
  request: Request,
  { least }: Bounds,
  criterion: number,
): number[] | null {
  const legs: number[] = [];
  let hub = request.from;
  let place = firstPlace[hub]!;
  // A round of legs that take no time and cost nothing could be gone for ever.
  while (legs.length <= hubIds.length) {
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
    legs.push(links[linkRow * leg + link.origin]!);
    hub = links[linkRow * leg + link.to]!;
    if (hub === request.to) return legs;
    place = links[linkRow * leg + link.next]!;
  }
  return null;
}

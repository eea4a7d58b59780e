import { boundsFinder, type Bounds } from './bounds.ts';
import { floorOf } from './floor.ts';
import { scouted } from './scout.ts';
import type { RoughlyOpen } from './rough.ts';
import { Front } from './front.ts';
import { narrowed, openLegs, reachedAt } from './narrow.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';
import { cornersOf, type Corners } from './corners.ts';
import { search, weightsOf } from './search.ts';
import { measure, vectorOf, repeatedHubs, type Way } from './way.ts';

/** Of the coarse searches in turn: their coarseness, and how many corners a place has afterwards. Only speed depends on them. */
const stages = [
  [0.03, 4],
  [0.01, 16],
] as const;

/**
 * The exact front of the ways that visit no hub twice.
 *
 * **From coarse to exact.** A coarse search finds a few good ways quickly. What they beat needs no look: of 72,000 legs
 * about 1,200 stay open after the second one, and the exact search goes over these alone, with better bounds than would
 * pay on all of them. The ways found so far visit no hub twice, so they stand for the legs left out in every round.
 *
 * **Round by round.**
 * First all ways are searched, whatever they repeat. If each vector of that front has a way without a repeated hub,
 * it is the front asked for: nothing among all ways beats one of its vectors, so nothing among fewer does; and any
 * other way of the fewer is matched or beaten by one of the front, which is among the fewer as well. Otherwise the
 * hubs that were repeated become critical — the search then keeps apart ways that have visited other critical hubs,
 * and forbids a second visit — and it is done again. Each round searches a set of ways between the last one's and
 * the one asked for, and makes at least one more hub critical, so it ends, and by the same argument with the exact front.
 * A later round looks only for what the dropped ways had beaten: all else is known, or matched by what is.
 */
function solve(whole: Prepared, request: Request, boundsFor: (request: Request) => Bounds, openRoughly: RoughlyOpen): Way[] {
  const critical = new Int32Array(whole.hubIds.length).fill(-1);
  let count = 0;
  let known: Way[] = [];
  let dropped: Way[] = [];
  let network = whole;
  let bounds: Bounds;
  let corners: Corners | null = null;
  /** Leaves the legs that may still lead to something new; false where there are none. */
  const narrow = (most: number): boolean => {
    const found = new Front();
    for (const way of known) found.add(...vectorOf(way), 0);
    found.floors = dropped.map(vectorOf);
    const legs = openLegs(network, request, bounds, found);
    if (legs.length === 0) return false;
    const reached = reachedAt(network, bounds, legs);
    network = narrowed(network, request, legs);
    bounds = boundsFinder(network)(request);
    corners = cornersOf(network, bounds, request, weightsOf(found), most, reached, found);
    return true;
  };
  // A window is searched without: a leg would have to be held against the ways of every ready time.
  const single = request.windowEnd === request.readyAt;
  if (single) {
    const floor = floorOf(whole, request);
    known = scouted(whole, request, floor);
    const found = new Front();
    for (const way of known) found.add(...vectorOf(way), 0);
    const legs = openRoughly(request, floor, found);
    if (legs.length === 0) return frontOf(known);
    network = narrowed(whole, request, legs);
    bounds = boundsFinder(network)(request);
  } else bounds = boundsFor(request);
  if (single)
    for (const [coarse, most] of stages) {
      known = search(network, request, bounds, critical, known, { coarse, corners });
      if (!narrow(most)) return frontOf(known);
    }
  for (;;) {
    const ways = search(network, request, bounds, critical, known, { dropped, corners });
    const before = new Set(known);
    dropped = [];
    for (const way of ways) {
      const repeated = repeatedHubs(whole, way.legs);
      if (repeated.length === 0 && !before.has(way)) known.push(way);
      if (repeated.length > 0) dropped.push(way);
      for (const hub of repeated) {
        if (critical[hub]! < 0) critical[hub] = count++;
      }
    }
    if (dropped.length === 0) return ways;
    if (single && !narrow(stages[1][1])) return frontOf(known);
  }
}

/** Of ways those that none beats. */
function frontOf(ways: readonly Way[]): Way[] {
  const front = new Front();
  for (const [at, way] of ways.entries()) front.add(...vectorOf(way), at);
  return ways.filter((_, at) => front.labels.subarray(0, front.length).includes(at));
}

/** The ways of the exact front; none where there is no way, or where an end is banned. */
export function findWays(
  network: Prepared,
  request: Request,
  boundsFor: (request: Request) => Bounds,
  openRoughly: RoughlyOpen,
): Way[] {
  if (request.avoidHub[request.from] === 1 || request.avoidHub[request.to] === 1) return [];
  if (request.from !== request.to) return solve(network, request, boundsFor, openRoughly);
  // Cargo that is where it shall be has arrived: for each ready time up to the latest arrival.
  const stay = {
    ...measure(network, request, []),
    ready: Math.min(request.windowEnd, request.latestArrival),
  };
  return stay.arrive <= request.latestArrival && request.maxDecay >= 0 && request.maxLegs >= 1 ? [stay] : [];
}

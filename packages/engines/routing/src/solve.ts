import { boundsFinder, type Bounds } from './bounds.ts';
import { Front } from './front.ts';
import { narrowed, openLegs } from './narrow.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';
import { Corners } from './corners.ts';
import { search, weightsOf } from './search.ts';
import { measure, repeatedHubs, type Way } from './way.ts';

/**
 * The exact front of the ways that visit no hub twice.
 *
 * First all ways are searched, whatever they repeat. If each vector of that front has a way without a repeated hub,
 * it is the front asked for: nothing among all ways beats one of its vectors, so nothing among fewer does; and any
 * other way of the fewer is matched or beaten by one of the front, which is among the fewer as well. Otherwise the
 * hubs that were repeated become critical — the search then keeps apart ways that have visited other critical hubs,
 * and forbids a second visit — and it is done again. Each round searches a set of ways between the last one's and
 * the one asked for, and makes at least one more hub critical, so it ends, and by the same argument with the exact front.
 */
function solve(whole: Prepared, request: Request, boundsFor: (request: Request) => Bounds): Way[] {
  const critical = new Int32Array(whole.hubIds.length).fill(-1);
  let count = 0;
  let known: Way[] = [];
  let network = whole;
  let bounds = boundsFor(request);
  let corners: Corners | null = null;
  if (request.windowEnd === request.readyAt)
    for (const [coarse,K] of (globalThis as any).COARSE ?? [[0.03,8],[0.01,16]]) {
      known = search(network, request, bounds, critical, known, coarse, whole, [], corners);
      const found = new Front();
      for (const { arrive, cost, decay, co2e, legs } of known)
        found.add(arrive, cost, decay, co2e, legs.length, 0);
      const legs = openLegs(network, request, bounds, found);
      if (legs.length === 0) return known;
      network = narrowed(network, request, legs);
      bounds = boundsFinder(network)(request);
      corners = K?new Corners(network, request, bounds, weightsOf(found), K):null;
    }
  const seeds = known;
  let dropped: Way[] = [];
  for (;;) {
    const ways = search(network, request, bounds, critical, known, 0, whole, dropped, corners);
    known = [...seeds];
    dropped = [];
    for (const way of ways) {
      const repeated = repeatedHubs(whole, way.legs);
      if (repeated.length === 0 && !seeds.includes(way)) known.push(way);
      if (repeated.length > 0) dropped.push(way);
      for (const hub of repeated) {
        if (critical[hub]! < 0) critical[hub] = count++;
      }
    }
    if (dropped.length === 0) return ways;
  }
}

/** The ways of the exact front; none where there is no way, or where an end is banned. */
export function findWays(
  network: Prepared,
  request: Request,
  boundsFor: (request: Request) => Bounds,
): Way[] {
  if (request.avoidHub[request.from] === 1 || request.avoidHub[request.to] === 1) return [];
  if (request.from !== request.to) return solve(network, request, boundsFor);
  // Cargo that is where it shall be has arrived: for each ready time up to the latest arrival.
  const stay = {
    ...measure(network, request, []),
    ready: Math.min(request.windowEnd, request.latestArrival),
  };
  return stay.arrive <= request.latestArrival && request.maxDecay >= 0 && request.maxLegs >= 1 ? [stay] : [];
}

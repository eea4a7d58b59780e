import type { Bounds } from './bounds.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';
import { search } from './search.ts';
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
function solve(network: Prepared, request: Request, bounds: Bounds): Way[] {
  const critical = new Int32Array(network.hubIds.length).fill(-1);
  let count = 0;
  let known: Way[] = [];
  for (;;) {
    const ways = search(network, request, bounds, critical, known);
    known = [];
    let more = false;
    for (const way of ways) {
      const repeated = repeatedHubs(network, way);
      if (repeated.length === 0) known.push(way);
      for (const hub of repeated) {
        if (critical[hub]! < 0) critical[hub] = count++;
        more = true;
      }
    }
    if (!more) return ways;
  }
}

/** The ways of the exact front; none where there is no way, or where an end is banned. */
export function findWays(
  network: Prepared,
  request: Request,
  boundsFor: (request: Request) => Bounds,
): Way[] {
  if (request.avoidHub[request.from] === 1 || request.avoidHub[request.to] === 1) return [];
  if (request.from !== request.to) return solve(network, request, boundsFor(request));
  // Cargo that is where it shall be has arrived.
  const stay = measure(network, request, []);
  return stay.arrive <= request.latestArrival && request.maxDecay >= 0 && request.maxLegs >= 1 ? [stay] : [];
}

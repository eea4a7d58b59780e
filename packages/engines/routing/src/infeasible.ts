import { boundsFinder } from './bounds.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';
import { findWays } from './solve.ts';
import type { Infeasible } from './types.ts';

const limits = ['latestArrival', 'maxDecay', 'maxTransfers'] as const;

/**
 * Says why a query has no answer. Bans come first: if there is a way within the limits without them, the one that
 * needs fewest of them lifted is looked for; then the limits, each by itself.
 */
export function whyNone(network: Prepared, request: Request): Infeasible {
  const find = (asked: Request) => findWays(network, asked, boundsFinder(network));
  const open: Request = {
    ...request,
    avoidHub: new Uint8Array(network.hubIds.length),
    avoidLeg: new Uint8Array(network.legIds.length),
  };
  if (find(open).length > 0) return { reason: 'banned', lift: fewestBans(network, request, open) };
  const free: Request = { ...open, latestArrival: Infinity, maxDecay: Infinity, maxLegs: Infinity };
  if (find(free).length === 0) return { reason: 'noConnection' };
  const asked = {
    latestArrival: request.latestArrival,
    maxDecay: request.maxDecay,
    maxTransfers: request.maxLegs - 1,
  };
  return {
    reason: 'limits',
    limits: limits
      .filter((limit) => asked[limit] < Infinity)
      .map((limit) => {
        const lifted = find({ ...open, [limit === 'maxTransfers' ? 'maxLegs' : limit]: Infinity });
        const values = lifted.map(({ arrive, decay, legs }) =>
          limit === 'latestArrival' ? arrive : limit === 'maxDecay' ? decay : legs.length - 1,
        );
        return { limit, asked: asked[limit], best: values.length > 0 ? Math.min(...values) : null };
      }),
  };
}

/** The search itself finds them: bans broken are put in the place of emissions, and the least of those is on the front. */
function fewestBans(
  network: Prepared,
  { avoidHub, avoidLeg, from }: Request,
  open: Request,
): { hubs: string[]; legs: string[] } {
  const broken = Float64Array.from(network.to, (hub, leg) => avoidHub[hub]! + avoidLeg[leg]!);
  const counting = { ...network, co2e: broken };
  const ways = findWays(counting, open, boundsFinder(counting));
  const [way] = ways.toSorted((a, b) => a.co2e - b.co2e || a.arrive - b.arrive || a.cost - b.cost);
  const legs = way?.legs ?? [];
  const hubs = [from, ...legs.map((leg) => network.to[leg]!)];
  return {
    hubs: hubs.filter((hub) => avoidHub[hub] === 1).map((hub) => network.hubIds[hub]!),
    legs: legs.filter((leg) => avoidLeg[leg] === 1).map((leg) => network.legIds[leg]!),
  };
}

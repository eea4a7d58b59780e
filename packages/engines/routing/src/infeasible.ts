import { withCo2e, type Prepared } from './prepare.ts';
import { roughlyOpen } from './rough.ts';
import type { Request } from './request.ts';
import { findWays } from './solve.ts';
import type { Infeasible } from './types.ts';

const limits = ['latestArrival', 'maxDecay', 'maxTransfers'] as const;

/**
 * Says why a query has no answer. Bans come first: if there is a way within the limits without them, the one that
 * needs fewest of them lifted is looked for. Else the limits are: each is told with the best there is when it alone
 * is lifted, the bans kept; only where the bans leave no way whatever the limits, without them, and these are told too.
 */
export function whyNone(network: Prepared, asked: Request): Infeasible {
  const find = (request: Request) => findWays(network, request, roughlyOpen(network));
  const avoidHub = new Uint8Array(network.hubIds.length);
  const avoidLeg = new Uint8Array(network.legIds.length);
  const unbanned: Request = { ...asked, avoidHub, avoidLeg };
  const unlimited: Request = { ...asked, latestArrival: Infinity, maxDecay: Infinity, maxLegs: Infinity };
  if (find(unbanned).length > 0) return { reason: 'banned', lift: fewestBans(network, asked, unbanned) };
  const banned = find(unlimited).length === 0;
  const open: Request = { ...unlimited, avoidHub, avoidLeg };
  if (banned && find(open).length === 0) return { reason: 'noConnection' };
  const values = { ...asked, maxTransfers: asked.maxLegs - 1 };
  const told = limits
    .filter((limit) => values[limit] < Infinity)
    .map((limit) => {
      const lifted = { [limit === 'maxTransfers' ? 'maxLegs' : limit]: Infinity };
      const best = find({ ...(banned ? unbanned : asked), ...lifted }).map(({ arrive, decay, legs }) =>
        limit === 'latestArrival' ? arrive : limit === 'maxDecay' ? decay : Math.max(0, legs.length - 1),
      );
      return { limit, asked: values[limit], best: best.length > 0 ? Math.min(...best) : null };
    });
  return {
    reason: 'limits',
    limits: told,
    ...(banned ? { lift: fewestBans(network, asked, open) } : {}),
  };
}

/** The search itself finds them: bans broken are put in the place of emissions, and the least of those is on the front. */
function fewestBans(
  network: Prepared,
  { avoidHub, avoidLeg, from }: Request,
  open: Request,
): { hubs: string[]; legs: string[] } {
  const broken = Float64Array.from(network.to, (hub, leg) => avoidHub[hub]! + avoidLeg[leg]!);
  const counting = withCo2e(network, broken);
  const ways = findWays(counting, open, roughlyOpen(counting));
  const [way] = ways.toSorted((a, b) => a.co2e - b.co2e || a.arrive - b.arrive || a.cost - b.cost);
  const legs = way?.legs ?? [];
  const hubs = [from, ...legs.map((leg) => network.to[leg]!)];
  return {
    hubs: hubs.filter((hub) => avoidHub[hub] === 1).map((hub) => network.hubIds[hub]!),
    legs: legs.filter((leg) => avoidLeg[leg] === 1).map((leg) => network.legIds[leg]!),
  };
}

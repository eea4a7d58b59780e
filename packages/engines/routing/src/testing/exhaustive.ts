import type { Itinerary, Network, Query } from '../types.ts';

/**
 * Every way, one after another, and of all vectors those that none beats. Slow, and apart from the engine on purpose.
 * @param revisit true to allow a hub (but no leg) more than once: what the answer would be without that rule
 */
export function exhaustive(network: Network, query: Query, revisit = false): Itinerary[] {
  const hubs = new Map(network.hubs.map((hub) => [hub.id, hub]));
  const barred = new Set(query.avoidHubs ?? []);
  const barredLegs = new Set(query.avoidLegs ?? []);
  if (barred.has(query.from) || barred.has(query.to)) return [];
  const all: Itinerary[] = [];
  const within = (one: Itinerary): boolean =>
    one.arrive <= (query.latestArrival ?? Infinity) &&
    one.decay <= (query.maxDecay ?? Infinity) &&
    one.transfers <= (query.maxTransfers ?? Infinity);
  const go = (at: string, from: number, seen: ReadonlySet<string>, so: Itinerary): void => {
    if (at === query.to) {
      if (within(so)) all.push(so);
      return;
    }
    const { waitCost, waitDecay, minTransfer } = hubs.get(at)!;
    for (const leg of network.legs) {
      if (
        leg.from !== at ||
        seen.has(revisit ? leg.id : leg.to) ||
        barred.has(leg.to) ||
        barredLegs.has(leg.id)
      )
        continue;
      if (leg.depart < from + (so.legs.length > 0 ? minTransfer : 0)) continue;
      const wait = leg.depart - from;
      go(leg.to, leg.arrive, new Set([...seen, revisit ? leg.id : leg.to]), {
        legs: [...so.legs, leg.id],
        arrive: leg.arrive,
        cost: so.cost + wait * waitCost + leg.cost,
        co2e: so.co2e + leg.co2e,
        transfers: so.legs.length,
        decay: so.decay + wait * waitDecay + leg.decay,
      });
    }
  };
  go(query.from, query.readyAt, new Set([query.from]), {
    legs: [],
    arrive: query.readyAt,
    cost: 0,
    co2e: 0,
    transfers: 0,
    decay: 0,
  });
  const beats = (a: Itinerary, b: Itinerary): boolean =>
    vector(a).every((value, at) => value <= vector(b)[at]!);
  return all.filter(
    (one, at) =>
      !all.some((other, place) => place !== at && beats(other, one) && (!beats(one, other) || place < at)),
  );
}

export const vector = ({ arrive, cost, co2e, transfers, decay }: Itinerary): number[] => [
  arrive,
  cost,
  co2e,
  transfers,
  decay,
];

import type { PlanHub, PlanLeg, PlanRoads } from '@jiechuan/contract';
import type { ExpandedNetwork, HubFacts, LegFacts } from '../freight/index.ts';
import { reason } from './reason.ts';

/** The network with hubs called by their codes, which people and addresses know, instead of ids. */
export function byCode({ network, costParts, legs, hubs, refused }: ExpandedNetwork): ExpandedNetwork {
  const code = (id: string): string => hubs.get(id)!.code;
  return {
    network: {
      hubs: network.hubs.map((hub) => ({ ...hub, id: code(hub.id) })),
      legs: network.legs.map((leg) => ({ ...leg, from: code(leg.from), to: code(leg.to) })),
    },
    costParts,
    legs,
    hubs: new Map([...hubs.values()].map((hub) => [hub.code, hub])),
    refused,
  };
}

export const presentHub = (hub: HubFacts): PlanHub => ({
  id: hub.code,
  names: hub.names,
  country: hub.country,
  kind: hub.kind,
  latitude: hub.latitude,
  longitude: hub.longitude,
  timeZone: hub.zone,
});

/** A leg is as sure as the least sure of its service, its hours and its price. */
export function presentLeg(leg: ExpandedNetwork['network']['legs'][number], facts: LegFacts): PlanLeg {
  const sure = [facts.confidence, facts.scheduleConfidence, facts.priceConfidence];
  return {
    service: facts.code,
    from: leg.from,
    to: leg.to,
    mode: facts.mode,
    operator: facts.operator,
    departsAt: new Date(leg.depart * 60_000).toISOString(),
    arrivesAt: new Date(leg.arrive * 60_000).toISOString(),
    costFen: facts.costFen,
    co2eGrams: leg.co2e,
    tenthsC: facts.keptAtTenthsC,
    confidence: sure.every((one) => one === 'published') ? 'published' : 'estimated',
    sure: {
      service: facts.confidence,
      schedule: facts.scheduleConfidence,
      price: facts.priceConfidence,
    },
    source: { ...facts.source, citation: null },
  };
}

/** Why services were left out, and how many each. */
export function refusals(refused: ExpandedNetwork['refused']): PlanRoads['refusedServices'] {
  const counts = new Map<string, number>();
  for (const { reason: why } of refused) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b))
    .map(([why, services]) => ({ ...reason(`refusal.${why}`), services }));
}

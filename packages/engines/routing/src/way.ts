import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';

/** A way as legs in the whole network's numbers, with its vector; waiting is counted from the request's `readyAt`. */
export interface Way {
  legs: number[];
  arrive: number;
  cost: number;
  decay: number;
  co2e: number;
  /** The last ready time it is good for: its departure, or the end of the window where that is earlier. */
  ready: number;
  /** Whether it comes to a hub more than once. */
  repeats: boolean;
}

/** Adds up a row of legs, with the waiting before each. */
export function measure(network: Prepared, request: Request, legs: number[]): Way {
  const { from, depart, arrive, cost, co2e, decay, waitCost, waitDecay } = network;
  const way: Way = {
    legs,
    arrive: request.readyAt,
    cost: 0,
    decay: 0,
    co2e: 0,
    ready: request.lastReady,
    repeats: repeatedHubs(network, legs).length > 0,
  };
  if (legs.length > 0) way.ready = Math.min(depart[legs[0]!]!, request.lastReady);
  for (const leg of legs) {
    const waited = depart[leg]! - way.arrive;
    way.cost += waitCost[from[leg]!]! * waited + cost[leg]!;
    way.decay += waitDecay[from[leg]!]! * waited + decay[leg]!;
    way.co2e += co2e[leg]!;
    way.arrive = arrive[leg]!;
  }
  return way;
}

/** Whether a way has no more legs than the request allows, and doesn't decay more on the way from when it leaves. */
export const isWithin = (network: Prepared, request: Request, { legs, decay, ready }: Way): boolean =>
  legs.length <= request.maxLegs &&
  decay <= request.maxDecay + network.waitDecay[request.from]! * (ready - request.readyAt);

/** Arrival, cost, decay, co2e, legs. */
export const vectorOf = ({
  arrive,
  cost,
  decay,
  co2e,
  legs,
}: Way): [number, number, number, number, number] => [arrive, cost, decay, co2e, legs.length];

/** The hubs that a way comes to more than once. It never comes back to where it began. */
export function repeatedHubs(network: Prepared, legs: readonly number[]): number[] {
  const hubs = legs.map((leg) => network.to[leg]!);
  return hubs.filter((hub, at) => hubs.indexOf(hub) < at);
}

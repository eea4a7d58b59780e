import { whyNone } from './infeasible.ts';
import { prepare, type Prepared } from './prepare.ts';
import { readQuery, type Request } from './request.ts';
import { roughlyOpen } from './rough.ts';
import { findWays } from './solve.ts';
import type { Answer, Itinerary, Network, Query } from './types.ts';
import { measure, type Way } from './way.ts';

export interface Router {
  /** The exact Pareto front of a query. @throws InputFault */
  route(query: Query): Answer;
  /** The fronts of all ready times from `query.readyAt` to `windowEnd`. @throws InputFault */
  profile(query: Query, windowEnd: number): Profile;
}

/** What the fronts of a window are made of. */
export interface Profile {
  /** Every itinerary that is on the front of some ready time, measured from its own departure, the last departure first. */
  itineraries: (Itinerary & { depart: number })[];
  /** The front of one ready time in the window: the same as `route` gives for it. */
  at(readyAt: number): Itinerary[];
}

/** Checks a network and makes it searchable. Keep it: preparing costs more than a query. @throws InputFault */
export function createRouter(network: Network): Router {
  const prepared = prepare(network);
  const openRoughly = roughlyOpen(prepared);
  const find = (request: Request): Way[] => findWays(prepared, request, openRoughly);
  return {
    route(query) {
      const request = readQuery(prepared, query);
      const ways = find(request);
      if (ways.length === 0) return { itineraries: [], infeasible: whyNone(prepared, request) };
      return { itineraries: ways.map((way) => present(prepared, way)).toSorted(inOrder) };
    },
    profile(query, windowEnd) {
      const request = readQuery(prepared, query, windowEnd);
      const ways = find(request);
      return {
        itineraries: ways
          .map((way) => departing(prepared, request, way))
          .toSorted((a, b) => b.depart - a.depart || inOrder(a, b)),
        at: (readyAt) => frontAt(prepared, { ...request, readyAt, lastReady: readyAt }, ways),
      };
    },
  };
}

const present = (network: Prepared, { legs, arrive, cost, co2e, decay }: Way): Itinerary => ({
  legs: legs.map((leg) => network.legIds[leg]!),
  arrive,
  cost,
  co2e,
  transfers: Math.max(0, legs.length - 1),
  decay,
});

const inOrder = (a: Itinerary, b: Itinerary): number =>
  a.arrive - b.arrive || a.cost - b.cost || a.co2e - b.co2e || a.transfers - b.transfers || a.decay - b.decay;

function departing(network: Prepared, request: Request, way: Way): Itinerary & { depart: number } {
  const depart = way.legs.length > 0 ? network.depart[way.legs[0]!]! : way.ready;
  const own = measure(network, { ...request, readyAt: depart }, way.legs);
  return { ...present(network, own), depart };
}

/** Of the profile's ways those still to be had at `readyAt` that none of them beats. */
function frontAt(network: Prepared, request: Request, ways: readonly Way[]): Itinerary[] {
  const still = ways
    .filter(({ legs }) => legs.length === 0 || network.depart[legs[0]!]! >= request.readyAt)
    .map((way) => measure(network, request, way.legs))
    .filter(({ decay, arrive }) => decay <= request.maxDecay && arrive <= request.latestArrival)
    .map((way) => present(network, way));
  return still
    .filter(
      (one, at) =>
        !still.some(
          (other, place) => place !== at && beats(other, one) && (!beats(one, other) || place < at),
        ),
    )
    .toSorted(inOrder);
}

const beats = (a: Itinerary, b: Itinerary): boolean =>
  a.arrive <= b.arrive &&
  a.cost <= b.cost &&
  a.co2e <= b.co2e &&
  a.transfers <= b.transfers &&
  a.decay <= b.decay;

import { createHash } from 'node:crypto';
import type { PlanHub, PlanInput, PlanLeg, PlanReason, PlanRoad, PlanRoads } from '@jiechuan/contract';
import { createRouter, readable, type Itinerary, type Network, type Query } from '@jiechuan/routing';
import { reason } from './reason.ts';

/** A day of life in the network's unit, thousandths of a minute at the goods' own temperature. */
const dayOfLife = 1440 * 1000;
const minute = 60_000;
/** More changes than these no forwarder books. */
const mostTransfers = 8;
const mostKept = 2000;
const mostReadable = 7;

export interface RoadsInput {
  network: Network;
  /** How many of the network's units of cost make a fen. */
  costParts: number;
  /** What is known of a leg of the network, and of each hub, by id. */
  legs: (id: string) => PlanLeg;
  hubs: ReadonlyMap<string, PlanHub>;
  /** The mode of a leg that ends abroad, and whether it begins at home; null for a leg that ends at home. */
  abroad: (id: string) => { mode: PlanLeg['mode']; leaves: boolean } | null;
  refusedServices: PlanRoads['refusedServices'];
  from: string;
  to: string;
  readyAt: Date;
  /** Null where goods don't age. */
  life: { daysLeft: number; reason: PlanReason } | null;
  wanted: Pick<PlanInput, 'lifeAtArrivalDays' | 'wish' | 'road' | 'avoidHubs'>;
}

/**
 * The roads from hub to hub: the exact front of (arrival, cost, CO₂e, transfers, life used up), each with the life that
 * is left at arrival. No road is left out for taking too long: it is shown with the days it is short. (That loses
 * nothing: whatever lasts is matched or beaten by a road of the front, which uses up no more life and so lasts as well.)
 */
export function findRoads(input: RoadsInput): PlanRoads {
  const { network, wanted } = input;
  const known = new Set(network.hubs.map(({ id }) => id));
  const router = createRouter(network);
  const query: Query = {
    from: input.from,
    to: input.to,
    readyAt: Math.ceil(input.readyAt.getTime() / minute),
    maxTransfers: mostTransfers,
    avoidHubs: wanted.avoidHubs.filter((id) => known.has(id)),
  };
  const answer = router.route(query);
  const others = byOtherModes(
    input,
    answer.itineraries,
    (avoidLegs) => router.route({ ...query, avoidLegs }).itineraries,
  );
  const used = usedLegs(input, [...answer.itineraries, ...others.flat()]);
  const present = (one: Itinerary) => presentRoad(input, one, used.places);
  const roads = new Map(answer.itineraries.map((one) => [one, present(one)]));
  const all = [...roads.values()];
  const few = readable(answer.itineraries, mostReadable).map((one) => roads.get(one)!);
  const lasting = all.filter(({ daysShort }) => daysShort === 0);
  const beaten = others.map((some) => {
    const these = some.map(present);
    return (byWish(
      these.filter(({ daysShort }) => daysShort === 0),
      wanted.wish,
    ) ?? byWish(these, wanted.wish))!;
  });
  // What is shown can be picked, on the front or beside it.
  const picked =
    wanted.road === null ? undefined : [...all, ...beaten].find(({ key }) => key === wanted.road);
  const chosen = picked ?? byWish(lasting, wanted.wish);
  const least = all.toSorted((a, b) => a.daysShort - b.daysShort || a.daysTenths - b.daysTenths)[0];
  const kept = new Set([...few, ...all.slice(0, mostKept)].slice(0, mostKept));
  if (chosen && !beaten.includes(chosen)) kept.add(chosen);
  return {
    hubs: hubsOf(input, used.legs),
    legs: used.legs,
    front: all.filter((road) => kept.has(road)),
    frontSize: all.length,
    beaten,
    readable: few.map(({ key }) => key),
    chosen: chosen?.key ?? null,
    leastShort: lasting.length === 0 ? (least?.key ?? null) : null,
    reasons: [
      ...(wanted.road !== null && !picked ? [reason('pickedRoadGone')] : []),
      ...(all.length === 0 ? whyNone(answer.infeasible, input) : []),
      ...(all.length > 0 && lasting.length === 0 ? [short('noneLasts', least!)] : []),
      ...(picked && picked.daysShort > 0 && lasting.length > 0 ? [short('pickedTooShort', picked)] : []),
    ],
    refusedServices: input.refusedServices,
    life: input.life?.reason ?? null,
  };
}

const mainModes = ['air', 'rail', 'sea'] as const;

/**
 * What a reader misses on a front: roads by one main mode abroad (and trucks) that are beaten in everything, as by sea
 * where a train is sooner, cheaper and cleaner. One front for each mode that no road of the front keeps to.
 * @param route the front without some legs
 */
function byOtherModes(
  { network, abroad }: RoadsInput,
  front: readonly Itinerary[],
  route: (avoidLegs: string[]) => Itinerary[],
): Itinerary[][] {
  const against = (mode: PlanLeg['mode'], id: string): boolean => {
    const leg = abroad(id);
    if (!leg || leg.mode === mode) return false;
    return leg.leaves || mainModes.some((other) => other === leg.mode);
  };
  return mainModes
    .filter(
      (mode) =>
        network.legs.some(({ id }) => abroad(id)?.mode === mode) &&
        !front.some(({ legs }) => legs.length > 0 && !legs.some((id) => against(mode, id))),
    )
    .map((mode) => route(network.legs.flatMap(({ id }) => (against(mode, id) ? [id] : []))))
    .filter((some) => some.length > 0);
}

/** The road that is chosen: one of the front, or one beside it that was picked by hand. */
export const roadOf = (roads: Pick<PlanRoads, 'front' | 'beaten' | 'chosen'>): PlanRoad | undefined =>
  [...roads.front, ...roads.beaten].find(({ key }) => key === roads.chosen);

/** What a road takes, in one line of the catalogue; what doesn't age has no life left to tell. */
export function roadNote({ daysTenths, co2eGrams, lifeLeftDays }: PlanRoad): PlanReason {
  const params = { days: daysTenths / 10, kg: Math.round(co2eGrams / 1000) };
  return lifeLeftDays === null
    ? reason('paper.roadNoteLasting', params)
    : reason('paper.roadNote', { ...params, left: lifeLeftDays });
}

/** There is a road, it is chosen, and the goods last on it. */
export const roadFound = (roads: PlanRoads): boolean => roadOf(roads)?.daysShort === 0;

const short = (name: string, road: PlanRoad): PlanReason =>
  reason(name, { days: road.daysShort, took: Math.round(road.daysTenths / 10) });

function usedLegs(
  { legs }: RoadsInput,
  itineraries: readonly Itinerary[],
): { legs: PlanLeg[]; places: ReadonlyMap<string, number> } {
  const ids = [...new Set(itineraries.flatMap((one) => one.legs))];
  return {
    legs: ids.map(legs),
    places: new Map(ids.map((id, place) => [id, place])),
  };
}

function hubsOf({ hubs, from, to }: RoadsInput, legs: readonly PlanLeg[]): PlanHub[] {
  const ids = new Set([from, to, ...legs.flatMap((leg) => [leg.from, leg.to])]);
  return [...ids].flatMap((id) => hubs.get(id) ?? []);
}

function presentRoad(
  { legs, readyAt, life, wanted, costParts }: RoadsInput,
  one: Itinerary,
  places: ReadonlyMap<string, number>,
): PlanRoad {
  const first = one.legs[0] === undefined ? undefined : legs(one.legs[0]);
  const arrives = new Date(one.arrive * minute);
  const left = life === null ? null : life.daysLeft * dayOfLife - one.decay;
  return {
    key: createHash('sha256').update(one.legs.join('|')).digest('base64url').slice(0, 16),
    legs: one.legs.map((id) => places.get(id)!),
    departsAt: first?.departsAt ?? arrives.toISOString(),
    arrivesAt: arrives.toISOString(),
    daysTenths: Math.ceil((arrives.getTime() - readyAt.getTime()) / (minute * 144)),
    costFen: Math.ceil(one.cost / costParts),
    co2eGrams: one.co2e,
    transfers: one.transfers,
    lifeLeftDays: left === null ? null : Math.floor(left / dayOfLife),
    daysShort:
      left === null ? 0 : Math.max(0, Math.ceil((wanted.lifeAtArrivalDays * dayOfLife - left) / dayOfLife)),
  };
}

const criteria = {
  fastest: (road: PlanRoad) => Date.parse(road.arrivesAt),
  cheapest: (road: PlanRoad) => road.costFen,
  greenest: (road: PlanRoad) => road.co2eGrams,
  freshest: (road: PlanRoad) => -(road.lifeLeftDays ?? 0),
  fewestTransfers: (road: PlanRoad) => road.transfers,
} as const;

/** The road that fits a wish best; `balanced`: least sum of days, cost and CO₂e, each measured by its range over the roads. */
function byWish(roads: readonly PlanRoad[], wish: PlanInput['wish']): PlanRoad | undefined {
  const balance = balanced(roads);
  const wishes = wish === 'balanced' ? [balance] : [criteria[wish], balance];
  return roads.toSorted(
    (a, b) =>
      wishes.map((of) => of(a) - of(b)).find((difference) => difference !== 0) ?? a.key.localeCompare(b.key),
  )[0];
}

function balanced(roads: readonly PlanRoad[]): (road: PlanRoad) => number {
  const parts = [criteria.fastest, criteria.cheapest, criteria.greenest].map((of) => {
    const values = roads.map(of);
    const low = values.reduce((least, value) => Math.min(least, value), Infinity);
    const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
    return (road: PlanRoad) => (of(road) - low) / (high - low || 1);
  });
  return (road) => parts.reduce((sum, part) => sum + part(road), 0);
}

function whyNone(
  why: ReturnType<ReturnType<typeof createRouter>['route']>['infeasible'],
  { from, to, refusedServices }: RoadsInput,
): PlanReason[] {
  if (why?.reason === 'banned' && why.lift) return [reason('banned', { hubs: why.lift.hubs.join(', ') })];
  if (why?.reason === 'limits') return [reason('tooManyTransfers', { most: mostTransfers })];
  if (refusedServices.length === 0) return [reason('noConnection', { from, to })];
  return [
    reason('noneTakesThese', { from, to }),
    ...refusedServices.map(({ code, services }) =>
      reason('refusedBy', { services, why: code.slice('plans.refusal.'.length) }),
    ),
  ];
}

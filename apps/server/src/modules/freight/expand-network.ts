import type { Confidence, StorageClass, TransportMode } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { carriagePrice } from './carriage-price.ts';
import { departures } from './departures.ts';
import { estimatedKm } from './distance.ts';
import { co2eGrams } from './emissions.ts';
import { isKeptCool, keptAtTenths, travelClass } from './kept-at.ts';
import { activeHubs, activeServices } from './network.sql.ts';
import { vehiclesFreedBy } from './rules/road-vehicles.ts';
import type { HubRow, ServiceRow } from './tables.ts';

/** What is to be carried. */
export interface Consignment {
  grossWeightG: number;
  volumeCm3: number;
  storageClass: StorageClass;
  /** Tenths of °C that the goods bear; null where nobody said. */
  minTenthsC: number | null;
  maxTenthsC: number | null;
  batteries: boolean;
  dangerous: boolean;
  /** Road vehicles, with their batteries and fuel in them (`isRoadVehicle`). */
  roadVehicle: boolean;
}

/**
 * A network in the shape of the routing engine: times in minutes of the Unix epoch, all else whole numbers. Costs are
 * in parts of a fen: `ExpandedNetwork.costParts` says how many make one.
 */
export interface RoadNetwork {
  hubs: { id: string; waitDecay: number; waitCost: number; minTransfer: number }[];
  legs: {
    id: string;
    from: string;
    to: string;
    depart: number;
    arrive: number;
    cost: number;
    co2e: number;
    decay: number;
  }[];
}

/** What is known of one leg beside its numbers. All legs of a service share one. */
export interface LegFacts {
  serviceId: string;
  code: string;
  mode: TransportMode;
  operator: string | null;
  /** Carriage of the consignment, rounded up. */
  costFen: number;
  km: number;
  /** True where the kilometres are the source's own. */
  kmPublished: boolean;
  /** Tenths of °C that the goods are kept at. */
  keptAtTenthsC: number;
  confidence: Confidence;
  scheduleConfidence: Confidence;
  priceConfidence: Confidence;
  source: ServiceRow['source'];
  note: string | null;
}
export interface HubFacts {
  code: string;
  names: Record<string, string>;
  kind: HubRow['kind'];
  country: string;
  latitude: number;
  longitude: number;
  zone: string;
  unlocode: string | null;
  iata: string | null;
}

/** Why a service doesn't carry the consignment. */
export const refusalReasons = [
  'batteries',
  'dangerous',
  'temperatureClass',
  'temperatureRange',
  'tooHeavy',
  'lifeLost',
  'hubTemperatureClass',
  'noRate',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface ExpandOptions {
  /** Departures from this instant on … */
  from: Date;
  /** … and before this one. */
  until: Date;
  consignment: Consignment;
  /** How fast life is used up at a temperature (tenths of °C): 1 at the product's reference, Infinity where it is lost. */
  lifeRate: (tenthsC: number) => number;
  /** Converts minor units of a currency to fen; null where no rate is known. CNY is not asked for. */
  toFen?: (amount: number, currency: string) => number | null;
  /** Codes of the hubs where the way begins and ends: services that no way between them can use are left out. */
  ends?: { from: string; to: string };
}

export interface ExpandedNetwork {
  network: RoadNetwork;
  /** How many of the network's units of cost make a fen: a power of ten. */
  costParts: number;
  /** By leg id. */
  legs: Map<string, LegFacts>;
  /** By hub id. */
  hubs: Map<string, HubFacts>;
  refused: { serviceId: string; code: string; reason: RefusalReason }[];
}

const minutesPerDay = 1440;

/**
 * The network as it stands for one consignment in a window: every departure of every active service that may carry it,
 * with its cost, its emissions in grams of CO₂e (well to wheel) and the life it uses up in thousandths of a minute at
 * the reference temperature; and why the others don't. A leg's id is its service and local day, so the same departure
 * has the same id in every window.
 *
 * Rounding: carriage up to the fen (carriage-price.ts), emissions and life to the nearest unit; a hub's storage to the
 * nearest part of a fen a minute (see `costPartsOf`).
 *
 * Hubs where the goods' temperature class isn't kept are left out, and so are services that touch them.
 */
export async function expandNetwork(trx: Db, options: ExpandOptions): Promise<ExpandedNetwork> {
  const { from, until, consignment, lifeRate } = options;
  const keptAt = keptAtTenths(consignment);
  const hubs = new Map((await activeHubs(trx)).map((hub) => [hub.id, hub]));
  // Local days may be one off the window's in UTC at either end.
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const active = await activeServices(trx, day(from.getTime() - 864e5), day(until.getTime() + 864e5));
  const services = options.ends ? servicesBetween(active, hubs, options.ends) : active;
  const wanted = travelClass(consignment);
  const usable = [...hubs.values()].filter((hub) => hub.temperature_classes.includes(wanted));
  const usableIds = new Set(usable.map(({ id }) => id));
  const rate = keptAt === null ? Infinity : lifeRate(keptAt);

  const answer: ExpandedNetwork = {
    network: { hubs: [], legs: [] },
    costParts: 1,
    legs: new Map(),
    hubs: new Map(),
    refused: [],
  };
  for (const hub of usable) {
    const perDay = (hub.storage_fen_per_tonne_day * consignment.grossWeightG) / 1_000_000;
    answer.network.hubs.push({
      id: hub.id,
      waitDecay: Number.isFinite(rate) ? Math.round(1000 * rate) : 0,
      waitCost: perDay / minutesPerDay,
      minTransfer: hub.min_transfer_minutes,
    });
    answer.hubs.set(hub.id, hubFacts(hub));
  }
  for (const service of services) {
    const [origin, target] = [hubs.get(service.from_hub_id), hubs.get(service.to_hub_id)];
    // A retired hub takes its services with it.
    if (!origin || !target) continue;
    const reason =
      refusalOf(service, consignment, keptAt, rate) ??
      (usableIds.has(origin.id) && usableIds.has(target.id) ? null : 'hubTemperatureClass');
    const price = reason === null ? priceInFen(service, consignment, options.toFen) : null;
    if (reason !== null || price === null) {
      answer.refused.push({ serviceId: service.id, code: service.code, reason: reason ?? 'noRate' });
      continue;
    }
    const km = service.distance_km ?? estimatedKm(service.mode, origin, target);
    const facts = legFacts(service, price, km, keptAt!);
    const numbers = {
      cost: price,
      co2e: co2eGrams(service.mode, km, consignment.grossWeightG, isKeptCool(consignment)),
      decay: Math.round(1000 * rate * service.duration_minutes),
    };
    const pattern = {
      weekdays: service.weekdays,
      departure: service.departure,
      zone: origin.zone,
      validFrom: service.valid_from,
      validUntil: service.valid_until,
    };
    for (const { date, at } of departures(pattern, from.getTime(), until.getTime())) {
      const id = `${service.id}@${date}`;
      const depart = at / 60_000;
      answer.network.legs.push({
        id,
        from: origin.id,
        to: target.id,
        depart,
        arrive: depart + service.duration_minutes,
        ...numbers,
      });
      answer.legs.set(id, facts);
    }
  }
  return inParts(answer);
}

/** Most parts of a fen: with them storage is within a hundredth of a fen a day. */
const finest = 1_000_000;
/** What the routing engine's sums may come to and still be exact, with room to spare (its own limit is 2 ** 52). */
const roomForSums = 2 ** 50;

/**
 * How many parts a fen is reckoned in. The storage of a small consignment is far less than a fen a minute; of a large
 * one, millionths would make sums too large to be exact, and fewer decimals are enough.
 */
function costPartsOf({ hubs, legs }: RoadNetwork): number {
  const carriage = legs.reduce((sum, leg) => sum + leg.cost, 0);
  const last = legs.reduce((latest, { arrive }) => Math.max(latest, arrive), 0);
  const dearest = hubs.reduce((most, { waitCost }) => Math.max(most, waitCost), 0);
  // A sum under way holds up to three products of a rate and a time.
  const most = Math.max(carriage, dearest * last * 3);
  let parts = finest;
  while (parts > 1 && most * parts > roomForSums) parts /= 10;
  return parts;
}

/** Costs, until here in fen and broken, as the whole numbers of parts that the engine reckons with. */
function inParts(expanded: ExpandedNetwork): ExpandedNetwork {
  const parts = costPartsOf(expanded.network);
  const { hubs, legs } = expanded.network;
  return {
    ...expanded,
    costParts: parts,
    network: {
      hubs: hubs.map((hub) => ({ ...hub, waitCost: Math.round(hub.waitCost * parts) })),
      legs: legs.map((leg) => ({ ...leg, cost: leg.cost * parts })),
    },
  };
}

/** Services whose start can be reached from one hub and from whose end the other can be, whatever the hours. */
function servicesBetween(
  services: readonly ServiceRow[],
  hubs: ReadonlyMap<string, HubRow>,
  ends: { from: string; to: string },
): ServiceRow[] {
  const id = (code: string) => [...hubs.values()].find((hub) => hub.code === code)?.id;
  const onward = reached(id(ends.from), services, 'from_hub_id', 'to_hub_id');
  const back = reached(id(ends.to), services, 'to_hub_id', 'from_hub_id');
  return services.filter((service) => onward.has(service.from_hub_id) && back.has(service.to_hub_id));
}

/** The hubs that can be reached from one over services, itself included. */
function reached(
  start: string | undefined,
  services: readonly ServiceRow[],
  out: 'from_hub_id' | 'to_hub_id',
  into: 'from_hub_id' | 'to_hub_id',
): Set<string> {
  const found = new Set<string>(start === undefined ? [] : [start]);
  const next = Map.groupBy(services, (service) => service[out]);
  for (const hub of found) for (const service of next.get(hub) ?? []) found.add(service[into]);
  return found;
}

function refusalOf(
  service: ServiceRow,
  consignment: Consignment,
  keptAt: number | null,
  rate: number,
): RefusalReason | null {
  if (consignment.batteries && !service.batteries) return 'batteries';
  const dangerous =
    consignment.dangerous && !(consignment.roadVehicle && vehiclesFreedBy[service.mode] !== undefined);
  if (dangerous && !service.dangerous) return 'dangerous';
  if (!service.temperature_classes.includes(travelClass(consignment))) return 'temperatureClass';
  if (keptAt === null) return 'temperatureRange';
  if (service.capacity_kg !== null && consignment.grossWeightG > service.capacity_kg * 1000)
    return 'tooHeavy';
  return Number.isFinite(rate) ? null : 'lifeLost';
}

function priceInFen(
  service: ServiceRow,
  consignment: Consignment,
  toFen: ExpandOptions['toFen'],
): number | null {
  const price = carriagePrice(service.tariff, consignment, isKeptCool(consignment));
  if (service.tariff.currency === 'CNY') return price;
  const fen = toFen?.(price, service.tariff.currency) ?? null;
  return fen === null ? null : Math.ceil(fen);
}

const legFacts = (service: ServiceRow, costFen: number, km: number, keptAtTenthsC: number): LegFacts => ({
  serviceId: service.id,
  code: service.code,
  mode: service.mode,
  operator: service.operator,
  costFen,
  km,
  kmPublished: service.distance_km !== null && service.confidence === 'published',
  keptAtTenthsC,
  confidence: service.confidence,
  scheduleConfidence: service.schedule_confidence,
  priceConfidence: service.price_confidence,
  source: service.source,
  note: service.note,
});

const hubFacts = (hub: HubRow): HubFacts => ({
  code: hub.code,
  names: hub.names,
  kind: hub.kind,
  country: hub.country,
  latitude: hub.latitude,
  longitude: hub.longitude,
  zone: hub.zone,
  unlocode: hub.unlocode,
  iata: hub.iata,
});

import type { PlanInput, PlanResult, PlanRoads, ProductPage } from '@jiechuan/contract';
import { lifeRate } from '@jiechuan/shelf-life';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { getProduct, productFactsFor } from '../catalogue/index.ts';
import {
  cityHubsOf,
  expandNetwork,
  hubFor,
  isRoadVehicle,
  vehiclesFreedBy,
  type ExpandedNetwork,
} from '../freight/index.ts';
import { chargesFor, evaluateMarket, findMarket } from '../markets/index.ts';
import { namesOf, partnersInCountry } from '../members/index.ts';
import { borrowOrBuild } from './borrow-or-build.ts';
import { cargoOf, type Cargo } from './cargo.ts';
import { chargesOf } from './charges.ts';
import { landedCost } from './landed-cost.ts';
import { lifeModelOf } from './life-model.ts';
import { readMoney, type Money } from './money.ts';
import { pillarsOf } from './pillars.ts';
import { byCode, presentHub, presentLeg, refusals } from './present-network.ts';
import { presentCheck, presentHabit } from './present-verdict.ts';
import { priceOf } from './price.ts';
import { plansProblems } from './problems.ts';
import { reason } from './reason.ts';
import { findRoads, roadFound, roadOf, type RoadsInput } from './roads.ts';
import { stepsOf } from './steps.ts';
import { addDays, today } from '../../platform/today.ts';
import { arrivalOf } from './arrival.ts';
import { loadsOf } from './loads.ts';
import { verdictOf } from './verdict.ts';

/** How far ahead roads are looked for. */
const windowDays = 75;
/** Beyond it no timetable, rate or rule says anything. */
const mostDaysAhead = 1095;
/** Where a maker hasn't said how long it needs. */
const usualLeadTime = 14;
/** Eight in the morning in China: goods that are ready on a day can be loaded on it. */
const readyHour = 'T00:00:00Z';

/**
 * The alliance's answer for a product, a quantity and a market, from today's facts: may it enter on the day it arrives, by
 * which road, how fresh, at what cost, what to do next. Nothing is written.
 * @param kept a ready day of an earlier version, which may have passed since
 * @throws Problem platform.notFound for a product the actor can't see; markets.marketUnknown; plans.weightUnknown,
 * plans.tooHeavy, plans.readyInThePast, plans.readyTooFar, plans.lifeTooLong, plans.tooDear, plans.hubUnknown, plans.hubElsewhere, plans.noOrigin, plans.noDestination, plans.noPriceRate
 */
export async function reckonPlan(
  trx: Db,
  actor: Actor,
  input: PlanInput,
  kept: string | null = null,
): Promise<PlanResult> {
  const on = today();
  const product = await getProduct(trx, actor, input.productId);
  const market = await findMarket(trx, input.market);
  const cargo = cargoOf(product, input.quantity);
  const readyOn = readyDay(input, product, on, kept);
  const money = await readMoney(trx, on, [
    market.currency,
    ...(input.price === null ? [] : [input.price.currency]),
    ...product.prices.map(({ currency }) => currency),
  ]);

  const life = lifeModelOf(product, input.lifeLeftDays);
  const roads = await roadsFor(trx, input, { product, cargo, readyOn, money, life });
  const chosen = roadOf(roads);
  const lasts = roadFound(roads);
  const arrival = arrivalOf({ roads, shipment: { readyOn } });
  if (life === null && product.storage !== 'none') roads.reasons.push(reason('lifeUnknown'));
  if (lasts && product.dangerous && isRoadVehicle(product.hs6)) roads.reasons.push(vehiclesFreed());
  roads.reasons.push(...loadsOf(cargo, chosen?.legs.map((place) => roads.legs[place]!.mode) ?? []));

  const { facts } = await productFactsFor(trx, actor, { id: product.id, market: market.code });
  const verdict = await evaluateMarket(
    trx,
    {
      market: market.code,
      facts: input.setSize === null ? facts : { ...facts, packSizes: [input.setSize] },
      on: arrival,
      incidental: { lifeLeftDays: chosen?.lifeLeftDays ?? null },
    },
    (ids) => namesOf(trx, ids),
  );
  const checks = verdict.checks.map(presentCheck);
  const habits = verdict.habits.map(presentHabit);
  const partners = await partnersInCountry(trx, market.code, 10);
  const pillars = pillarsOf({ product, market, partners, on: arrival });
  const landed = landedCost({
    incoterm: input.incoterm,
    quantity: input.quantity,
    price: priceOf(product, input, money),
    carriageFen: chosen?.costFen ?? null,
    carriageConfidence: chosen?.legs.every((place) => roads.legs[place]!.confidence === 'published')
      ? 'published'
      : 'estimated',
    charges: chargesOf(
      await chargesFor(trx, { market: market.code, hs6: product.hs6, on: arrival }),
      cargo.grossGrams,
      (amount, currency) => money.toFen(amount, currency),
    ),
    assumptions: input.assumptions,
    rate: money.perCny(market.currency),
    rateDoubts: money.doubts(market.currency),
  });
  const beforeVat =
    landed.totalFen === null
      ? null
      : landed.totalFen -
        landed.lines.reduce((sum, one) => sum + (one.line === 'vat' ? one.amountFen! : 0), 0);
  return {
    ...verdictOf({ entry: verdict.entry, roadFound: lasts, pillars, checks, roadReasons: roads.reasons }),
    on,
    product: {
      id: product.id,
      version: product.version,
      sku: product.sku,
      names: product.names,
      maker: product.maker,
      hs6: product.hs6,
      unit: product.unit,
      storage: product.storage,
    },
    market: {
      code: market.code,
      names: market.names,
      languages: market.languages,
      currency: market.currency,
    },
    shipment: { quantity: input.quantity, ...cargo, readyOn },
    entry: verdict.entry,
    checks,
    habits,
    pillars,
    roads,
    landed,
    borrowOrBuild: {
      ...borrowOrBuild(
        beforeVat === null ? null : Math.ceil(beforeVat / input.quantity),
        input.quantity,
        input.assumptions,
      ),
      partners: partners.items.map(({ id, ...partner }) => ({ organisationId: id, ...partner })),
      partnerCount: partners.total,
    },
    steps: stepsOf({
      on,
      readyOn,
      pillars,
      checks,
      roadFound: lasts,
      habitsUnconfirmed: habits.filter(({ status }) => status !== 'confirmed').length,
      market: market.code,
    }),
  };
}

const vehiclesFreed = () =>
  reason('vehiclesFreed', {
    sources: Object.values(vehiclesFreedBy)
      .map(({ title }) => title)
      .join('; '),
  });

/** @throws Problem plans.readyTooFar, plans.readyInThePast for a day that is asked for anew */
function readyDay(input: PlanInput, product: ProductPage, on: string, kept: string | null): string {
  if (input.readyOn === null) return addDays(on, product.leadTimeDays ?? usualLeadTime);
  if (input.readyOn > addDays(on, mostDaysAhead))
    throw new Problem(plansProblems.readyTooFar, { date: input.readyOn, most: addDays(on, mostDaysAhead) });
  if (input.readyOn >= on) return input.readyOn;
  if (input.readyOn !== kept) throw new Problem(plansProblems.readyInThePast, { date: input.readyOn });
  return on;
}

interface Carried {
  product: ProductPage;
  cargo: Cargo;
  readyOn: string;
  money: Money;
  life: ReturnType<typeof lifeModelOf>;
}
/** How many cities of a market are tried, the best served first, before it is said that no road works. */
const mostCities = 5;

/** The roads to the place that is asked for; else to the first of the market's cities that one leads to in time. */
async function roadsFor(trx: Db, input: PlanInput, carried: Carried): Promise<PlanRoads> {
  const { from, cities } = await endsOf(trx, input, carried.product);
  const [best, ...others] = cities;
  // A road that was picked by hand stays, though it be too long.
  const settled = (roads: PlanRoads) =>
    roadFound(roads) || (input.road !== null && roads.chosen === input.road);
  const wanted = await roadsBetween(trx, input, carried, { from, to: best });
  if (settled(wanted)) return wanted;
  for (const to of others.slice(0, mostCities - 1)) {
    const roads = await roadsBetween(trx, input, carried, { from, to, insteadOf: best });
    if (settled(roads)) return roads;
  }
  return wanted;
}

async function roadsBetween(
  trx: Db,
  input: PlanInput,
  { product, cargo, readyOn, money, life }: Carried,
  { from, to, insteadOf }: { from: string; to: string; insteadOf?: string },
): Promise<PlanRoads> {
  const start = new Date(`${readyOn}${readyHour}`);
  const network = byCode(
    await expandNetwork(trx, {
      from: start,
      until: new Date(start.getTime() + windowDays * 86_400_000),
      ends: { from, to },
      consignment: {
        grossWeightG: cargo.grossGrams,
        volumeCm3: cargo.volumeCm3,
        storageClass: product.storage,
        minTenthsC: product.minTemperature,
        maxTenthsC: product.maxTemperature,
        batteries: product.batteries,
        dangerous: product.dangerous,
        roadVehicle: isRoadVehicle(product.hs6),
      },
      lifeRate: (tenthsC) => (life === null ? 0 : lifeRate(life.model, tenthsC)),
      toFen: (amount, currency) => money.toFen(amount, currency),
    }),
  );
  const hubs = new Map([...network.hubs].map(([code, hub]) => [code, presentHub(hub)]));
  const roads = findRoads({
    network: network.network,
    costParts: network.costParts,
    legs: legsOf(network),
    hubs,
    abroad: abroadOf(network, from),
    refusedServices: refusals(network.refused),
    from,
    to,
    readyAt: start,
    life: life && { daysLeft: life.daysLeft, reason: life.reason },
    wanted: input,
  });
  if (insteadOf !== undefined) {
    roads.hubs.push(...[hubs.get(insteadOf)].filter((hub) => hub !== undefined));
    roads.reasons.unshift(reason('otherCity', { hubs: insteadOf }));
  }
  return roads;
}

/**
 * Codes of the hubs where the way begins and may end: the city of the goods' origin; the one asked for, or the market's
 * cities, the best served first.
 * @throws Problem plans.hubUnknown, plans.hubElsewhere, plans.noOrigin, plans.noDestination
 */
async function endsOf(
  trx: Db,
  input: PlanInput,
  product: ProductPage,
): Promise<{ from: string; cities: [string, ...string[]] }> {
  const from = await hubFor(trx, { division: product.origin.code ?? '510000' });
  if (!from) throw new Problem(plansProblems.noOrigin);
  const [to, ...others] =
    input.destination === null
      ? await cityHubsOf(trx, input.market)
      : [await hubFor(trx, { code: input.destination })];
  if (to && to.country !== input.market)
    throw new Problem(plansProblems.hubElsewhere, { hub: to.code, market: input.market });
  if (to) return { from: from.code, cities: [to.code, ...others.flatMap((one) => one?.code ?? [])] };
  if (input.destination !== null) throw new Problem(plansProblems.hubUnknown, { hub: input.destination });
  throw new Problem(plansProblems.noDestination, { market: input.market });
}

/** Hong Kong and Macao are a truck away, and count as home. */
const near = new Set(['CN', 'HK', 'MO']);

/** Which legs end abroad, as seen from where the way begins. */
function abroadOf({ network, hubs, legs }: ExpandedNetwork, from: string): RoadsInput['abroad'] {
  const start = hubs.get(from)!.country;
  const isHome = (code: string): boolean => {
    const { country } = hubs.get(code)!;
    return country === start || (near.has(country) && near.has(start));
  };
  const ends = new Map(network.legs.map((leg) => [leg.id, leg]));
  return (id) => {
    const leg = ends.get(id)!;
    return isHome(leg.to) ? null : { mode: legs.get(id)!.mode, leaves: isHome(leg.from) };
  };
}

/** What is known of a leg, made only for those that a road uses. */
function legsOf({ network, legs }: ExpandedNetwork): RoadsInput['legs'] {
  const byId = new Map(network.legs.map((leg) => [leg.id, leg]));
  return (id) => presentLeg(byId.get(id)!, legs.get(id)!);
}

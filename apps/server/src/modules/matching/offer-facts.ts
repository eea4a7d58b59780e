import { planInput, type DemandInput, type PlanResult, type ProductPage } from '@jiechuan/contract';
import type { DemandFacts, Feedback, OfferFacts } from '@jiechuan/matching';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { currencyDigits } from '../catalogue/index.ts';
import { rateOf } from '../markets/index.ts';
import { bestIntroduction } from '../network/index.ts';
import { earlierAnswers } from './answers.sql.ts';
import { factorTo, monthlyUnit, unitsPerMonth } from './units.ts';
import type { MatchingWiring } from './wiring.ts';
import { wordsFit } from './words-fit.ts';

const day = 86_400_000;
const daysFrom = (today: string, later: string): number =>
  Math.round((Date.parse(later) - Date.parse(today)) / day);
const primary = (tag: string): string => tag.split('-')[0]!;

/** What a score looks at of a demand on a day. */
export const demandFacts = (demand: DemandInput, today: string): DemandFacts => ({
  hs6: demand.hs6,
  perMonth: unitsPerMonth(demand),
  targetPrice: demand.targetPrice?.amount ?? null,
  certificates: demand.certificates,
  storage: demand.storage,
  arrivesWithin: demand.arrives && {
    earliest: Math.max(0, daysFrom(today, demand.arrives.earliest)),
    latest: Math.max(0, daysFrom(today, demand.arrives.latest)),
  },
});

/** An offer as the score takes it, and what is kept beside the score. */
export interface Offer {
  facts: OfferFacts;
  /** What a unit of the demand is asked for: fen, and minor units of the currency that the score compares in. */
  price: { fen: number; amount: number; currency: string } | null;
  /** Units of the product that are one unit of the demand's months; null where it can't be said. */
  factor: number | null;
}

/** What a product is to a demand: its plan into the market as the buyer would see it, who could introduce them, what was said before. */
export async function offerFacts(
  db: Db,
  buyer: Actor & { organisationId: string },
  {
    demand,
    product,
    today,
    wiring,
  }: { demand: DemandInput; product: ProductPage; today: string; wiring: MatchingWiring },
): Promise<Offer> {
  const each = factorTo(demand.unit, product);
  const plan =
    each === null
      ? null
      : await planFor(db, buyer, demand, product, Math.ceil(each * demand.quantity - 1e-9), wiring);
  const price = each === null ? null : await priceOf(db, demand, plan, each, today);
  const factor = factorTo(monthlyUnit(demand.unit), product);
  const heard = await earlierAnswers(db, buyer.organisationId, product.maker.id);
  return {
    price,
    factor,
    facts: {
      hs6: product.hs6,
      words: wordsFit(demand.words, textsOf(product)),
      storage: product.storage,
      certificates: product.certificates
        .filter(({ validUntil }) => validUntil === null || validUntil >= today)
        .map(({ kind }) => kind),
      price: price && price.amount,
      monthlyCapacity:
        product.monthlyCapacity === null || factor === null
          ? null
          : Math.floor(product.monthlyCapacity / factor + 1e-9),
      rules: rulesOf(plan),
      road: roadOf(plan, product, today),
      introduction: await bestIntroduction(db, buyer.organisationId, product.maker.id),
      character: characterOf(product, plan?.market.languages ?? []),
      feedback: heard.map((one): Feedback => ({
        outcome: one.answer,
        sameProduct: one.productId === product.id,
        priceCameDown: price !== null && one.price !== null && price.fen < one.price,
        daysAgo: daysFrom(one.at.toISOString().slice(0, 10), today),
      })),
    },
  };
}

/** Names whole, descriptions as detail. */
export const textsOf = ({
  names,
  descriptions = {},
}: Partial<Pick<ProductPage, 'descriptions'>> & Pick<ProductPage, 'names'>) => [
  ...Object.entries(names).map(([lang, text]) => ({ text, lang, weight: 'a' as const })),
  ...Object.entries(descriptions).map(([lang, text]) => ({ text, lang, weight: 'b' as const })),
];

/** The plan of one delivery; null where none can be made (no weight, no rate, no hub), which is told as not known. */
async function planFor(
  db: Db,
  buyer: Actor,
  { market, incoterm }: DemandInput,
  product: ProductPage,
  quantity: number,
  wiring: MatchingWiring,
): Promise<PlanResult | null> {
  const input = planInput.safeParse({ productId: product.id, market, quantity, incoterm });
  if (!input.success) return null;
  try {
    return await wiring.reckonPlan(db, buyer, input.data);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** What the maker would ask on the buyer's Incoterm, in the buyer's currency, by the rate of the day. */
async function priceOf(
  db: Db,
  demand: DemandInput,
  plan: PlanResult | null,
  each: number,
  today: string,
): Promise<Offer['price']> {
  const total = plan?.landed?.sellerPriceFen ?? null;
  // A price without one of its parts would look cheaper than it is.
  const whole = plan?.landed?.lines.every(
    ({ bornBy, amountFen }) => bornBy === 'buyer' || amountFen !== null,
  );
  if (plan === null || total === null || !whole) return null;
  const fen = Math.ceil((total / plan.shipment.quantity) * each - 1e-6);
  const currency = demand.targetPrice?.currency ?? plan.market.currency;
  const rate = await rateOf(db, { base: 'CNY', quote: currency, on: today });
  if (rate === null) return null;
  const amount = Math.ceil((fen / 100) * Number(rate.rate) * 10 ** currencyDigits(currency) - 1e-6);
  return { fen, amount, currency };
}

function rulesOf(plan: PlanResult | null): OfferFacts['rules'] {
  const checks = plan?.checks ?? [];
  const blocking = checks
    .filter(({ effect, outcome }) => effect === 'blocks' && outcome === 'gap')
    .map(({ code }) => code);
  const count = (wanted: string) => checks.filter(({ outcome }) => outcome === wanted).length;
  return { met: count('pass'), gaps: count('gap') - blocking.length, unknown: count('unknown'), blocking };
}

/** The plan's road; what doesn't age keeps all its life. */
function roadOf(plan: PlanResult | null, product: ProductPage, today: string): OfferFacts['road'] {
  const road = plan?.roads.front.find(({ key }) => key === plan.roads.chosen);
  if (!road) return null;
  const life = product.shelfLifeDays;
  return {
    days: daysFrom(today, road.arrivesAt.slice(0, 10)),
    lifeLeft:
      life === null || road.lifeLeftDays === null
        ? 1000
        : Math.min(1000, Math.floor((1000 * road.lifeLeftDays) / life)),
  };
}

function characterOf(product: ProductPage, languages: readonly string[]): OfferFacts['character'] {
  const told = Object.keys(product.descriptions).map(primary);
  const there = new Set(languages.map(primary));
  return {
    geographicalIndication: product.geographicalIndication !== null,
    // A county, not only its prefecture or province.
    origin: product.origin.code !== null && !product.origin.code.endsWith('00'),
    story: told.some((language) => there.has(language)) ? 'toldThere' : told.length > 0 ? 'told' : 'none',
  };
}

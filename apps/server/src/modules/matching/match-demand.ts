import type { DemandInput, DemandMatch, ProductCard, ProductPage } from '@jiechuan/contract';
import { score } from '@jiechuan/matching';
import { sql } from 'kysely';
import { systemActor, type Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { Ground } from '../../platform/module.ts';
import { today } from '../../platform/today.ts';
import { getProduct, type ProductList } from '../catalogue/index.ts';
import { isOpen } from './demand.sql.ts';
import { askForSharing } from './jobs.ts';
import { demandFacts, offerFacts, textsOf, type Offer } from './offer-facts.ts';
import { matching, type DemandRow } from './tables.ts';
import type { MatchingWiring } from './wiring.ts';
import { wordsFit } from './words-fit.ts';

/** Products whose road, rules and price are looked at for one demand: the likeliest by words and code. */
const mostLookedAt = 20;
/** Thousandths of the demand's words that a product must be called or described by: one code holds goods of many kinds. */
export const leastFit = 300;
/** Products found by each way of asking. */
const mostFound = 40;

/**
 * Holds the products against a demand: finds the likeliest by its words and code, scores each as its buyer would see it,
 * and keeps all of them with their reasons, also those that can't be. Then everything is shared out anew. Again is no
 * harm; a demand that was changed meanwhile is left to the job of its newer version.
 */
export async function matchDemand(
  { db, events }: Pick<Ground, 'db' | 'events'>,
  demandId: string,
  wiring: MatchingWiring,
): Promise<void> {
  const row = await matching(db)
    .selectFrom('demand')
    .selectAll()
    .where('id', '=', demandId)
    .executeTakeFirst();
  const on = today();
  if (!row || !isOpen(row, on)) return;
  const buyer = {
    ...systemActor('matching'),
    role: 'merchant' as const,
    organisationId: row.organisation_id,
  };
  const scored: ReturnType<typeof scoredRow>[] = [];
  for (const product of await candidates(db, buyer, row.data, wiring.list)) {
    const offer = await offerFacts(db, buyer, { demand: row.data, product, today: on, wiring });
    scored.push(scoredRow(row.data, product, offer, on));
  }
  await db.transaction().execute(async (trx) => {
    const now = await matching(trx)
      .selectFrom('demand')
      .select('version')
      .where('id', '=', demandId)
      .forUpdate()
      .executeTakeFirst();
    if (now?.version !== row.version) return;
    await keep(trx, row, scored);
    await askForSharing(trx, events);
  });
}

/** The likeliest published products of others: found by all words, by single words, by code; the best fitting first. */
async function candidates(
  db: Db,
  buyer: Actor & { organisationId: string },
  demand: DemandInput,
  list: ProductList,
): Promise<ProductPage[]> {
  const single = demand.words.split(/[\s,;，、；/·]+/u).filter((word) => word.length > 1);
  const codes = demand.hs6 === null ? [] : [demand.hs6, demand.hs6.slice(0, 4)];
  const found = new Map<string, ProductCard>();
  for (const q of new Set([demand.words, ...codes, ...single.slice(0, 8)])) {
    const { items } = await list.find(db, { q: `${q} `.slice(0, 200), limit: mostFound });
    for (const card of items) if (card.maker.id !== buyer.organisationId) found.set(card.id, card);
  }
  const likely = [...found.values()]
    .map((card) => ({
      id: card.id,
      fit: wordsFit(demand.words, textsOf(card)) + 300 * sameDigits(demand, card),
    }))
    .toSorted((one, other) => other.fit - one.fit || one.id.localeCompare(other.id))
    .slice(0, mostLookedAt);
  const pages = [];
  for (const { id } of likely) {
    const page = await getProduct(db, buyer, id).catch(goneIsNone);
    if (page && wordsFit(demand.words, textsOf(page)) >= leastFit) pages.push(page);
  }
  return pages;
}

/** One that was withdrawn since it was found. */
const goneIsNone = (error: unknown): undefined => {
  if (error instanceof Problem) return undefined;
  throw error;
};

/** How many pairs of digits of the HS code are the same, 0–3. */
const sameDigits = ({ hs6 }: DemandInput, card: ProductCard): number =>
  hs6 === null
    ? 0
    : ([6, 4, 2].find((digits) => hs6.slice(0, digits) === card.hs6?.slice(0, digits)) ?? 0) / 2;

function scoredRow(demand: DemandInput, product: ProductPage, { facts, price, factor }: Offer, on: string) {
  const { points, reasons, blockedBy } = score(demandFacts(demand, on), facts);
  const each = factor === null ? null : factor * (demand.unit === 'TNE' ? 1000 : 1) * demand.quantity;
  const { minimumOrder } = product;
  const blocked: DemandMatch['blockedBy'] = [
    ...blockedBy,
    ...(minimumOrder !== null && each !== null && each < minimumOrder
      ? [{ code: 'belowMinimum', params: { minimum: minimumOrder, unit: product.unit } }]
      : []),
  ];
  return {
    product_id: product.id,
    maker_id: product.maker.id,
    points,
    reasons: JSON.stringify(
      reasons.map((reason) =>
        reason.criterion === 'price' && price
          ? { ...reason, params: { ...reason.params, currency: price.currency } }
          : reason,
      ),
    ),
    blocked: JSON.stringify(blocked),
    kind: product.hs6?.slice(0, 4) ?? product.category,
    price: price && price.fen,
    capacity: product.monthlyCapacity,
    factor,
  };
}

/** Writes what was scored; what is no match any more goes, what was given stays until all is shared out anew. */
async function keep(trx: Db, row: DemandRow, scored: readonly ReturnType<typeof scoredRow>[]): Promise<void> {
  const kept = scored.map((one) => one.product_id);
  await matching(trx)
    .deleteFrom('demand_match')
    .where('demand_id', '=', row.id)
    .where('product_id', '!=', sql<string>`all(${kept}::uuid[])`)
    .execute();
  for (const one of scored)
    await matching(trx)
      .insertInto('demand_match')
      .values({ demand_id: row.id, ...one })
      .onConflict((conflict) => conflict.columns(['demand_id', 'product_id']).doUpdateSet(one))
      .execute();
  await matching(trx)
    .updateTable('demand')
    .set({ matched_version: row.version, matched_at: sql<Date>`now()` })
    .where('id', '=', row.id)
    .execute();
}

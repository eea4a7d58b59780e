import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/module.ts';
import { today } from '../../platform/today.ts';
import {
  catalogueEvents,
  productNames,
  productsChangedSince,
  type ProductChanged,
  type ProductsImported,
} from '../catalogue/index.ts';
import { marketsEvents, marketsIn, type RuleChanged } from '../markets/index.ts';
import { askForMatching, askForSharing, queues } from './jobs.ts';
import { leastFit, matchDemand } from './match-demand.ts';
import { textsOf } from './offer-facts.ts';
import { shareOut } from './share-out.ts';
import type { MatchingWiring } from './wiring.ts';
import { wordsFit } from './words-fit.ts';

/** Demands that one event has matched anew at most; the rest wait for the night. */
const mostAtOnce = 2000;
/** Demands whose words a changed product is held against, the newest. */
const mostByWord = 5000;

/** Changed products whose words are held against the demands; more at once (an import) wait for the night. */
const mostByWords = 20;

/**
 * Open demands that changed products may concern: those that they were held against, those that ask for goods of the
 * same HS heading, and of few products those whose words they fit. Others find them by night.
 */
async function concernedBy(db: Db, productIds: readonly string[]): Promise<string[]> {
  const open = sql`state = 'open' and open_until >= ${today()}`;
  const { rows } = await sql<{ id: string }>`
    select id from demand where ${open} and (
      id in (select demand_id from demand_match where product_id = any(${productIds}::uuid[]))
      or left(data ->> 'hs6', 4) in (select left(data ->> 'hs6', 4) from product where id = any(${productIds}::uuid[])))
    order by id limit ${mostAtOnce}`.execute(db);
  const found = new Set(rows.map(({ id }) => id));
  if (productIds.length > mostByWords) return [...found];
  const names = [...(await productNames(db, productIds, null)).values()];
  const { rows: wanted } = await sql<{ id: string; words: string }>`
    select id, words from demand where ${open} order by id desc limit ${mostByWord}`.execute(db);
  for (const { id, words } of wanted)
    if (names.some((one) => wordsFit(words, textsOf({ names: one })) >= leastFit)) found.add(id);
  return [...found].slice(0, mostAtOnce);
}

const openIn = async (db: Db, markets: readonly string[] | null): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from demand where state = 'open' and open_until >= ${today()}
    ${markets === null ? sql`` : sql`and market = any(${markets})`} order by id limit 10000`.execute(db);
  return rows.map(({ id }) => id);
};

/** Matches demands when they, products or rules change, and all of them by night: roads, rates and days move on. */
export function listenForDemands(ground: Pick<Ground, 'events' | 'db'>, wiring: MatchingWiring): void {
  const { events, db } = ground;
  const again = (ids: readonly string[]) =>
    db.transaction().execute((trx) => askForMatching(trx, events, ids));
  events.work<{ demandId: string }>(queues.match, ({ demandId }) => matchDemand(ground, demandId, wiring));
  events.work(queues.share, () => shareOut(db));
  events.work(queues.nightly, async () => {
    await again(await openIn(db, null));
    // Those that closed by themselves free what was set aside for them.
    await db.transaction().execute((trx) => askForSharing(trx, events));
  });
  events.every('23 18 * * *', queues.nightly);
  events.on<ProductChanged>(
    catalogueEvents.changed,
    'matching.follow-changed-product',
    async ({ productId }) => again(await concernedBy(db, [productId])),
  );
  events.on<ProductsImported>(
    catalogueEvents.imported,
    'matching.follow-imported-products',
    async ({ organisationId, since }) =>
      again(await concernedBy(db, await productsChangedSince(db, organisationId, since))),
  );
  events.on<RuleChanged>(marketsEvents.ruleChanged, 'matching.follow-changed-rule', async ({ market }) =>
    again(await openIn(db, await marketsIn(db, market))),
  );
}

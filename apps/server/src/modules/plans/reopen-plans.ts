import type { PlanResult } from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { systemActor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { Ground } from '../../platform/module.ts';
import {
  catalogueEvents,
  getProduct,
  productFactsFor,
  productsChangedSince,
  type ProductChanged,
  type ProductsImported,
} from '../catalogue/index.ts';
import { evaluateMarket, marketsEvents, marketsIn, type RuleChanged } from '../markets/index.ts';
import { arrivalOf } from './arrival.ts';
import { findPlanVersion } from './plan.sql.ts';
import { roadOf } from './roads.ts';
import { plans, type PlanReopeningTable, type PlanRow } from './tables.ts';
import { today } from '../../platform/today.ts';

const batch = 100;
const watcher = systemActor('plans');

/**
 * A rule was added, changed or ended: every plan it speaks of is reopened and says so; a plan whose product it doesn't
 * speak of is left alone. Again is no harm. Plans are taken in batches, each in a transaction of its own.
 */
export async function reopenForRule(db: Db, { market: area, ruleId, change }: RuleChanged): Promise<void> {
  const markets = await db.transaction().execute((trx) => marketsIn(trx, area));
  await inBatches(
    db,
    (trx, after) => plansAfter(trx, after).where('market', 'in', markets).execute(),
    async (trx, row) => {
      const rule = await ruleInPlan(trx, row, ruleId);
      if (rule !== undefined) await reopen(trx, row, { cause: 'rule', subject: rule, change });
    },
  );
}

/** The code of a rule that speaks of the plan's product, before or now; undefined where it doesn't. */
async function ruleInPlan(trx: Db, row: PlanRow, ruleId: string): Promise<string | undefined> {
  const { result, input } = await findPlanVersion(trx, row.id, row.version);
  const before = result.checks.find((check) => check.ruleId === ruleId);
  if (before) return before.code;
  const product = await orGone(productFactsFor(trx, watcher, { id: row.product_id, market: row.market }));
  if (!product) return undefined;
  const facts = input.setSize === null ? product.facts : { ...product.facts, packSizes: [input.setSize] };
  const { checks } = await evaluateMarket(trx, { market: row.market, facts, on: dayOf(result) });
  return checks.find((check) => check.ruleId === ruleId)?.code;
}

/** The day by whose rules a plan counts: that of its arrival, or today where that has passed and it hasn't been made anew. */
const dayOf = (result: PlanResult): string => {
  const [arrival, now] = [arrivalOf(result), today()];
  return arrival < now ? now : arrival;
};

/**
 * By night: what time alone changes. A rule takes effect or ends, or a certificate runs out, before the goods of a current
 * plan arrive: the plan is reopened for each rule that answers otherwise than it did in the plan.
 */
export async function reopenForTime(db: Db): Promise<void> {
  await inBatches(
    db,
    (trx, after) => plansAfter(trx, after).where('state', '=', 'current').execute(),
    async (trx, row) => {
      if (row.state !== 'current') return;
      const { result, input } = await findPlanVersion(trx, row.id, row.version);
      const product = await orGone(productFactsFor(trx, watcher, { id: row.product_id, market: row.market }));
      if (!product) return;
      const { checks } = await evaluateMarket(trx, {
        market: row.market,
        facts: input.setSize === null ? product.facts : { ...product.facts, packSizes: [input.setSize] },
        on: dayOf(result),
        incidental: { lifeLeftDays: roadOf(result.roads)?.lifeLeftDays ?? null },
      });
      const before = new Map(result.checks.map((check) => [check.ruleId, check]));
      const now = new Map(checks.map((check) => [check.ruleId, check]));
      for (const { ruleId, code, outcome } of checks)
        if (before.get(ruleId)?.outcome !== outcome)
          await reopen(trx, row, {
            cause: 'rule',
            subject: code,
            change: before.has(ruleId) ? 'changed' : 'added',
          });
      for (const { ruleId, code } of result.checks)
        if (!now.has(ruleId)) await reopen(trx, row, { cause: 'rule', subject: code, change: 'ended' });
    },
  );
}

/** Products were changed: plans that were made of an earlier version of one are reopened. Most have none: that is one question. */
export async function reopenForProducts(db: Db, productIds: readonly string[]): Promise<void> {
  await inBatches(
    db,
    (trx, after) =>
      plansAfter(trx, after)
        .where('product_id', '=', sql<string>`any(${[...productIds]}::uuid[])`)
        .execute(),
    async (trx, row) => {
      const product = await orGone(getProduct(trx, watcher, row.product_id));
      const { result } = await findPlanVersion(trx, row.id, row.version);
      if (product && product.version > result.product.version)
        await reopen(trx, row, { cause: 'product', subject: product.sku, change: 'changed' });
    },
  );
}

/** What was asked for; undefined where it is gone from the catalogue, and there is nothing to hold a plan against. */
const orGone = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  });

/** Told once for each cause since the plan's newest version, however often it is heard. */
async function reopen(
  trx: Db,
  row: PlanRow,
  why: Pick<PlanReopeningTable, 'cause' | 'subject' | 'change'>,
): Promise<void> {
  const { at } = await findPlanVersion(trx, row.id, row.version);
  const told = await plans(trx)
    .selectFrom('plan_reopening')
    .select('id')
    .where('plan_id', '=', row.id)
    .where('at', '>', at)
    .where('cause', '=', why.cause)
    .where('subject', '=', why.subject)
    .where('change', '=', why.change)
    .executeTakeFirst();
  if (!told)
    await plans(trx)
      .insertInto('plan_reopening')
      .values({ plan_id: row.id, id: v7(), ...why })
      .execute();
  // One that was put aside stays so, and says it when it comes back.
  if (row.state === 'current')
    await plans(trx).updateTable('plan').set({ state: 'reopened' }).where('id', '=', row.id).execute();
}

/** A batch of plans behind one, by id. */
const plansAfter = (trx: Db, after: string | null) =>
  plans(trx)
    .selectFrom('plan')
    .selectAll()
    .$if(after !== null, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(batch);

/** Works through plans by id, a transaction a batch, each row locked so that a new version isn't marked by an old cause. */
async function inBatches(
  db: Db,
  next: (trx: Db, after: string | null) => Promise<PlanRow[]>,
  work: (trx: Db, row: PlanRow) => Promise<void>,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const rows: PlanRow[] = await db.transaction().execute(async (trx) => {
      const found = await next(trx, from);
      for (const { id } of found) {
        const row = await plans(trx)
          .selectFrom('plan')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (row) await work(trx, row);
      }
      return found;
    });
    if (rows.length < batch) return;
    after = rows.at(-1)!.id;
  }
}

const nightly = 'plans.follow-time';

/** Hears what makes plans doubtful. */
export function listenForChanges({ events, db }: Pick<Ground, 'events' | 'db'>): void {
  events.work(nightly, () => reopenForTime(db));
  events.every('53 17 * * *', nightly);
  events.on<RuleChanged>(marketsEvents.ruleChanged, 'plans.follow-changed-rule', (event) =>
    reopenForRule(db, event),
  );
  events.on<ProductChanged>(catalogueEvents.changed, 'plans.follow-changed-product', ({ productId }) =>
    reopenForProducts(db, [productId]),
  );
  events.on<ProductsImported>(
    catalogueEvents.imported,
    'plans.follow-imported-products',
    async ({ organisationId, since }) =>
      reopenForProducts(db, await productsChangedSince(db, organisationId, since)),
  );
}

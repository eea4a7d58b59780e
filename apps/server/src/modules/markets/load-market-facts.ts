import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Db } from '../../platform/db/database.ts';
import type { Events } from '../../platform/events/events.ts';
import { shippedCharges } from './data/charges.ts';
import { chargeColumns, habitColumns, ruleColumns } from './data/columns.ts';
import { shippedHabits } from './data/habits.ts';
import { shippedMarkets } from './data/markets.ts';
import { shippedRates } from './data/rates.ts';
import { shippedRules } from './data/rules/index.ts';
import { marketsEvents, type RuleChanged } from './events.ts';
import { markets } from './tables.ts';
import { keepVersion } from './versions.sql.ts';

const setting = 'markets.facts';

/** The facts that come with the software, as the tables hold them. */
const shipped = {
  markets: shippedMarkets.map(
    ({ code, names: [zh, en, ru], continent, languages, currency, unions = [] }) => ({
      code,
      names: JSON.stringify({ 'zh-CN': zh, en, ru }),
      languages: languages.split(' '),
      currency,
      continent,
      unions: [...unions],
    }),
  ),
  rules: shippedRules.map(ruleColumns),
  habits: shippedHabits.map(habitColumns),
  charges: shippedCharges.flatMap(chargeColumns),
  rates: shippedRates.flatMap(({ date, source, approximate, perEuro }) =>
    Object.entries(perEuro).map(([quote, rate]) => ({ base: 'EUR', quote, date, rate, source, approximate })),
  ),
};
const edition = createHash('sha256').update(JSON.stringify(shipped)).digest('hex');

/**
 * Brings the facts of this edition of the software into the tables, once an edition: new ones are added, those
 * that nobody has changed here are brought up to date, those changed here stay. Two processes that start at once
 * take turns.
 * @returns false where this edition was loaded before
 */
export async function loadMarketFacts(trx: Db, events: Pick<Events, 'publish'>): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext(${setting}))`.execute(trx);
  const loaded = await trx
    .selectFrom('setting')
    .select('value')
    .where('key', '=', setting)
    .executeTakeFirst();
  if (loaded?.value === edition) return false;
  await loadMarkets(trx);
  await loadRules(trx, events, loaded !== undefined);
  await loadHabits(trx);
  await loadCharges(trx);
  await markets(trx)
    .insertInto('exchange_rate')
    .values(shipped.rates)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('setting')
    .values({ key: setting, value: JSON.stringify(edition) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(edition) }))
    .execute();
  return true;
}

async function loadMarkets(trx: Db): Promise<void> {
  await markets(trx)
    .insertInto('market')
    .values(shipped.markets)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((set) => ({
        names: set.ref('excluded.names'),
        languages: set.ref('excluded.languages'),
        currency: set.ref('excluded.currency'),
        continent: set.ref('excluded.continent'),
        unions: set.ref('excluded.unions'),
      })),
    )
    .execute();
}

/** What of a shipped list is new here, and what is here unchanged by anybody but says something else now. */
function sortOut<S extends { code: string; shipped_hash: string }>(
  facts: readonly S[],
  rows: readonly { code: string | null; shipped_hash: string | null; id: string; version: number }[],
) {
  const there = new Map(rows.map((row) => [row.code, row]));
  return {
    fresh: facts.filter(({ code }) => !there.has(code)).map((fact) => ({ id: v7(), ...fact })),
    newer: facts.flatMap((fact) => {
      const row = there.get(fact.code);
      return row && row.shipped_hash !== null && row.shipped_hash !== fact.shipped_hash
        ? [{ fact, row }]
        : [];
    }),
  };
}

/** Rules that a later edition no longer has end today: what was judged by them can still be read. */
async function loadRules(trx: Db, events: Pick<Events, 'publish'>, tell: boolean): Promise<void> {
  const rows = await markets(trx).selectFrom('market_rule').selectAll().execute();
  const { fresh, newer } = sortOut(shipped.rules, rows);
  const publish = async (market: string, ruleId: string, change: RuleChanged['change']) => {
    if (tell) await events.publish<RuleChanged>(trx, marketsEvents.ruleChanged, { market, ruleId, change });
  };
  if (fresh.length > 0) await markets(trx).insertInto('market_rule').values(fresh).execute();
  await keepFirstVersions(trx, fresh);
  for (const { id, area } of fresh) await publish(area, id, 'added');
  for (const { fact, row } of newer) {
    const version = row.version + 1;
    await markets(trx)
      .updateTable('market_rule')
      .set({
        ...fact,
        version,
        reviewed_by: null,
        reviewed_by_name: null,
        reviewed_at: null,
        updated_at: new Date(),
      })
      .where('id', '=', row.id)
      .execute();
    await keepVersion(trx, null, { id: row.id, version, change: 'changed', snapshot: snapshotOf(fact) });
    await publish(fact.area, row.id, 'changed');
  }
  const codes = new Set(shipped.rules.map(({ code }) => code));
  for (const row of rows.filter(
    (one) => one.shipped_hash !== null && one.valid_to === null && !codes.has(one.code),
  )) {
    const version = row.version + 1;
    const [ended] = await markets(trx)
      .updateTable('market_rule')
      .set({ valid_to: sql<string>`greatest(current_date, valid_from)`, version, updated_at: new Date() })
      .where('id', '=', row.id)
      .returning(['valid_to'])
      .execute();
    await keepVersion(trx, null, {
      id: row.id,
      version,
      change: 'ended',
      snapshot: { valid_to: ended!.valid_to },
    });
    await publish(row.area, row.id, 'ended');
  }
}

async function loadHabits(trx: Db): Promise<void> {
  const rows = await markets(trx)
    .selectFrom('market_habit')
    .select(['id', 'code', 'version', 'shipped_hash', 'ended_at'])
    .execute();
  const { fresh, newer } = sortOut(shipped.habits, rows);
  if (fresh.length > 0) await markets(trx).insertInto('market_habit').values(fresh).execute();
  await keepFirstVersions(trx, fresh);
  for (const { fact, row } of newer) {
    const version = row.version + 1;
    await markets(trx)
      .updateTable('market_habit')
      .set({ ...fact, version, wording_version: version, updated_at: new Date() })
      .where('id', '=', row.id)
      .execute();
    await keepVersion(trx, null, { id: row.id, version, change: 'changed', snapshot: snapshotOf(fact) });
  }
  const codes = new Set(shipped.habits.map(({ code }) => code));
  const gone = rows.filter(
    (one) => one.shipped_hash !== null && one.ended_at === null && !codes.has(one.code!),
  );
  for (const { id } of gone)
    await markets(trx)
      .updateTable('market_habit')
      .set({ ended_at: new Date() })
      .where('id', '=', id)
      .execute();
}

/** Charges have no history of their own: each is of a day on. What was brought in here is left alone. */
async function loadCharges(trx: Db): Promise<void> {
  await markets(trx).deleteFrom('market_charge').where('shipped_hash', 'is not', null).execute();
  await markets(trx)
    .insertInto('market_charge')
    .values(shipped.charges)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A row's columns as a version keeps them: JSON as what it holds. */
export function snapshotOf(columns: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([name]) => name !== 'shipped_hash' && name !== 'id')
      .map(([name, value]) => [
        name,
        typeof value === 'string' && /^[{[]/.test(value) ? JSON.parse(value) : value,
      ]),
  );
}

async function keepFirstVersions(trx: Db, fresh: readonly { id: string }[]): Promise<void> {
  if (fresh.length === 0) return;
  const rows = fresh.map((fact) => ({
    fact_id: fact.id,
    version: 1,
    change: 'added' as const,
    snapshot: JSON.stringify(snapshotOf(fact)),
    person_id: null,
    person_name: null,
  }));
  await markets(trx).insertInto('market_fact_version').values(rows).execute();
}

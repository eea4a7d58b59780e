import type { listMarkets as endpoint, Market, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { allMarkets } from './market.sql.ts';
import { marketsProblems } from './problems.ts';

type Row = Awaited<ReturnType<typeof allMarkets>>[number];

const presentMarket = (row: Row): Market => ({
  code: row.code,
  names: row.names,
  continent: row.continent,
  languages: row.languages,
  currency: row.currency,
  unions: row.unions,
  rules: row.rules,
  habits: row.habits,
  confirmedHabits: row.confirmed_habits,
  reviewedRules: row.reviewed_rules,
});

/** Every market with what is known of it. */
export async function listMarkets(trx: Db): Promise<ResponseOf<typeof endpoint>> {
  return { items: (await allMarkets(trx)).map(presentMarket) };
}

/** One market with what is known of it. @throws Problem markets.marketUnknown */
export async function getMarket(trx: Db, code: string): Promise<Market> {
  const row = (await allMarkets(trx)).find((one) => one.code === code);
  if (!row) throw new Problem(marketsProblems.marketUnknown, { market: code });
  return presentMarket(row);
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { Tier } from './tables.ts';

/** What of the ledger counts in one tier, for one market, industry and kind of deal. */
export interface TierTotals {
  tier: Tier;
  market: string;
  industry: string | null;
  kind: string;
  currency: string;
  /** Deals, each once however often it was amended. */
  deals: number;
  /** Minor units of the currency. */
  amount: number;
  /** Fen, of the entries that had a rate. */
  cny: number;
  /** Entries without a rate: their amount is in no sum of yuan. */
  withoutRate: number;
}

/** The ledger added up, tier by tier: tiers are never added together. */
export async function ledgerTotals(db: Db): Promise<TierTotals[]> {
  const { rows } = await sql<TierTotals>`
    select tier, coalesce(countries[1], '') as market, industry, kind, currency, count(distinct deal_id)::integer as deals,
      sum(amount)::bigint as amount, coalesce(sum(cny), 0)::bigint as cny,
      (count(*) filter (where cny is null))::integer as "withoutRate"
    from deal_ledger group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(db);
  return rows;
}

/** The newest entries, without parties: what a board may tell of them. */
export async function latestEntries(
  db: Db,
  limit: number,
): Promise<{ seq: number; at: Date; tier: Tier; kind: string; market: string; cny: number | null }[]> {
  const { rows } = await sql<{
    seq: number;
    at: Date;
    tier: Tier;
    kind: string;
    market: string;
    cny: number | null;
  }>`
    select seq, at, tier, kind, coalesce(countries[1], '') as market, cny from deal_ledger where not delta
    order by seq desc limit ${limit}`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { addDays } from '../../../platform/today.ts';
import type { Tier } from './tables.ts';

/** By what facts of a board its entries are told apart, beside what the ledger itself says of them. */
export interface LedgerTags {
  /** HS codes of fields, each in one field. */
  codes: readonly { hs6: string; field: string }[];
  /** Countries of a circle, from a day (or always) until before another (or still). */
  circle: readonly { country: string; from: string | null; until: string | null }[];
}

/** Days of entries, in the alliance's zone, both included. */
export interface LedgerPeriod {
  from?: string;
  until?: string;
}

/** What of the ledger counts in one tier, for one market, industry and kind of deal. */
export interface TierTotals {
  tier: Tier;
  market: string;
  industry: string | null;
  kind: string;
  currency: string;
  /** Field of the goods that are worth most; `unknown` where an old entry's chapter leaves it open; null for none. */
  field: string | null;
  /** The market was in the circle on the day of the entry. */
  circle: boolean;
  /** Deals, each once however often it was amended. */
  deals: number;
  /** Minor units of the currency. */
  amount: number;
  /** Fen, of the entries that had a rate. */
  cny: number;
  /** Entries without a rate: their amount is in no sum of yuan. */
  withoutRate: number;
}

/**
 * The ledger added up in one pass, tier by tier: tiers are never added together. An amendment's difference stands where its
 * deal was entered, under the goods and the day of that entry, so that it corrects what it was made to; only a period takes
 * it by its own day.
 */
export async function ledgerTotals(
  db: Db,
  { codes, circle }: LedgerTags,
  { from, until }: LedgerPeriod = {},
): Promise<TierTotals[]> {
  // Days are turned into instants once, instead of every entry's instant into a day.
  const begins = (day: string) => sql`(${day}::date::timestamp at time zone 'Asia/Shanghai')`;
  const within = sql`${from === undefined ? sql`true` : sql`at >= ${begins(from)}`}
    and ${until === undefined ? sql`true` : sql`at < ${begins(addDays(until, 1))}`}`;
  const { rows } = await sql<TierTotals>`
    with code as (
      select * from unnest(${codes.map((one) => one.hs6)}::text[], ${codes.map((one) => one.field)}::text[]) as code (hs6, field)
    ), circle as (
      select country, coalesce("from"::timestamp at time zone 'Asia/Shanghai', '-infinity') as "from",
        coalesce(until::timestamp at time zone 'Asia/Shanghai', 'infinity') as until
      from unnest(
        ${circle.map((one) => one.country)}::text[],
        ${circle.map((one) => one.from)}::date[],
        ${circle.map((one) => one.until)}::date[]
      ) as circle (country, "from", until)
    ), entry as (
      select tier, kind, currency, amount, cny, delta, industry, hs6, at, countries[1] as market
      from deal_ledger where not delta and ${within}
      union all
      select later.tier, later.kind, later.currency, later.amount, later.cny, true, first.industry, first.hs6, first.at,
        first.countries[1]
      from (select * from deal_ledger where delta and ${within}) as later
        join deal_ledger as first on first.deal_id = later.deal_id and first.tier = later.tier and not first.delta
    ), tagged as (
      select entry.*, circle.country is not null as circle
      from entry left join circle on circle.country = market and at >= circle."from" and at < circle.until
    ), summed as (
      select tier, market, industry, hs6, kind, currency, circle, count(*) filter (where not delta) as deals,
        sum(amount) as amount, coalesce(sum(cny), 0) as cny, count(*) filter (where cny is null) as without
      from tagged group by tier, market, industry, hs6, kind, currency, circle
    )
    select tier, coalesce(market, '') as market, industry, kind, currency,
      case when summed.hs6 is null and industry in (select left(hs6, 2) from code) then 'unknown' else code.field end as field,
      circle, sum(deals)::integer as deals, sum(amount)::bigint as amount, sum(cny)::bigint as cny,
      sum(without)::integer as "withoutRate"
    from summed left join code on code.hs6 = summed.hs6
    group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7`.execute(db);
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

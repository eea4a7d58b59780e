import type { ExchangeRate } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

/** Days after which a rate is told to be old. */
export const staleAfterDays = 30;

/**
 * The latest rate on or before a day: as quoted, turned round, or crossed over the euro (both of the same way of
 * looking, the older day counts). Nothing is ever fetched: rates are brought in.
 * @returns null where there is no way from one currency to the other
 */
export async function rateOf(
  trx: Db,
  input: { base: string; quote: string; on: string },
): Promise<ExchangeRate | null> {
  const { base, quote, on } = input;
  if (base === quote)
    return { base, quote, rate: '1', date: on, stale: false, source: '', approximate: false };
  // Against the euro each currency has one rate; the pair itself, where somebody brought it in, is nearer to the truth.
  const { rows } = await sql<{
    rate: string;
    date: string;
    stale: boolean;
    source: string;
    approximate: boolean;
  }>`
    with latest as (
      select distinct on (base, quote) base, quote, rate, date, source, approximate
        from exchange_rate where date <= ${on}::date
        and (base, quote) in ((${base}, ${quote}), (${quote}, ${base}),
          ('EUR', ${base}), ('EUR', ${quote}))
        order by base, quote, date desc
    ), ways as (
      select 1 as way, rate, date, source, approximate from latest where base = ${base} and quote = ${quote}
      union all
      select 2, 1 / rate, date, source, approximate from latest where base = ${quote} and quote = ${base}
      union all
      select 3, two.rate / one.rate, least(one.date, two.date),
          case when one.source = two.source then one.source else one.source || ' · ' || two.source end,
          one.approximate or two.approximate
        from latest one join latest two on one.base = 'EUR' and one.quote = ${base}
          and two.base = 'EUR' and two.quote = ${quote}
    )
    select trim_scale(round(rate, 12))::text as rate, date, ${on}::date - date > ${staleAfterDays} as stale,
        source, approximate
      from ways order by way limit 1`.execute(trx);
  const [found] = rows;
  return found ? { base, quote, ...found } : null;
}

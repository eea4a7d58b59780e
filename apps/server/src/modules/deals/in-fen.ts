import type { Db } from '../../platform/db/database.ts';
import { currencyDigits } from '../catalogue/index.ts';
import { rateOf } from '../markets/index.ts';

/** An amount in fen at the latest rate on or before a day, rounded half up; null where there is none. */
export async function inFen(
  trx: Db,
  amount: bigint,
  currency: string,
  on: string,
): Promise<{ amount: number; rate: string; rateDate: string } | null> {
  const found = await rateOf(trx, { base: currency, quote: 'CNY', on });
  if (!found) return null;
  // The rate's decimals as an integer, so that nothing is lost in floating point.
  const [whole = '0', part = ''] = found.rate.split('.');
  const scaled = BigInt(whole + part) * amount * 100n;
  const scale = 10n ** BigInt(part.length + currencyDigits(currency));
  return { amount: Number((2n * scaled + scale) / (2n * scale)), rate: found.rate, rateDate: found.date };
}

import type { Db } from '../../platform/db/database.ts';
import { currencyDigits } from '../catalogue/index.ts';
import { rateOf } from '../markets/index.ts';

/** An amount in fen at the latest rate on or before a day, rounded half away from zero; null where there is none. */
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
  const size = amount < 0n ? -amount : amount;
  const scaled = BigInt(whole + part) * size * 100n;
  const scale = 10n ** BigInt(part.length + currencyDigits(currency));
  const fen = Number((2n * scaled + scale) / (2n * scale));
  return { amount: amount < 0n ? -fen : fen, rate: found.rate, rateDate: found.date };
}

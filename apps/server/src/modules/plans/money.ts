import type { PlanReason } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { rateOf } from '../markets/index.ts';
import type { LandedInput } from './landed-cost.ts';
import { reason } from './reason.ts';

/** How many decimals a currency has (ISO 4217). */
const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in minor units as a language writes it. */
export const moneyIn = (language: string, minor: number, currency: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency }).format(minor / 10 ** decimalsOf(currency));

/** The rates of one day, read once. */
export interface Money {
  /** Minor units of a currency in fen, rounded up; null where there is no rate. */
  toFen(amount: number, currency: string): number | null;
  /** What one yuan is in a currency, and of which day; null where there is no rate. */
  perCny(currency: string): LandedInput['rate'];
  /** What makes amounts in a currency less sure: its rate is old or only approximate. */
  doubts(currency: string): PlanReason[];
}

/** Currencies that carriers ask for. */
const ofCarriers = ['USD', 'EUR'];

/** @param currencies what prices and the market are in */
export async function readMoney(trx: Db, on: string, currencies: readonly string[]): Promise<Money> {
  const wanted = new Set([...ofCarriers, ...currencies]);
  wanted.delete('CNY');
  const rates = new Map<string, NonNullable<Awaited<ReturnType<typeof rateOf>>>>();
  for (const currency of wanted) {
    const found = await rateOf(trx, { base: currency, quote: 'CNY', on });
    if (found) rates.set(currency, found);
  }
  return {
    toFen(amount, currency) {
      if (currency === 'CNY') return amount;
      const found = rates.get(currency);
      return found
        ? Math.ceil((amount / 10 ** decimalsOf(currency)) * Number(found.rate) * 100 - 1e-6)
        : null;
    },
    doubts(currency) {
      const found = rates.get(currency);
      return [
        ...(found?.stale ? [reason('rateOld', { currency, on: found.date })] : []),
        ...(found?.approximate ? [reason('rateApproximate', { currency })] : []),
      ];
    },
    perCny(currency) {
      if (currency === 'CNY') return { currency, perCny: '1', date: on, minorUnits: 2 };
      const found = rates.get(currency);
      return found
        ? {
            currency,
            perCny: String(Number((1 / Number(found.rate)).toPrecision(10))),
            date: found.date,
            minorUnits: decimalsOf(currency),
          }
        : null;
    },
  };
}

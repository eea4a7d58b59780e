import { amountOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { contracts } from './contracts/tables.ts';
import { deals } from './tables.ts';

/** What both sides are bound to, or have agreed on: minor units. */
export interface Owed {
  amount: number;
  currency: string;
  /** HS codes of its goods, each with what they are worth. */
  goods: { hs6: string | null; worth: number }[];
}

/**
 * What counts of deals, by id: the terms of the last paper that both signed, amendments too; before there is one the accepted
 * offer. Those that have neither are left out.
 */
export async function owedOf(trx: Db, dealIds: readonly string[]): Promise<Map<string, Owed>> {
  if (dealIds.length === 0) return new Map();
  const offers = await deals(trx)
    .selectFrom('deal_offer')
    .select(['deal_id', 'total', 'currency', 'terms'])
    .where('deal_id', 'in', dealIds)
    .where('state', '=', 'accepted')
    .execute();
  const signed = await contracts(trx)
    .selectFrom('contract')
    .distinctOn('deal_id')
    .select(['deal_id', 'terms'])
    .where('deal_id', 'in', dealIds)
    .where('state', '=', 'signed')
    .orderBy('deal_id')
    .orderBy(sql`sealed_at desc`)
    .execute();
  return new Map([
    ...offers.map((row): [string, Owed] => [
      row.deal_id,
      {
        amount: row.total,
        currency: row.currency,
        goods: row.terms.lines.map(({ hs6, quantity, unitPrice }) => ({ hs6, worth: quantity * unitPrice })),
      },
    ]),
    ...signed.map(({ deal_id, terms }): [string, Owed] => [
      deal_id,
      {
        amount: amountOf(terms),
        currency: terms.currency,
        goods: terms.lines.map(({ hs6, quantity, unitPriceMinor }) => ({
          hs6,
          worth: quantity * unitPriceMinor,
        })),
      },
    ]),
  ]);
}

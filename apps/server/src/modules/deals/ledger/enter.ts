import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { dealsProblems } from '../problems.ts';
import type { Kind } from '../tables.ts';
import { hashOf } from './chain.ts';
import { headOf } from './entry.sql.ts';
import { ledger, type LedgerRow, type Tier } from './tables.ts';

export interface LedgerEntry {
  dealId: string;
  contractId: string | null;
  kind: Kind;
  tier: Tier;
  /** True for what an amendment or correction adds to (or, negative, takes from) what was entered before. */
  delta: boolean;
  /** Minor units of the currency. */
  amountMinor: number;
  currency: string;
  /** In fen, with the rate and its day; null where there was no rate. */
  cny: { amount: number; rate: string; rateDate: string } | null;
  sellerId: string;
  buyerId: string;
  countries: readonly string[];
  /** HS chapter and HS code of the goods that are worth most. */
  industry: string | null;
  hs6: string | null;
  documentSha256: string | null;
}

/**
 * Enters a signing, a coming into effect or a payment, chained to the entry before. Call it last in the transaction of
 * what it speaks of: entries wait for one another until that commits, so that no number is skipped.
 * @throws Problem deals.alreadyEntered, deals.nothingToCorrect, deals.otherCurrency
 */
export async function enterLedger(trx: Db, entry: LedgerEntry): Promise<LedgerRow> {
  // One at a time. What is read after it has been waited for is what the one before committed.
  await sql`select pg_advisory_xact_lock(hashtext('deal_ledger'))`.execute(trx);
  const { dealId, contractId, tier } = entry;
  const earlier = await ledger(trx)
    .selectFrom('deal_ledger')
    .select(['contract_id', 'currency', 'delta', 'amount'])
    .where('deal_id', '=', dealId)
    .where('tier', '=', tier)
    .execute();
  const twice = earlier.some((one) => contractId !== null && one.contract_id === contractId);
  if (twice || (!entry.delta && earlier.length > 0)) throw new Problem(dealsProblems.alreadyEntered);
  if (entry.delta && earlier.length === 0) throw new Problem(dealsProblems.nothingToCorrect);
  if (earlier.some((one) => one.currency !== entry.currency)) throw new Problem(dealsProblems.otherCurrency);
  const head = await headOf(trx);
  const row = {
    seq: head.seq + 1,
    at: new Date(),
    deal_id: dealId,
    contract_id: contractId,
    kind: entry.kind,
    tier,
    delta: entry.delta,
    amount: entry.amountMinor,
    currency: entry.currency,
    cny: entry.cny?.amount ?? null,
    rate: entry.cny?.rate ?? null,
    rate_date: entry.cny?.rateDate ?? null,
    seller_id: entry.sellerId,
    buyer_id: entry.buyerId,
    countries: [...new Set(entry.countries)].toSorted(),
    industry: entry.industry,
    hs6: entry.hs6,
    document_sha256: entry.documentSha256,
    previous: head.hash,
  };
  return ledger(trx)
    .insertInto('deal_ledger')
    .values({ ...row, hash: hashOf(row) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

import type { Selectable } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { Kind } from '../tables.ts';

/** What a signing, a coming into effect and a payment count as; never added together. */
export type Tier = 'intent' | 'contract' | 'effective' | 'paid';

interface DealLedgerTable {
  seq: number;
  at: Date;
  deal_id: string;
  contract_id: string | null;
  kind: Kind;
  tier: Tier;
  delta: boolean;
  amount: number;
  currency: string;
  cny: number | null;
  rate: string | null;
  rate_date: string | null;
  seller_id: string;
  buyer_id: string;
  countries: string[];
  industry: string | null;
  /** Of the goods worth most; null where they have no code, and in entries from before it was kept. */
  hs6: string | null;
  document_sha256: string | null;
  previous: string;
  hash: string;
}
export type LedgerRow = Selectable<DealLedgerTable>;

export const ledger = (db: Db) => db.withTables<{ deal_ledger: DealLedgerTable }>();

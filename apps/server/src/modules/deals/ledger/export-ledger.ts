import type { Db } from '../../../platform/db/database.ts';
import { genesis } from './chain.ts';
import { entries } from './entry.sql.ts';
import type { LedgerRow } from './tables.ts';
import type { Head } from './verify.ts';

const columns = [
  'seq',
  'at',
  'deal_id',
  'contract_id',
  'kind',
  'tier',
  'delta',
  'amount',
  'currency',
  'cny',
  'rate',
  'rate_date',
  'seller_id',
  'buyer_id',
  'countries',
  'industry',
  'hs6',
  'document_sha256',
  'previous',
  'hash',
] as const satisfies readonly (keyof LedgerRow)[];

/**
 * The ledger as lines of CSV, amounts in minor units, for those who reckon it again. No value can hold a comma, a quote
 * or a formula: they are numbers, codes, ids and hashes.
 * @param told hears the head that the lines end with
 */
export async function* exportLedger(trx: Db, told: (head: Head) => void): AsyncGenerator<string> {
  let head: Head = { seq: 0, hash: genesis };
  yield `${columns.join(',')}\n`;
  for await (const row of entries(trx)) {
    const line: Record<(typeof columns)[number], unknown> = {
      ...row,
      at: row.at.toISOString(),
      countries: row.countries.join(' '),
    };
    yield `${columns.map((column) => String(line[column] ?? '')).join(',')}\n`;
    head = { seq: row.seq, hash: row.hash };
  }
  told(head);
}

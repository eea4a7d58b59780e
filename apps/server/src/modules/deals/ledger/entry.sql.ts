import type { Db } from '../../../platform/db/database.ts';
import { genesis } from './chain.ts';
import { ledger, type LedgerRow } from './tables.ts';

/** The last entry's number and hash; 0 and zeros before the first. */
export async function headOf(trx: Db): Promise<Pick<LedgerRow, 'seq' | 'hash'>> {
  const last = await ledger(trx)
    .selectFrom('deal_ledger')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { seq: 0, hash: genesis };
}

/** Every entry in order, 500 at a time, up to the head as it is when asked. */
export async function* entries(trx: Db): AsyncGenerator<LedgerRow> {
  let after: number | null = null;
  for (;;) {
    const rows: LedgerRow[] = await ledger(trx)
      .selectFrom('deal_ledger')
      .selectAll()
      .$if(after !== null, (query) => query.where('seq', '>', after!))
      .orderBy('seq')
      .limit(500)
      .execute();
    yield* rows;
    if (rows.length < 500) return;
    after = rows.at(-1)!.seq;
  }
}

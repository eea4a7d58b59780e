import type { Db } from '../../../platform/db/database.ts';
import { genesis, hashOf } from './chain.ts';
import { entries } from './entry.sql.ts';
import type { LedgerRow } from './tables.ts';

export type Head = Pick<LedgerRow, 'seq' | 'hash'>;
export interface Verdict {
  entries: number;
  head: Head;
  /** The first entry that is wrong, and how; null where the chain is whole. */
  broken: { seq: number; what: 'altered' | 'missing' | 'cut' } | null;
}

/**
 * Reckons the whole chain anew, in memory that doesn't grow with it.
 * @param known a head that was written down earlier: only by it is an end noticed that was cut off or rewritten
 */
export async function verifyLedger(trx: Db, known?: Head): Promise<Verdict> {
  let head: Head = { seq: 0, hash: genesis };
  const verdict = (broken: Verdict['broken']): Verdict => ({ entries: head.seq, head, broken });
  for await (const row of entries(trx)) {
    const seq = head.seq + 1;
    if (row.seq < seq) return verdict({ seq: row.seq, what: 'altered' });
    if (row.seq > seq) return verdict({ seq, what: 'missing' });
    if (hashOf(row) !== row.hash) return verdict({ seq, what: 'altered' });
    // Whole in itself but following something else: the one before was written anew, its hash with it.
    if (row.previous !== head.hash) return verdict({ seq: Math.max(head.seq, 1), what: 'altered' });
    if (known?.seq === seq && known.hash !== row.hash) return verdict({ seq, what: 'altered' });
    head = { seq, hash: row.hash };
  }
  return verdict(known && known.seq > head.seq ? { seq: head.seq + 1, what: 'cut' } : null);
}

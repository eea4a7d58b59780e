import { createHash } from 'node:crypto';
import type { LedgerRow } from './tables.ts';

/** What the first entry follows. */
export const genesis = '0'.repeat(64);

/**
 * The hash that chains an entry to the one before: SHA-256 over the JSON of all its columns but the hash itself, in the
 * order of their names, instants in UTC to the millisecond. Whoever has an export can reckon it again. `hs6` came later: it is
 * among them only where it says something. So older entries keep their hashes, and in none can it be filled in or taken out
 * afterwards.
 */
export function hashOf(row: Omit<LedgerRow, 'hash'> & { hash?: string }): string {
  const columns = Object.entries({ ...row, at: row.at.toISOString() })
    .filter(([name, value]) => name !== 'hash' && (name !== 'hs6' || value !== null))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex');
}

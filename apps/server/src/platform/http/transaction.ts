import type { Db, Trx } from '../db/database.ts';

// PostgreSQL asks for a second try with these (serialization failure, deadlock).
const worthRetrying = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction, then what it asked for after the commit.
 * A deadlock is tried again, at most 3 times in all, unless `retry` is false (a stream can't be read twice).
 */
export async function inTransaction<T>(
  db: Db,
  options: { retry: boolean },
  work: (trx: Trx, afterCommit: (action: () => void) => void) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const actions: (() => void)[] = [];
    try {
      const value = await db.transaction().execute((trx) => work(trx, (action) => void actions.push(action)));
      for (const action of actions) action();
      return value;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (!options.retry || attempt === 3 || !worthRetrying.has(code)) throw error;
    }
  }
}

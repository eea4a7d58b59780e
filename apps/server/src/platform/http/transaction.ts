import type { Db, Trx } from '../db/database.ts';

// PostgreSQL asks for a second try with these (serialization failure, deadlock).
const worthRetrying = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction.
 * A deadlock is tried again, at most 3 times in all, unless `retry` is false (a stream can't be read twice).
 */
export async function inTransaction<T>(
  db: Db,
  options: { retry: boolean },
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (!options.retry || attempt === 3 || !worthRetrying.has(code)) throw error;
    }
  }
}

import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { PreparingClient } from './prepared.ts';
import type { PlatformTables } from './tables.ts';

/**
 * Either the pool or a transaction. A use case gets one as `trx` and uses nothing else.
 * A module sees its own tables through `trx.withTables<ItsTables>()`.
 */
export type Db = Kysely<PlatformTables>;
export type Trx = Transaction<PlatformTables>;

// bigint counts and sums stay exact up to 2^53, far above anything counted here.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A calendar day is a day, not a midnight in the server's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

export interface Database {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens a pool. Statements are cut off after 30 s so that no request can hold the server.
 * @param options.max connections at most
 */
export function openDatabase(
  connectionString: string,
  options: { max?: number; onError?: (error: Error) => void; statementTimeoutMs?: number } = {},
): Database {
  const pool = new pg.Pool({
    connectionString,
    max: options.max ?? 20,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    application_name: 'jiechuan',
    Client: PreparingClient,
  });
  // An idle connection that drops (a restarted server) must not end the process; the pool replaces it.
  pool.on('error', options.onError ?? (() => {}));
  const db = new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    async close() {
      await db.destroy();
      // Kysely leaves a pool alone that it never used itself.
      if (!pool.ended) await pool.end();
    },
  };
}

import { createHmac } from 'node:crypto';
import type pg from 'pg';

/** Wrong passwords an account may be tried with inside one window, s. */
export const attemptLimit = { most: 10, seconds: 900 };

/** Wrong passwords by account, wherever they come from. */
export interface Attempts {
  /** Counts an attempt before it is made, so that a hundred at once are a hundred. @returns seconds to wait when there were too many */
  begin(account: string): Promise<number | undefined>;
  /** The attempt was no guess at the password. */
  giveBack(account: string): Promise<void>;
  /** The password was right, or is a new one. */
  forget(account: string): Promise<void>;
  /** Forgets what is over. */
  sweep(): Promise<void>;
}

/**
 * Kept in PostgreSQL: a restart or a second process doesn't begin anew. An account is known by a keyed
 * digest of its address, whether it exists or not: people type passwords into the wrong field.
 */
export function createAttempts(pool: pg.Pool, secret: string): Attempts {
  const subjectOf = (account: string) =>
    createHmac('sha256', secret).update(`attempts:${account.trim().toLowerCase()}`).digest('base64url');
  const window = `make_interval(secs => ${attemptLimit.seconds})`;
  return {
    async begin(account) {
      const { rows } = await pool.query<{ tried: number; left: number }>(
        `insert into auth_attempt as earlier (subject, tried, since) values ($1, 1, now())
         on conflict (subject) do update set
           tried = case when earlier.since < now() - ${window} then 1 else earlier.tried + 1 end,
           since = case when earlier.since < now() - ${window} then now() else earlier.since end
         returning tried, extract(epoch from since + ${window} - now())::float8 as left`,
        [subjectOf(account)],
      );
      const { tried, left } = rows[0]!;
      return tried > attemptLimit.most ? Math.max(1, Math.ceil(left)) : undefined;
    },
    async giveBack(account) {
      await pool.query('update auth_attempt set tried = tried - 1 where subject = $1 and tried > 0', [
        subjectOf(account),
      ]);
    },
    async forget(account) {
      await pool.query('delete from auth_attempt where subject = $1', [subjectOf(account)]);
    },
    async sweep() {
      await pool.query(`delete from auth_attempt where since < now() - ${window}`);
    },
  };
}

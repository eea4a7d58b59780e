import { createHmac } from 'node:crypto';
import type pg from 'pg';

/** Wrong passwords an account may be tried with inside one window, s; a browser that it knows, too. */
export const attemptLimit = { most: 10, seconds: 900 };

/** Whose password is tried, and by which of the browsers that signed in to it before; any other has none. */
export interface Tried {
  account: string;
  device: string | undefined;
}

/**
 * Wrong passwords by account, wherever they come from. Those of a browser that signed in to it before are counted
 * apart, so that strangers who guess don't keep its owner out; beyond its own limit it is a stranger too.
 */
export interface Attempts {
  /** Counts an attempt before it is made, so that a hundred at once are a hundred. @returns seconds to wait when there were too many */
  begin(tried: Tried): Promise<number | undefined>;
  /** The attempt was no guess at the password. */
  giveBack(tried: Tried): Promise<void>;
  /** The password was right, or is a new one. */
  forget(tried: Tried): Promise<void>;
  /** Forgets what is over. */
  sweep(): Promise<void>;
}

/**
 * Kept in PostgreSQL: a restart or a second process doesn't begin anew. An account is known by a keyed
 * digest of its address, whether it exists or not: people type passwords into the wrong field.
 */
export function createAttempts(pool: pg.Pool, secret: string): Attempts {
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  const subjectsOf = ({ account, device }: Tried) => [
    ...(device === undefined ? [] : [digest(`attempts of a known device:${device}`)]),
    digest(`attempts:${account.trim().toLowerCase()}`),
  ];
  const window = `make_interval(secs => ${attemptLimit.seconds})`;
  /** Does it to the browser's own count, and to the account's where that had run over. */
  const untilWithin = async (tried: Tried, statement: string): Promise<void> => {
    for (const subject of subjectsOf(tried)) {
      const { rows } = await pool.query<{ before: number }>(statement, [subject]);
      if (rows[0] && rows[0].before <= attemptLimit.most) return;
    }
  };
  return {
    async begin(tried) {
      let wait: number | undefined;
      for (const subject of subjectsOf(tried)) {
        const { rows } = await pool.query<{ tried: number; left: number }>(
          `insert into auth_attempt as earlier (subject, tried, since) values ($1, 1, now())
           on conflict (subject) do update set
             tried = case when earlier.since < now() - ${window} then 1 else earlier.tried + 1 end,
             since = case when earlier.since < now() - ${window} then now() else earlier.since end
           returning tried, extract(epoch from since + ${window} - now())::float8 as left`,
          [subject],
        );
        const { tried: count, left } = rows[0]!;
        if (count <= attemptLimit.most) return undefined;
        wait = Math.max(1, Math.ceil(Math.min(left, wait ?? left)));
      }
      return wait;
    },
    giveBack: (tried) =>
      untilWithin(
        tried,
        'update auth_attempt set tried = tried - 1 where subject = $1 and tried > 0 returning tried + 1 as before',
      ),
    forget: (tried) =>
      untilWithin(tried, 'delete from auth_attempt where subject = $1 returning tried as before'),
    async sweep() {
      await pool.query(`delete from auth_attempt where since < now() - ${window}`);
    },
  };
}

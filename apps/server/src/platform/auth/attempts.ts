import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { networkOf } from './networks.ts';

/** Wrong passwords an account may be tried with inside one window, s. */
export const attemptLimit = {
  /** From one network, or at a browser that the account knows. */
  most: 10,
  /** From everywhere: until then nobody is hindered by what others typed. */
  calm: 10,
  /** Beyond `calm`, from each network, so that the owner at a new place isn't kept out by who guesses elsewhere. */
  mostBeyond: 2,
  /** From everywhere, whatever the number of networks. */
  mostEverywhere: 40,
  seconds: 900,
};

/** Whose password is tried, from where, and by which of the browsers that signed in to it before; any other has none. */
export interface Tried {
  account: string;
  address: string;
  device: string | undefined;
}

/**
 * Wrong passwords by account: those of a browser that signed in to it before apart, those of others by the network they
 * come from and all together. Beyond its own limit a known browser is a stranger too.
 */
export interface Attempts {
  /** Counts an attempt before it is made, so that a hundred at once are a hundred. @returns seconds to wait when there were too many */
  begin(tried: Tried): Promise<number | undefined>;
  /** The attempt was no guess at the password. */
  giveBack(tried: Tried): Promise<void>;
  /** The password was right. */
  forget(tried: Tried): Promise<void>;
  /** The password is a new one: what was tried before says nothing about it. */
  forgetAll(account: string): Promise<void>;
  /** Forgets what is over. */
  sweep(): Promise<void>;
}

interface Counted {
  tried: number;
  /** Seconds left of the window. */
  left: number;
}

/**
 * Kept in PostgreSQL: a restart or a second process doesn't begin anew. An account and a network are known by a keyed
 * digest, whether the account exists or not: people type passwords into the wrong field.
 */
export function createAttempts(pool: pg.Pool, secret: string): Attempts {
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  const everywhere = (account: string) => digest(`attempts:${account.trim().toLowerCase()}`);
  const subjectsOf = ({ account, address, device }: Tried) => ({
    device: device === undefined ? undefined : digest(`attempts of a known device:${device}`),
    network: `${everywhere(account)}.${digest(`attempts from a network:${networkOf(address)}`)}`,
    account: everywhere(account),
  });
  const window = `make_interval(secs => ${attemptLimit.seconds})`;
  const count = async (subject: string): Promise<Counted> => {
    const { rows } = await pool.query<Counted>(
      `insert into auth_attempt as earlier (subject, tried, since) values ($1, 1, now())
       on conflict (subject) do update set
         tried = case when earlier.since < now() - ${window} then 1 else earlier.tried + 1 end,
         since = case when earlier.since < now() - ${window} then now() else earlier.since end
       returning tried, extract(epoch from since + ${window} - now())::float8 as left`,
      [subject],
    );
    return rows[0]!;
  };
  const uncount = async (subject: string): Promise<number> => {
    const { rows } = await pool.query<{ before: number }>(
      'update auth_attempt set tried = tried - 1 where subject = $1 and tried > 0 returning tried + 1 as before',
      [subject],
    );
    return rows[0]?.before ?? 0;
  };
  const remove = async (subject: string): Promise<number> => {
    const { rows } = await pool.query<{ before: number }>(
      'delete from auth_attempt where subject = $1 returning tried as before',
      [subject],
    );
    return rows[0]?.before ?? 0;
  };
  /** Does it to the browser's own count, and to those of strangers where that had run over. */
  const undo = async (tried: Tried, how: (subject: string) => Promise<number>): Promise<void> => {
    const { device, network, account } = subjectsOf(tried);
    if (device !== undefined && (await how(device)) <= attemptLimit.most) return;
    await how(network);
    await how(account);
  };
  const waitOf = (...counted: Counted[]) =>
    Math.max(1, Math.ceil(Math.min(...counted.map(({ left }) => left))));
  return {
    async begin(tried) {
      const { device, network, account } = subjectsOf(tried);
      const own = device === undefined ? [] : [await count(device)];
      if (own[0] && own[0].tried <= attemptLimit.most) return undefined;
      const here = await count(network);
      // A network that is refused counts no further for the account: it shall not use up what others may try.
      if (here.tried > attemptLimit.most) return waitOf(here, ...own);
      const all = await count(account);
      if (all.tried <= attemptLimit.calm) return undefined;
      if (all.tried <= attemptLimit.mostEverywhere && here.tried <= attemptLimit.mostBeyond) return undefined;
      await uncount(account);
      return waitOf(all, ...own);
    },
    giveBack: (tried) => undo(tried, uncount),
    forget: (tried) => undo(tried, remove),
    async forgetAll(account) {
      await pool.query(`delete from auth_attempt where subject = $1 or starts_with(subject, $1 || '.')`, [
        everywhere(account),
      ]);
    },
    async sweep() {
      await pool.query(`delete from auth_attempt where since < now() - ${window}`);
    },
  };
}

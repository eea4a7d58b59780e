import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a browser that signed in is known, s. */
export const knownFor = 365 * 24 * 3600;
/** Accounts one browser is known for, the last ones that signed in. */
const most = 4;

/**
 * Browsers that have signed in to an account before (OWASP: device cookies). The cookie holds nothing about
 * anybody that can be read: a time, a random number and a keyed digest of both and the account.
 */
export interface KnownDevices {
  /** @returns the random number that the browser is known by for this account, undefined where it isn't */
  find(cookie: string | null | undefined, account: string): string | undefined;
  /** The cookie of a browser that has just signed in: what it held for other accounts, and this one. */
  remember(cookie: string | null | undefined, account: string): string;
}

export function createKnownDevices(secret: string, now: () => number = Date.now): KnownDevices {
  const sign = (account: string, since: string, device: string) =>
    createHmac('sha256', secret)
      .update(`device:${since}:${device}:${account.trim().toLowerCase()}`)
      .digest('base64url');
  const entries = (cookie: string | null | undefined) => (cookie ?? '').split('~').slice(0, most);
  const read = (entry: string, account: string): string | undefined => {
    const [since = '', device = '', digest = ''] = entry.split('.');
    const age = now() / 1000 - Number.parseInt(since, 36);
    const [given, right] = [Buffer.from(digest), Buffer.from(sign(account, since, device))];
    const genuine = given.length === right.length && timingSafeEqual(given, right);
    return genuine && age >= 0 && age < knownFor ? device : undefined;
  };
  return {
    find: (cookie, account) =>
      entries(cookie)
        .map((entry) => read(entry, account))
        .find((device) => device !== undefined),
    remember(cookie, account) {
      const since = Math.floor(now() / 1000).toString(36);
      const device = randomBytes(16).toString('base64url');
      const others = entries(cookie).filter(
        (entry) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(entry) && read(entry, account) === undefined,
      );
      return [`${since}.${device}.${sign(account, since, device)}`, ...others].slice(0, most).join('~');
    },
  };
}

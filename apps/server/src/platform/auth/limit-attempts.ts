import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { Attempts, Tried } from './attempts.ts';
import { knownFor, type KnownDevices } from './known-devices.ts';

/** What the library says when the password was wrong, or right for an address nobody has proved yet. */
const wrongPassword = new Set(['INVALID_EMAIL_OR_PASSWORD', 'INVALID_PASSWORD', 'EMAIL_NOT_VERIFIED']);
/** These choose a password, they don't guess one. */
const chooses = new Set(['/sign-up/email', '/reset-password', '/set-password']);

/** These end with somebody signed in. */
const signsIn = /^\/(sign-in\/|verify-email$|two-factor\/verify-|passkey\/verify-authentication$)/;

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Whose password is tried: the address typed when signing in, else whoever is signed in and asked for it again. */
async function accountTried(context: Context): Promise<string | undefined> {
  const body = (context.body ?? {}) as Record<string, unknown>;
  if (context.path === '/sign-in/email') return typeof body['email'] === 'string' ? body['email'] : undefined;
  if (chooses.has(context.path) || typeof (body['password'] ?? body['currentPassword']) !== 'string')
    return undefined;
  return (await getSessionFromCtx(context))?.user.email;
}

const cookieOf = (context: Context) =>
  context.context.createAuthCookie('known_devices', { maxAge: knownFor });

/**
 * Hooks of the library that count wrong passwords by account and network, those of browsers that signed in before apart, and
 * refuse past the limit (429); whoever signs in makes their browser known.
 */
export function limitAttempts(attempts: Attempts, devices: KnownDevices) {
  const triedBy = async (context: Context): Promise<Tried | undefined> => {
    const account = await accountTried(context);
    if (account === undefined) return undefined;
    return {
      account,
      // Written by the server itself, from the connection and the proxies it trusts.
      address: context.headers?.get('x-jiechuan-address') ?? '',
      device: devices.find(context.getCookie(cookieOf(context).name), account),
    };
  };
  return {
    before: createAuthMiddleware(async (context) => {
      const tried = await triedBy(context);
      const seconds = tried && (await attempts.begin(tried));
      if (seconds !== undefined)
        throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_WRONG_PASSWORDS', seconds });
    }),
    after: createAuthMiddleware(async (context) => {
      const { returned, newSession } = context.context;
      const code = returned instanceof APIError ? (returned.body?.code ?? 'refused') : undefined;
      if (code !== undefined && wrongPassword.has(code)) return;
      const tried = await triedBy(context);
      // A known browser that was right takes back what it did itself, not what strangers did.
      if (tried) await (code === undefined ? attempts.forget(tried) : attempts.giveBack(tried));
      if (!newSession || !signsIn.test(context.path)) return;
      const { name, attributes } = cookieOf(context);
      const held = context.getCookie(name);
      const account = newSession.user.email;
      if (devices.find(held, account) === undefined)
        context.setCookie(name, devices.remember(held, account), attributes);
    }),
  };
}

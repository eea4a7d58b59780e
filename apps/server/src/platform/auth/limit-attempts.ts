import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { Attempts } from './attempts.ts';

/** What the library says when the password was wrong, or right for an address nobody has proved yet. */
const wrongPassword = new Set(['INVALID_EMAIL_OR_PASSWORD', 'INVALID_PASSWORD', 'EMAIL_NOT_VERIFIED']);
/** These choose a password, they don't guess one. */
const chooses = new Set(['/sign-up/email', '/reset-password', '/set-password']);

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Whose password is tried: the address typed when signing in, else whoever is signed in and asked for it again. */
async function accountTried(context: Context): Promise<string | undefined> {
  const body = (context.body ?? {}) as Record<string, unknown>;
  if (context.path === '/sign-in/email') return typeof body['email'] === 'string' ? body['email'] : undefined;
  if (chooses.has(context.path) || typeof (body['password'] ?? body['currentPassword']) !== 'string')
    return undefined;
  return (await getSessionFromCtx(context))?.user.email;
}

/** Hooks of the library that count wrong passwords by account and refuse past the limit (429). */
export const limitAttempts = (attempts: Attempts) => ({
  before: createAuthMiddleware(async (context) => {
    const account = await accountTried(context);
    const seconds = account === undefined ? undefined : await attempts.begin(account);
    if (seconds !== undefined)
      throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_WRONG_PASSWORDS', seconds });
  }),
  after: createAuthMiddleware(async (context) => {
    const { returned } = context.context;
    const code = returned instanceof APIError ? (returned.body?.code ?? 'refused') : undefined;
    if (code !== undefined && wrongPassword.has(code)) return;
    const account = await accountTried(context);
    if (account === undefined) return;
    await (code === undefined ? attempts.forget(account) : attempts.giveBack(account));
  }),
});

import { apiKey } from '@better-auth/api-key';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { organization, twoFactor } from 'better-auth/plugins';
import pg from 'pg';
import { v7 } from 'uuid';
import { createAttempts } from './attempts.ts';
import { createKnownDevices } from './known-devices.ts';
import { limitAttempts } from './limit-attempts.ts';

export interface AuthOptions {
  connectionString: string;
  /** https://host as people type it; passkeys are bound to its host name. */
  publicUrl: string;
  secret: string;
  /** Attempts a minute and address at signing in; the library's own limit elsewhere is 100. */
  signInLimit: number;
  /** Words a mail and sends it. */
  sendMail(input: {
    to: string;
    template: string;
    params: Record<string, string>;
    request: Request | undefined;
  }): Promise<void>;
  onError(message: string, details: unknown): void;
}

export const apiKeyPrefix = 'jc_';

/**
 * better-auth, set up. It has connections of its own (five): a request may wait for it inside a
 * transaction without ever waiting for itself.
 */
export function createLibrary(options: AuthOptions) {
  const { publicUrl, sendMail } = options;
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: 5,
    application_name: 'jiechuan-auth',
  });
  pool.on('error', (error) => options.onError('connection lost', error));
  const attempts = createAttempts(pool, options.secret);
  const auth = betterAuth({
    appName: 'Jiechuan',
    database: pool,
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: [new URL(publicUrl).origin],
    telemetry: { enabled: false },
    // Who belongs to an organisation, and for which one acts, is changed by the API alone: policy, audit, no two
    // owners leaving at once, and a choice that was refused changes nothing.
    disabledPaths: [
      '/organization/remove-member',
      '/organization/update-member-role',
      '/organization/set-active',
      '/organization/leave',
      '/organization/update',
      '/organization/delete',
    ],
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'auth_rate_limit',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/*': { window: 60, max: options.signInLimit },
        '/sign-up/*': { window: 60, max: options.signInLimit },
        '/two-factor/*': { window: 60, max: options.signInLimit },
        '/request-password-reset': { window: 60, max: 5 },
      },
    },
    advanced: {
      database: { generateId: () => v7() },
      useSecureCookies: publicUrl.startsWith('https:'),
      // Said aloud: under a test runner the library would leave both checks out.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: ['x-jiechuan-address'] },
    },
    hooks: limitAttempts(attempts, createKnownDevices(options.secret)),
    logger: { log: (level, text, ...details) => void (level === 'error' && options.onError(text, details)) },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      // Who signs up is told to look into the mail, whether the address was taken or not, and is somebody
      // once the link in it was opened. Otherwise anybody could ask who has an account here.
      requireEmailVerification: true,
      onExistingUserSignUp: ({ user }, request) =>
        sendMail({
          to: user.email,
          template: 'accounts.alreadySignedUp',
          params: { name: user.name, signIn: `${publicUrl}/sign-in`, forgot: `${publicUrl}/forgot-password` },
          request,
        }),
      revokeSessionsOnPasswordReset: true,
      // Who can read the mail needn't wait for what others typed.
      onPasswordReset: ({ user }) => attempts.forgetAll(user.email),
      sendResetPassword: ({ user, url }, request) =>
        sendMail({
          to: user.email,
          template: 'accounts.resetPassword',
          params: { name: user.name, link: url },
          request,
        }),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail: ({ user, url }, request) =>
        sendMail({
          to: user.email,
          template: 'accounts.verifyEmail',
          params: { name: user.name, link: url },
          request,
        }),
    },
    plugins: [
      organization({
        // Organisations come into being by applying for membership, not here.
        allowUserToCreateOrganization: false,
        // Otherwise whoever signs up under somebody's address takes up their invitations.
        requireEmailVerificationOnInvitation: true,
        membershipLimit: 200,
        invitationExpiresIn: 60 * 60 * 24 * 14,
        sendInvitationEmail: ({ email, organization: body, inviter, id }, request) =>
          sendMail({
            to: email,
            template: 'accounts.invite',
            params: {
              organisation: body.name,
              inviter: inviter.user.name,
              link: `${publicUrl}/invitations/${id}`,
            },
            request,
          }),
        schema: {
          organization: { modelName: 'auth_organisation' },
          member: { modelName: 'auth_membership' },
          invitation: { modelName: 'auth_invitation' },
        },
      }),
      twoFactor({ issuer: 'Jiechuan', schema: { twoFactor: { modelName: 'auth_two_factor' } } }),
      passkey({
        rpID: new URL(publicUrl).hostname,
        rpName: 'Jiechuan',
        origin: new URL(publicUrl).origin,
        schema: { passkey: { modelName: 'auth_passkey' } },
      }),
      apiKey({
        defaultPrefix: apiKeyPrefix,
        enableMetadata: true,
        requireName: true,
        rateLimit: { enabled: false },
        schema: { apikey: { modelName: 'auth_api_key' } },
      }),
    ],
  });
  return { auth, pool, attempts };
}

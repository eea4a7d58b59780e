import type { IncomingHttpHeaders } from 'node:http';
import {
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransportFuture,
} from '@simplewebauthn/server';
import { fromNodeHeaders } from 'better-auth/node';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { createLibrary } from './library.ts';

export interface Passkey {
  id: string;
  transports: string[];
}

/** How somebody who is signed in proves again, at this moment, who they are. */
export interface Proofs {
  /** Host that passkeys are bound to. */
  readonly rpId: string;
  passkeysOf(trx: Db, userId: string): Promise<Passkey[]>;
  /** Whether the second step is on. */
  hasSecondStep(trx: Db, userId: string): Promise<boolean>;
  /**
   * Holds a password and a one-time code against the person of the session. Wrong ones are counted by person.
   * @returns seconds to wait after too many
   */
  byPassword(
    headers: IncomingHttpHeaders,
    input: { userId: string; password: string; code: string },
  ): Promise<{ proved: boolean; wait?: number }>;
  /**
   * Holds a passkey's assertion over a challenge against the person's keys.
   * @returns what shows it later, to whoever knows the challenge; undefined where it doesn't hold
   */
  byPasskey(
    trx: Db,
    input: { userId: string; challenge: string; answer: AuthenticationResponseJSON },
  ): Promise<PasskeyEvidence | undefined>;
}

export interface PasskeyEvidence {
  publicKey: string;
  clientDataJSON: string;
  authenticatorData: string;
  signature: string;
}

export function createProofs(
  { auth, attempts }: Pick<ReturnType<typeof createLibrary>, 'auth' | 'attempts'>,
  publicUrl: string,
): Proofs {
  const { hostname: rpId, origin } = new URL(publicUrl);
  return {
    rpId,

    async passkeysOf(trx, userId) {
      const { rows } = await sql<{ id: string; transports: string | null }>`
        select "credentialID" as id, transports from auth_passkey where "userId" = ${userId} order by id limit 50`.execute(
        trx,
      );
      return rows.map((row) => ({ id: row.id, transports: row.transports?.split(',').slice(0, 10) ?? [] }));
    },

    async hasSecondStep(trx, userId) {
      const { rows } = await sql<{ on: boolean | null }>`
        select "twoFactorEnabled" as on from auth_user where id = ${userId}`.execute(trx);
      return rows[0]?.on ?? false;
    },

    async byPassword(headers, { userId, password, code }) {
      // Counted apart from signing in: strangers who guess there keep nobody from signing here.
      const tried = { account: `proof:${userId}`, address: '', device: undefined };
      const wait = await attempts.begin(tried);
      if (wait !== undefined) return { proved: false, wait };
      const context = await auth.$context;
      const account = (await context.internalAdapter.findAccounts(userId)).find(
        ({ providerId }) => providerId === 'credential',
      );
      const right =
        typeof account?.password === 'string' &&
        (await context.password.verify({ hash: account.password, password })) &&
        (await auth.api
          .verifyTOTP({ body: { code }, headers: fromNodeHeaders(headers) })
          .then(({ user }) => user.id === userId)
          .catch(() => false));
      if (right) await attempts.forget(tried);
      return { proved: right };
    },

    async byPasskey(trx, { userId, challenge, answer }) {
      const { rows } = await sql<{
        id: string;
        credentialID: string;
        publicKey: string;
        counter: number;
        transports: string | null;
      }>`select id, "credentialID", "publicKey", counter, transports from auth_passkey
         where "userId" = ${userId} and "credentialID" = ${answer.id} for update`.execute(trx);
      const [key] = rows;
      if (!key) return undefined;
      const found = await verifyAuthenticationResponse({
        response: answer,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: true,
        credential: {
          id: key.credentialID,
          publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64')),
          counter: key.counter,
          transports: key.transports?.split(',') as AuthenticatorTransportFuture[] | undefined,
        },
      }).catch(() => undefined);
      if (!found?.verified) return undefined;
      await sql`update auth_passkey set counter = ${found.authenticationInfo.newCounter} where id = ${key.id}`.execute(
        trx,
      );
      const { clientDataJSON, authenticatorData, signature } = answer.response;
      return { publicKey: key.publicKey, clientDataJSON, authenticatorData, signature };
    },
  };
}

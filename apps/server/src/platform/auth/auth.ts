import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Db } from '../db/database.ts';
import { Problem, problems } from '../errors.ts';
import { answerAuthProblem } from './problems.ts';
import { createProofs, type Proofs } from './proofs.ts';
import { apiKeyPrefix, createLibrary, type AuthOptions } from './library.ts';

/** Who asks, as far as signing in knows. */
export interface Identity {
  userId: string;
  name: string;
  email: string;
  /** The organisation the person acts for: the one chosen, else the first joined. */
  organisationId: string | null;
  organisationRole: 'owner' | 'admin' | 'member' | null;
  /** Operations an API key is limited to; null for a session. */
  scopes: string[] | null;
  twoFactor: boolean;
}

export interface ApiKey {
  id: string;
  name: string;
  /** Its first letters, to know it by. */
  start: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

export interface Auth {
  /** Serves /api/auth/*: signing up and in, sessions, passkeys, TOTP, invitations. */
  mount(app: FastifyInstance): Promise<void>;
  /**
   * From an API key or a session's cookie; null for a visitor, who costs no query.
   * @throws Problem platform.badApiKey for a key that is unknown, expired or revoked: whoever shows one never asks as a visitor
   */
  identify(headers: IncomingHttpHeaders): Promise<Identity | null>;
  /**
   * Makes a session act for one of its person's organisations.
   * @returns false where the headers carry no session, or its person doesn't belong to that organisation
   */
  actFor(trx: Db, headers: IncomingHttpHeaders, organisationId: string): Promise<boolean>;
  /** Makes a person with a password, for the command line and the demo. */
  createUser(input: { email: string; name: string; password: string }): Promise<{ userId: string }>;
  /** Makes a person owner of an organisation, in the caller's transaction. */
  createOwner(trx: Db, input: { id: string; name: string; ownerUserId: string }): Promise<void>;
  createApiKey(
    userId: string,
    input: {
      name: string;
      scopes: readonly string[];
      expiresInDays: number | null;
      organisationId: string | null;
    },
  ): Promise<{ key: string; id: string }>;
  listApiKeys(trx: Db, userId: string): Promise<ApiKey[]>;
  /** @returns false when the person has no such key */
  revokeApiKey(trx: Db, userId: string, id: string): Promise<boolean>;
  /** How somebody signed in proves again who they are. */
  readonly proofs: Proofs;
  /** Forgets wrong passwords that are long over. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

export function createAuth(options: AuthOptions & { db: Db }): Auth {
  const { db } = options;
  const { auth, pool, attempts } = createLibrary(options);

  const membership = async (userId: string, wanted: string | null) => {
    const { rows } = await sql<{ organisationId: string; role: Identity['organisationRole'] }>`
      select "organizationId" as "organisationId", role from auth_membership where "userId" = ${userId}
      order by ("organizationId" = ${wanted}) desc nulls last, "createdAt", id limit 1`.execute(db);
    return rows[0] ?? { organisationId: null, role: null };
  };

  const fromApiKey = async (key: string): Promise<Identity> => {
    const bad = new Problem(problems.badApiKey);
    if (!key.startsWith(apiKeyPrefix)) throw bad;
    const checked = await auth.api.verifyApiKey({ body: { key } });
    if (!checked.valid || !checked.key) throw bad;
    const { referenceId, permissions, metadata } = checked.key;
    const { rows } = await sql<{ name: string; email: string; twoFactorEnabled: boolean | null }>`
      select name, email, "twoFactorEnabled" from auth_user where id = ${referenceId}`.execute(db);
    const user = rows[0];
    if (!user) throw bad;
    const wanted = (metadata as { organisationId?: string } | null)?.organisationId ?? null;
    const { organisationId, role } = await membership(referenceId, wanted);
    // A key made for an organisation that its owner has left is good for nothing.
    if (wanted !== null && organisationId !== wanted) throw bad;
    return {
      userId: referenceId,
      name: user.name,
      email: user.email,
      organisationId,
      organisationRole: role,
      scopes: (permissions as Record<string, string[]> | null)?.['operations'] ?? [],
      twoFactor: user.twoFactorEnabled ?? false,
    };
  };

  return {
    mount: (app) => mountLibrary(app, auth.handler, new URL(options.publicUrl).origin),

    async identify(headers) {
      const key = /^Bearer +(.*)$/i.exec(headers.authorization ?? '')?.[1] ?? headers['x-api-key'];
      if (key !== undefined) return fromApiKey(String(key));
      if (!headers.cookie?.includes('session_token')) return null;
      const session = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
      if (!session) return null;
      const { user } = session;
      const wanted =
        (session.session as { activeOrganizationId?: string | null }).activeOrganizationId ?? null;
      const { organisationId, role } = await membership(user.id, wanted);
      return {
        userId: user.id,
        name: user.name,
        email: user.email,
        organisationId,
        organisationRole: role,
        scopes: null,
        twoFactor: (user as { twoFactorEnabled?: boolean | null }).twoFactorEnabled ?? false,
      };
    },

    async actFor(trx, headers, organisationId) {
      const session = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
      if (!session) return false;
      const { numAffectedRows = 0n } = await sql`
        update auth_session set "activeOrganizationId" = ${organisationId}, "updatedAt" = now()
        where id = ${session.session.id} and exists (
          select from auth_membership where "userId" = ${session.user.id} and "organizationId" = ${organisationId})`.execute(
        trx,
      );
      return numAffectedRows > 0n;
    },

    async createUser({ email, name, password }) {
      const context = await auth.$context;
      const user = await context.internalAdapter.createUser(
        { email: email.toLowerCase(), name, emailVerified: true },
        { method: 'email-password' },
      );
      await context.internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: await context.password.hash(password),
      });
      return { userId: user.id };
    },

    async createOwner(trx, { id, name, ownerUserId }) {
      await sql`
        insert into auth_organisation (id, name, slug, "createdAt") values (${id}, ${name}, ${id}, now())
        on conflict (id) do update set name = excluded.name`.execute(trx);
      await sql`
        insert into auth_membership (id, "organizationId", "userId", role, "createdAt")
        values (${v7()}, ${id}, ${ownerUserId}, 'owner', now())
        on conflict ("organizationId", "userId") do nothing`.execute(trx);
    },

    async createApiKey(userId, { name, scopes, expiresInDays, organisationId }) {
      const made = await auth.api.createApiKey({
        body: {
          userId,
          name,
          permissions: { operations: [...scopes] },
          metadata: { organisationId },
          expiresIn: expiresInDays === null ? null : expiresInDays * 24 * 3600,
        },
      });
      return { key: made.key, id: made.id };
    },

    async listApiKeys(trx, userId) {
      const { rows } = await sql<{
        id: string;
        name: string | null;
        start: string | null;
        permissions: string | null;
        createdAt: Date;
        expiresAt: Date | null;
        lastRequest: Date | null;
      }>`select id, name, start, permissions, "createdAt", "expiresAt", "lastRequest" from auth_api_key
         where "referenceId" = ${userId} order by "createdAt" desc, id desc limit 100`.execute(trx);
      return rows.map((row) => ({
        id: row.id,
        name: row.name ?? '',
        start: row.start ?? '',
        scopes: (JSON.parse(row.permissions ?? '{}') as { operations?: string[] }).operations ?? [],
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt?.toISOString() ?? null,
        lastUsedAt: row.lastRequest?.toISOString() ?? null,
      }));
    },

    async revokeApiKey(trx, userId, id) {
      const { numAffectedRows = 0n } =
        await sql`delete from auth_api_key where id = ${id} and "referenceId" = ${userId}`.execute(trx);
      return numAffectedRows > 0n;
    },

    proofs: createProofs({ auth, attempts }, options.publicUrl),

    sweep: () => attempts.sweep(),

    close: () => pool.end(),
  };
}

/** Hands requests to the library as they came, and its answers back; refusals become problem documents. */
async function mountLibrary(
  app: FastifyInstance,
  handler: (request: Request) => Promise<Response>,
  origin: string,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      schema: { hide: true } as never,
      logLevel: 'warn',
      handler: async (request, reply) => {
        const response = await handler(toWebRequest(request, origin));
        for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
        if (response.status >= 400) return answerAuthProblem(request, reply, response);
        for (const [name, value] of response.headers)
          if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
        reply.header('cache-control', 'no-store');
        return reply
          .code(response.status)
          .send(response.body ? Buffer.from(await response.arrayBuffer()) : undefined);
      },
    });
  });
}

function toWebRequest(request: FastifyRequest, origin: string): Request {
  const headers = fromNodeHeaders(request.headers);
  // The library counts attempts by this header; whatever a client sent under its name is overwritten.
  headers.set('x-jiechuan-address', request.ip);
  headers.delete('content-length');
  // The path only: a request line may name another host.
  const { pathname, search } = new URL(request.url, origin);
  return new Request(new URL(pathname + search, origin), {
    method: request.method,
    headers,
    ...(request.method === 'POST' && Buffer.isBuffer(request.body) && { body: new Uint8Array(request.body) }),
  });
}

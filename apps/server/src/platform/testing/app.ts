import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient, type Client } from '@jiechuan/contract';
import pino from 'pino';
import { createApp, type App, type AppOptions } from '../../app.ts';
import { type Actor, type Role } from '../actor.ts';
import { createLog } from '../log.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { createTestDatabase } from './database.ts';

export interface TestApp extends App {
  /** A client that asks in this actor's name, through the whole HTTP stack. */
  as(actor: Partial<Actor> & { role: Role }): Client;
  /** Headers that make a raw `http.inject` request in this actor's name. */
  headersAs(actor: Partial<Actor> & { role: Role }): Record<string, string>;
  connectionString: string;
}

const header = 'x-test-actor';
const inCookie = (cookie = '') => /x-test-actor=([^;]+)/.exec(cookie)?.[1] ?? '{}';

/**
 * The real application on a database of its own, answers held against the contract. Only
 * authentication is replaced, so that a test can be anybody; sign-in itself is tested with the real one.
 * @param options.webBuildDir serves the pages too; they ask in the name of whom the cookie names
 */
export async function startTestApp(
  server: string,
  { webBuildDir }: Pick<AppOptions, 'webBuildDir'> = {},
): Promise<TestApp> {
  const database = await createTestDatabase(server);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'jiechuan-app-'));
  // Whoever a test pretends to be exists as a person, as whoever signs in does.
  const people = openDatabase(database.url, { max: 2 });
  const known = new Map<string, Promise<unknown>>();
  // Of several requests of one person at once each waits until they exist.
  const meet = (userId: string) => {
    const met =
      known.get(userId) ??
      people.pool.query(
        `insert into auth_user (id, name, email, "emailVerified") values ($1, 'Test', $1 || '@example.org', true) on conflict do nothing`,
        [userId],
      );
    known.set(userId, met);
    return met;
  };
  const app = await createApp({
    config: { ...readConfig({}), dataDir, rateLimit: 1_000_000 },
    connectionString: database.url,
    log: createLog(process.env['LOG_LEVEL'] ?? 'fatal', pino.destination(1)),
    checkAnswers: true,
    ...(webBuildDir !== undefined && { webBuildDir }),
    authenticate: async (request) => {
      const actor: Actor = {
        userId: null,
        userName: null,
        organisationId: null,
        organisationRole: null,
        role: 'visitor',
        scopes: null,
        ...(JSON.parse(
          decodeURIComponent(String(request.headers[header] ?? inCookie(request.headers.cookie))),
        ) as Partial<Actor>),
        language: request.language,
        ip: request.ip,
        requestId: request.id,
      };
      if (actor.userId !== null) await meet(actor.userId);
      return actor;
    },
  });
  const headersAs: TestApp['headersAs'] = (actor) => ({
    [header]: encodeURIComponent(JSON.stringify(actor)),
  });
  return {
    ...app,
    connectionString: database.url,
    headersAs,
    as: (actor) =>
      createClient({
        baseUrl: '',
        fetch: app.fetchInside,
        headers: () => ({ 'accept-language': actor.language ?? 'en', ...headersAs(actor) }),
      }),
    async close() {
      await app.close();
      await people.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

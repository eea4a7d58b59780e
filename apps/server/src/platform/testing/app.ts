import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient, type Client } from '@jiechuan/contract';
import pino from 'pino';
import { createApp, type App } from '../../app.ts';
import { type Actor, type Role } from '../actor.ts';
import { readConfig } from '../config.ts';
import { createTestDatabase } from './database.ts';

export interface TestApp extends App {
  /** A client that asks in this actor's name, through the whole HTTP stack. */
  as(actor: Partial<Actor> & { role: Role }): Client;
  /** Headers that make a raw `http.inject` request in this actor's name. */
  headersAs(actor: Partial<Actor> & { role: Role }): Record<string, string>;
  connectionString: string;
}

const header = 'x-test-actor';

/**
 * The real application on a database of its own, answers held against the contract. Only
 * authentication is replaced, so that a test can be anybody; sign-in itself is tested with the real one.
 */
export async function startTestApp(server: string): Promise<TestApp> {
  const database = await createTestDatabase(server);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'jiechuan-app-'));
  const app = await createApp({
    config: { ...readConfig({}), dataDir, rateLimit: 1_000_000 },
    connectionString: database.url,
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'fatal' }),
    checkAnswers: true,
    authenticate: async (request) => ({
      userId: null,
      userName: null,
      organisationId: null,
      organisationRole: null,
      role: 'visitor',
      scopes: null,
      ...(JSON.parse(decodeURIComponent(String(request.headers[header] ?? '{}'))) as Partial<Actor>),
      language: request.language,
      ip: request.ip,
      requestId: request.id,
    }),
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
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

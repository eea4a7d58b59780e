import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyRequest } from 'fastify';
import pg from 'pg';
import pino from 'pino';
import { createApp, type App } from '../apps/server/src/app.ts';
import type { Actor } from '../apps/server/src/platform/actor.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { startPostgres } from '../apps/server/src/platform/postgres/index.ts';
import { dropDatabase } from '../apps/server/src/platform/testing/drop-database.ts';
import { seed } from '../apps/server/src/seed.ts';

/** A PostgreSQL with room for databases, and a folder for files: all gone after `close`. */
export interface Ground {
  folder: string;
  version: string;
  /** Makes a database, empty or as a copy of another; answers with its connection string. */
  createDatabase(name: string, template?: string): Promise<string>;
  /** The database of the demo alliance: 1,000 enterprises, 10,000 products; made when first asked for. */
  demoDatabase(): Promise<string>;
  /** @param options.actor who asks, whatever the request says; or told by the request */
  openApp(
    connectionString: string,
    options?: { actor?: Partial<Actor> | ((request: FastifyRequest) => Partial<Actor>); workers?: boolean },
  ): Promise<App>;
  close(): Promise<void>;
}

/** Settings of the application; the embedded server with its own settings, or BENCH_DATABASE_URL. */
export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-bench-'));
  // The account that PostgreSQL runs as must be able to enter.
  await chmod(folder, 0o755);
  const outside = process.env['BENCH_DATABASE_URL'];
  const server = outside
    ? { connectionString: outside, stop: async () => {} }
    : await startPostgres({ dataDir: folder });
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  const names: string[] = [];
  let demo: Promise<string> | undefined;

  const ground: Ground = {
    folder,
    version: rows[0]!.server_version,
    async createDatabase(name, template) {
      const whole = `jiechuan_bench_${name}`;
      await dropDatabase(client, whole);
      await client.query(
        `create database ${whole} template ${template ? `jiechuan_bench_${template}` : 'template0'} encoding 'UTF8'`,
      );
      names.push(whole);
      const url = new URL(server.connectionString);
      url.pathname = `/${whole}`;
      return url.toString();
    },
    demoDatabase: () => (demo ??= makeDemo(ground)),
    openApp: (connectionString, { actor, workers = false } = {}) =>
      createApp({
        config: { ...readConfig({}), dataDir: folder, rateLimit: 1_000_000_000 },
        connectionString,
        log: pino({ level: 'fatal' }),
        workers,
        ...(actor && {
          authenticate: async (request) => ({
            ...visitor,
            ...(typeof actor === 'function' ? actor(request) : actor),
            ip: request.ip,
            requestId: request.id,
          }),
        }),
      }),
    async close() {
      for (const name of names) await dropDatabase(client, name);
      await client.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return ground;
}

const visitor: Actor = {
  userId: null,
  userName: null,
  organisationId: null,
  organisationRole: null,
  role: 'visitor',
  scopes: null,
  language: 'zh-CN',
  ip: '',
  requestId: '',
};

async function makeDemo(ground: Ground): Promise<string> {
  const url = await ground.createDatabase('demo');
  const app = await ground.openApp(url);
  await seed(app, { enterprises: 1000, products: 10_000, randomSeed: 1 });
  await app.close();
  return url;
}

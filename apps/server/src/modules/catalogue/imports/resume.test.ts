import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pino from 'pino';
import { Readable } from 'node:stream';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createApp, type App } from '../../../app.ts';
import { systemActor, type Actor } from '../../../platform/actor.ts';
import { readConfig } from '../../../platform/config.ts';
import { databaseForTest } from '../../../platform/testing/database.ts';
import { sql } from 'kysely';
import { insertProduct } from '../product.sql.ts';
import { admitEnterprise, sauce } from '../testing/enterprise.ts';
import { catalogue } from '../tables.ts';
import { keepUpload } from '../../../platform/http/upload.ts';
import { createImport } from './create-import.ts';
import { getImport } from './get-import.ts';
import { startImport } from './start-import.ts';
import { csvOf } from './testing/uploads.ts';
import { resumeImports, workImport } from './work-import.ts';
import { imports } from './tables.ts';

const rows = 12_000;
const list = (order: (n: number) => number = (n) => n) =>
  csvOf([
    ['sku', 'Name (zh-CN)', 'Name (en)', 'category', 'hs6', 'shelf life days', 'Description (zh-CN)'],
    ...Array.from({ length: rows }, (_, at) => order(at)).map((n) => [
      `K-${n}`,
      `豆瓣 ${n}`,
      `Paste ${n}`,
      n % 1000 === 7 ? '' : 'sauces',
      '210390',
      '540',
      '陈年豆瓣，酱香浓郁。'.repeat(20),
    ]),
  ]);

interface Place {
  app: App;
  actor: Actor;
  args: string[];
}

/** A server that works no jobs, with an import waiting to be worked. */
async function waitingImport(): Promise<Place & { id: string }> {
  const connectionString = await databaseForTest(inject('postgres'));
  const dataDir = await mkdtemp(path.join(tmpdir(), 'jiechuan-import-'));
  const app = await createApp({
    config: { ...readConfig({}), dataDir },
    connectionString,
    log: pino({ level: 'fatal' }),
    workers: false,
  });
  onTestFinished(async () => {
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const organisationId = await admitEnterprise(app);
  const actor: Actor = {
    ...systemActor('test'),
    role: 'enterprise',
    organisationId,
    organisationRole: 'owner',
  };
  const id = await startedImport(app, actor, list());
  return { app, actor, id, args: [connectionString, dataDir, id, '1'] };
}

/** An import of this list, put to work; nobody works it yet. */
async function startedImport(app: App, actor: Actor, text: string): Promise<string> {
  const { db } = app.ground;
  const content = Buffer.from(text);
  const file = { open: () => Readable.from([content]), bytes: content.length, name: 'list.csv' };
  const kept = await keepUpload(app.http.uploadKeeping!, 'catalogue.createImport', file);
  const { id } = await db
    .transaction()
    .execute((trx) => createImport(trx, actor, { ...file, ...kept }, app.ground));
  await db
    .transaction()
    .execute((trx) =>
      startImport(trx, actor, { id, operation: 'catalogue.runImport', publish: false }, app.ground),
    );
  return id;
}

const program = path.join(import.meta.dirname, 'testing/import-process.ts');

/** Works the import in a process of its own, killed once it has said so many commits. @returns the last row it said */
async function workAndKill(args: string[], commits: number): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = 0;
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (said++ >= commits) continue;
    last = Number(line);
    if (said === commits) child.kill('SIGKILL');
  }
  return last;
}

test(
  'an import whose server is killed again and again ends complete, each row in once',
  { timeout: 300_000 },
  async () => {
    const { app, actor, id, args } = await waitingImport();
    const { db } = app.ground;
    for (const commits of [1, 3, 2, 5]) {
      const last = await workAndKill(args, commits);
      const { row_reached: reached } = await imports(db)
        .selectFrom('product_import')
        .select('row_reached')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      // What was said to be committed is there.
      expect(reached).toBeGreaterThanOrEqual(last);
    }
    await workImport(app.ground, { importId: id, attempt: 1 });
    const one = await getImport(db, actor, id);
    expect(one).toMatchObject({
      state: 'done',
      progress: { rowsRead: rows, good: rows - 12, bad: 12, created: rows - 12, updated: 0 },
    });
    const count = async (table: 'product' | 'product_version') =>
      (
        await catalogue(db)
          .selectFrom(table)
          .select((select) => select.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n;
    expect(await count('product')).toBe(rows - 12);
    expect(await count('product_version')).toBe(rows - 12);
  },
);

test('two servers at the same import bring each row in once', { timeout: 120_000 }, async () => {
  const { app, actor, id } = await waitingImport();
  await Promise.all([1, 2, 3].map(() => workImport(app.ground, { importId: id, attempt: 1 })));
  // Whoever was overtaken has stopped; the one in front has ended it.
  expect(await getImport(app.ground.db, actor, id)).toMatchObject({
    state: 'done',
    progress: { rowsRead: rows, created: rows - 12 },
  });
});

test(
  'two lists of the same goods in opposite order, at the same time, bring each in once',
  { timeout: 240_000 },
  async () => {
    const { app, actor, id } = await waitingImport();
    const other = await startedImport(
      app,
      actor,
      list((at) => rows - 1 - at),
    );
    const both = [id, other];
    await Promise.all(both.map((importId) => workImport(app.ground, { importId, attempt: 1 })));
    const ended = await Promise.all(both.map((one) => getImport(app.ground.db, actor, one)));
    for (const one of ended)
      expect(one).toMatchObject({ state: 'done', progress: { good: rows - 12, bad: 12 } });
    const sum = (field: 'created' | 'unchanged') =>
      ended.reduce((all, { progress }) => all + progress[field], 0);
    expect([sum('created'), sum('unchanged')]).toEqual([rows - 12, rows - 12]);
  },
);

test(
  'a batch that is ready before the one before it waits, and shows nothing until then',
  { timeout: 120_000 },
  async () => {
    const { app, actor, id } = await waitingImport();
    const { db } = app.ground;
    const look = async () =>
      (
        await sql<{ locked: number; idle: number; products: number }>`
          select count(*) filter (where wait_event_type = 'Lock') as locked,
            count(*) filter (where state = 'idle in transaction') as idle, (select count(*) from product) as products
          from pg_stat_activity where datname = current_database()`.execute(db)
      ).rows[0];
    const work = await db.transaction().execute(async (trx) => {
      // Somebody adds a good of the second batch, and takes a while.
      await insertProduct(trx, actor.organisationId!, { ...sauce(), sku: 'K-400' });
      const working = workImport(app.ground, { importId: id, attempt: 1 });
      // The first is in, but for its bad row. The second one waits for it, the third one, all written, for the second: it and this one here do nothing.
      await expect.poll(look, { timeout: 60_000 }).toEqual({ locked: 1, idle: 2, products: 199 });
      return { working };
    });
    await work.working;
    const one = await getImport(db, actor, id);
    expect(one).toMatchObject({
      state: 'done',
      progress: { rowsRead: rows, good: rows - 12, created: rows - 13, updated: 1 },
    });
    expect(await look()).toMatchObject({ products: rows - 12 });
  },
);

test('an import that nobody has moved on for half a minute is put back to work, a living one is not', async () => {
  const { app, id } = await waitingImport();
  const queued: object[] = [];
  const events = {
    ...app.ground.events,
    enqueue: async (_: unknown, __: string, data: object) => (queued.push(data), null),
  };
  await resumeImports({ ...app.ground, events });
  expect(queued).toEqual([]);
  await imports(app.ground.db)
    .updateTable('product_import')
    .set({ progressed_at: new Date(Date.now() - 31_000) })
    .where('id', '=', id)
    .execute();
  await resumeImports({ ...app.ground, events });
  expect(queued).toEqual([{ importId: id, attempt: 1 }]);
});

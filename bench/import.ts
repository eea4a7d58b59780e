import { createImport, createClient, getImport, runImport, type Client } from '@jiechuan/contract';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Ground } from './ground.ts';
import { seconds, times, type Result } from './report.ts';

const longestMs = 600_000;

/** The real import of 10,000 rows beside COPY of the same rows into the same indexed tables; memory at 100,000 rows. */
export async function benchImport(ground: Ground): Promise<Result> {
  await ground.demoDatabase();
  const url = await ground.createDatabase('import', 'demo');
  const client = new pg.Client({ connectionString: url });
  // A database that is dropped after a failure must not hide what failed.
  client.on('error', () => {});
  await client.connect();
  const [maker, bulk] = await twoEnterprises(client);
  const rows = await exported(ground, url);

  const imported = await importRows(ground, client, url, maker, csv(rows, 'IMP'));
  const copied = await copyBack(ground, client, maker);
  const big = Array.from({ length: 10 }, (_, copy) =>
    rows.slice(1).map((row) => [`B${copy}-${row[0]}`, ...row.slice(1)]),
  );
  const peak = await peakOfImport(ground, url, bulk, stringify([rows[0]!, ...big.flat()]));
  await client.end();
  const [all, onlyProducts] = copied;
  return {
    title: 'Import',
    columns: ['What', 'Time', 'Import compared'],
    rows: [
      [
        'COPY of the product rows alone into their indexed table',
        seconds(onlyProducts),
        times(imported / onlyProducts),
      ],
      [
        'COPY of all rows that the import writes (products, versions, search rows) into their indexed tables',
        seconds(all),
        times(imported / all),
      ],
      ['import of 10,000 rows: read, checked, versioned, searchable', seconds(imported), '1'],
      ['peak memory of the process, 100,000 rows', `${Math.round(peak / 1024)} MB`, 'goal: under 400 MB'],
    ],
    notes: [
      'CSV as exported, 10,000 products of one enterprise, published at once, through the real job. Goal: at most 4 times COPY.',
    ],
  };
}

export async function twoEnterprises(client: pg.Client): Promise<[string, string]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from organisation where kind = 'enterprise' and state = 'admitted' order by id limit 2`,
  );
  return [rows[0]!.id, rows[1]!.id];
}

const clientAt = (url: string): Client => createClient({ baseUrl: url });
const owner = (organisationId: string) => ({
  role: 'enterprise' as const,
  userId: 'bench',
  userName: 'Bench',
  organisationId,
  organisationRole: 'owner' as const,
});

/** 10,000 products in the shape of an export, headings first. */
export async function exported(ground: Ground, url: string): Promise<string[][]> {
  const app = await ground.openApp(url, {
    actor: { role: 'secretariat', userId: 'bench', userName: 'Bench' },
  });
  const answer = await app.http.inject('/api/v1/products/export.csv');
  await app.close();
  if (answer.statusCode !== 200) throw new Error(answer.payload.slice(0, 500));
  const rows = parse(answer.rawPayload, { bom: true, relax_column_count: true }) as string[][];
  const filled = [rows[0]!];
  for (let at = 0; filled.length <= 10_000; at++) {
    const row = rows[1 + (at % (rows.length - 1))]!;
    filled.push(at < rows.length - 1 ? row : [`X-${row[0]}`, ...row.slice(1)]);
  }
  return filled;
}

export const csv = (rows: readonly string[][], prefix: string): string =>
  stringify([rows[0]!, ...rows.slice(1).map((row) => [`${prefix}-${row[0]}`, ...row.slice(1)])]);

/** From "run" to "done", in milliseconds. */
export async function importRows(
  ground: Ground,
  database: pg.Client,
  url: string,
  maker: string,
  text: string,
): Promise<number> {
  const app = await ground.openApp(url, { actor: owner(maker), workers: true });
  await untilIdle(database);
  const client = clientAt(await app.http.listen({ port: 0, host: '127.0.0.1' }));
  const { id } = await client.call(createImport, { file: new Blob([text]), filename: 'list.csv' });
  const began = performance.now();
  await client.call(runImport, { params: { id }, body: { publish: true } });
  for (;;) {
    const { state, progress } = await client.call(getImport, { params: { id } });
    if (state === 'failed' || performance.now() - began > longestMs)
      throw new Error(`the import ended as ${state}`);
    if (state === 'done') {
      const ms = performance.now() - began;
      if (progress.created !== 10_000) throw new Error(`${progress.created} created, ${progress.bad} bad`);
      await app.close();
      return ms;
    }
    // Asked oftener, the asking itself would take a good part of the two processors.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits for the jobs that loading the demo alliance left: they are no part of an import. */
async function untilIdle(database: pg.Client): Promise<void> {
  for (const began = performance.now(); performance.now() - began < longestMs;) {
    const { rows } = await database.query<{ waiting: number }>(
      `select count(*)::int as waiting from jobs.job where state in ('created', 'retry', 'active') and start_after <= now()`,
    );
    if (rows[0]!.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Takes the imported rows out and copies them in again: milliseconds for all tables, and for products alone. */
async function copyBack(
  ground: Ground,
  client: pg.Client,
  maker: string,
): Promise<[all: number, products: number]> {
  // The id is one that the database itself gave; COPY takes no parameters.
  const added = `organisation_id = '${maker}' and sku like 'IMP-%'`;
  const ofAdded = `product_id in (select id from product where ${added})`;
  const written = ['product', 'product_version', 'product_variant', 'product_search'];
  const rowsOf = (table: string) => `from ${table} where ${table === 'product' ? added : ofAdded}`;
  const file = (table: string) => path.join(ground.folder, `${table}.copy`);
  for (const table of written) {
    const out = client.query(copyTo(`copy (select * ${rowsOf(table)}) to stdout`));
    await pipeline(out, createWriteStream(file(table)));
  }
  for (const table of written.toReversed()) await client.query(`delete ${rowsOf(table)}`);
  await client.query(`vacuum ${written.join(', ')}`);
  let all = 0;
  let products = 0;
  for (const table of written) {
    const began = performance.now();
    await pipeline(createReadStream(file(table)), client.query(copyFrom(`copy ${table} from stdin`)));
    const ms = performance.now() - began;
    all += ms;
    if (table === 'product') products = ms;
  }
  return [all, products];
}

/** Kilobytes that a process of its own holds at most while it works an import. */
async function peakOfImport(ground: Ground, url: string, maker: string, text: string): Promise<number> {
  const app = await ground.openApp(url, { actor: owner(maker) });
  const client = clientAt(await app.http.listen({ port: 0, host: '127.0.0.1' }));
  const { id } = await client.call(createImport, { file: new Blob([text]), filename: 'list.csv' });
  await client.call(runImport, { params: { id }, body: { publish: true } });
  await app.close();
  const worker = path.resolve(
    import.meta.dirname,
    '../apps/server/src/modules/catalogue/imports/testing/import-process.ts',
  );
  const child = spawn(
    process.execPath,
    // As this process was started: with what the launcher asks of Node.
    [...process.execArgv, worker, url, ground.folder, id, '1'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
  await new Promise((resolve) => child.on('close', resolve));
  return Number(/peak (\d+)/.exec(said)?.[1]);
}

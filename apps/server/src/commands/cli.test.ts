import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase } from '../platform/testing/database.ts';

const cli = path.resolve(import.meta.dirname, '../cli.ts');
let folder: string;
let database: { url: string; drop: () => Promise<void> };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-cli-'));
  await chmod(folder, 0o755);
  database = await createTestDatabase(inject('postgres'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function run(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...args], {
    env: { ...process.env, JIECHUAN_DATA: folder, DATABASE_URL: database.url, LC_ALL: 'C.UTF-8', ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

test('a backup of a database that was never set up is refused in the terminal’s language', async () => {
  const answer = await run(['backup', path.join(folder, 'none')], { LC_ALL: 'ru_RU.UTF-8' });
  expect(answer).toMatchObject({ code: 1, err: 'База ещё не создана: копировать нечего.\n' });
});

test('migrate says what it did, as words and as JSON', async () => {
  const first = await run(['--json', 'migrate']);
  expect(first.code).toBe(0);
  expect((JSON.parse(first.out) as { applied: string[] }).applied).toContain('platform/0001-ground');
  expect((await run(['migrate'])).out).toBe('The database is up to date.\n');
});

test('doctor finds nothing wrong with a healthy set-up', async () => {
  const answer = await run(['--json', 'doctor']);
  const { findings } = JSON.parse(answer.out) as { findings: { check: string; ok: boolean }[] };
  expect(findings.filter(({ ok, check }) => !ok && check !== 'disk')).toEqual([]);
});

test('doctor exits with 3 when a mail could not be sent', async () => {
  const { openDatabase } = await import('../platform/db/database.ts');
  const opened = openDatabase(database.url);
  await opened.pool.query(
    `insert into mail (id, recipient, subject, body, state) values (gen_random_uuid(), 'a@example.org', 's', 'b', 'failed')`,
  );
  await opened.close();
  const answer = await run(['doctor']);
  expect(answer.code).toBe(3);
  expect(answer.out).toContain('✗ mails that could not be sent: 1');
});

test('a product list comes in with its bad rows told, goes out, and comes in again unchanged', async () => {
  expect((await run(['seed', '--enterprises', '2', '--products', '5'])).code).toBe(0);
  const { openDatabase } = await import('../platform/db/database.ts');
  const opened = openDatabase(database.url);
  const { rows } = await opened.pool.query<{ credit_code: string }>(
    `select credit_code from organisation where kind = 'enterprise' order by id limit 1`,
  );
  await opened.close();
  const enterprise = rows[0]!.credit_code;
  const list = path.join(folder, 'list.csv');
  await writeFile(list, '货号,品名,类别,海关编码\nA-1,豆瓣酱,sauces,210390\nA-2,辣椒酱,sauces,21-03\n');

  const dry = await run(['--json', 'import', list, '--enterprise', enterprise, '--dry-run']);
  expect(dry.code).toBe(3);
  expect(JSON.parse(dry.out)).toMatchObject({ state: 'checked', progress: { good: 1, bad: 1, created: 1 } });
  const done = await run(['import', list, '--enterprise', enterprise]);
  expect(done.code).toBe(3);
  expect(done.out).toContain('1 new');
  expect(done.out).toContain('row 3, 海关编码: “21-03”');

  for (const ending of ['csv', 'xlsx']) {
    const out = path.join(folder, `out.${ending}`);
    expect((await run(['export', out, '--enterprise', enterprise])).code).toBe(0);
    const again = await run(['--json', 'import', out, '--enterprise', enterprise]);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ progress: { created: 0, updated: 0, bad: 0 } });
  }
  expect(await readFile(path.join(folder, 'out.csv'), 'utf8')).toContain('豆瓣酱');
});

test('an import of no file, or for nobody, is refused in one sentence', async () => {
  expect(await run(['import', path.join(folder, 'none.csv'), '--enterprise', 'x'])).toMatchObject({
    code: 1,
    err: `There is no file ${path.join(folder, 'none.csv')}.\n`,
  });
  const list = path.join(folder, 'some.csv');
  await writeFile(list, 'sku,name,category\nA,b,sauces\n');
  expect(await run(['import', list, '--enterprise', '91510000DEM9999990'])).toMatchObject({
    code: 1,
    err: 'There is no enterprise with the id or credit code 91510000DEM9999990.\n',
  });
});

test('wrong usage exits with 2 and shows the help, --help with 0', async () => {
  expect(await run(['frobnicate'])).toMatchObject({ code: 2 });
  expect(await run(['backup'])).toMatchObject({ code: 2 });
  const help = await run(['backup', '--help']);
  expect(help.code).toBe(0);
  expect(help.out).toContain('Usage: jiechuan backup');
});

test('a command that is missing is wrong usage too; with --json wrong usage is one JSON document', async () => {
  for (const args of [[], ['user']]) {
    const answer = await run(args);
    expect(answer.code).toBe(2);
    expect(answer.err).toContain('Usage: jiechuan');
  }
  expect((await run(['help'])).code).toBe(0);
  for (const args of [['--json'], ['--json', 'user'], ['--json', 'frobnicate'], ['export', '--json']]) {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'usage' } });
  }
});

test('an export to a format there is none of or a folder that isn’t there, and another database, are refused in one sentence', async () => {
  const to = (file: string) => run(['export', path.join(folder, file), '--enterprise', 'x']);
  const pdf = await to('x.pdf');
  expect(pdf).toMatchObject({ code: 1, err: expect.stringContaining('.csv, .xlsx') as string });
  const nowhere = await to('nodir/x.csv');
  expect(nowhere).toMatchObject({ code: 1, err: `There is no folder ${path.join(folder, 'nodir')}.\n` });
  const mysql = await run(['migrate'], { DATABASE_URL: 'mysql://x' });
  expect(mysql.code).toBe(1);
  expect(mysql.err).toContain('postgres://');
});

test('rates come in from a file, and a bad row is told with its reason', async () => {
  const list = path.join(folder, 'rates.csv');
  await writeFile(list, 'base,quote,date,rate,source\nEUR,CHF,2026-09-24,0.9409,ECB\n');
  expect(await run(['rates', 'import', list])).toMatchObject({
    code: 0,
    out: 'Rates: 1 new, 0 changed, 0 as before.\n',
  });
  await writeFile(list, 'base,quote,date,rate,source\nEUR,CHF,yesterday,0.9409,ECB\n');
  const refused = await run(['rates', 'import', list]);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('row 2, date: “yesterday”');
});

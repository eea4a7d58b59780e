import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
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

test('wrong usage exits with 2 and shows the help, --help with 0', async () => {
  expect(await run(['frobnicate'])).toMatchObject({ code: 2 });
  expect(await run(['backup'])).toMatchObject({ code: 2 });
  const help = await run(['backup', '--help']);
  expect(help.code).toBe(0);
  expect(help.out).toContain('Usage: jiechuan backup');
});

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { planResult } from '@jiechuan/contract';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { hotpotBase, maker, product, type Maker } from '../modules/catalogue/testing/goods.ts';
import type { Problem } from '../platform/errors.ts';
import { startTestApp, type TestApp } from '../platform/testing/app.ts';
import { planCommand, type PlanOptions } from './plan.ts';

const cli = path.resolve(import.meta.dirname, '../cli.ts');
let app: TestApp;
let folder: string;
let owner: Maker;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-plan-'));
  owner = await maker(app);
  await product(app, owner, { ...hotpotBase('plant'), sku: 'PLANT-1' });
  await product(app, owner, { ...hotpotBase('tallow'), sku: 'TALLOW-1' });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(
  args: string[],
  language = 'C.UTF-8',
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, 'plan', ...args], {
    env: {
      PATH: process.env['PATH'],
      JIECHUAN_DATA: folder,
      DATABASE_URL: app.connectionString,
      LC_ALL: language,
    },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}
/** The same command without a process of its own. */
const inProcess = (options: PlanOptions) => {
  vi.stubEnv('DATABASE_URL', app.connectionString);
  vi.stubEnv('JIECHUAN_DATA', folder);
  return planCommand(options).finally(() => vi.unstubAllEnvs());
};
const kept = async () => {
  const { rows } = await app.database.pool.query<{ count: number }>('select count(*) as count from plan');
  return rows[0]!.count;
};

test('the answer, its road, its cost and the next steps are told in words, and nothing is kept', async () => {
  const told = await run(['--product', 'PLANT-1', '--market', 'HU', '--quantity', '2000']);
  expect(told.err).toBe('');
  const lines = told.out.trimEnd().split('\n');
  // Nobody has told its story in Hungarian: a pillar is empty or part, but there is a road and a cost.
  expect(lines[0]).toMatch(/^(Not ready yet|It can go once the papers are there)$/);
  expect(told.code).toBe(lines[0] === 'Not ready yet' ? 3 : 0);
  const steps = lines.indexOf('What to do next');
  const cost = lines.findIndex((line) => line.startsWith('Landed cost'));
  expect(cost).toBeGreaterThan(0);
  expect(steps).toBeGreaterThan(cost);
  expect(lines[cost]).toMatch(/DAP.*: CN¥[\d,]+\.\d\d/);
  const legs = lines.filter((line) => /^ {2}\d{4}-\d\d-\d\dT\d\d:\d\dZ .+ → .+ CN¥/.test(line));
  expect(legs.length).toBeGreaterThan(0);
  expect(lines.slice(steps + 1).every((line) => /^ {2}\d{4}-\d\d-\d\d {2}\S.+: \S/.test(line))).toBe(true);
  expect(told.out).not.toMatch(/\{\{|plans\.|undefined/);
  expect(await kept()).toBe(0);
});

test('as JSON it is the plan’s result as the contract has it, its sentences in the terminal’s language', async () => {
  const told = await run(['--product', 'PLANT-1', '--market', 'hu', '--json'], 'zh_CN.UTF-8');
  const result = planResult.parse(JSON.parse(told.out));
  expect(result).toMatchObject({
    product: { sku: 'PLANT-1' },
    market: { code: 'HU' },
    shipment: { quantity: 500 },
  });
  expect(result.steps[0]!.text).toMatch(/[\u4e00-\u9fff]/);
});

test('what may not enter exits with 3 and says why', async () => {
  const told = await inProcess({ product: 'TALLOW-1', market: 'GB', quantity: 500 });
  expect(told.exitCode).toBe(3);
  expect(told.lines[0]).toBe('It may not enter');
  expect(told.lines[1]).toContain('GB-FOOD-ANIMAL');
  expect(told.value).toMatchObject({ verdict: 'refused', entry: 'refused' });
});

test('a SKU nobody uses and a market nobody knows are refused in one sentence, in the terminal’s language', async () => {
  expect(await run(['--product', 'NONE-1', '--market', 'HU'], 'ru_RU.UTF-8')).toEqual({
    code: 1,
    out: '',
    err: 'Товара с артикулом NONE-1 нет.\n',
  });
  const market = await run(['--product', 'PLANT-1', '--market', 'XX', '--json']);
  expect(market).toMatchObject({ code: 1, out: '' });
  expect(JSON.parse(market.err)).toEqual({
    error: { code: 'markets.marketUnknown', message: expect.stringContaining('XX') as string },
  });
});

test('where two enterprises use one SKU they are named, and --enterprise says which', async () => {
  const other = await maker(app);
  for (const one of [owner, other]) await product(app, one, { ...hotpotBase('plant'), sku: 'TWICE-1' });
  const asked = { product: 'TWICE-1', market: 'HU', quantity: 500 };
  await expect(inProcess(asked)).rejects.toMatchObject({
    code: 'plans.productAmbiguous',
    params: { sku: 'TWICE-1', count: 2, makers: expect.stringContaining(owner.organisationId) as string },
  });
  const found = await inProcess({ ...asked, enterprise: other.organisationId });
  expect(found.value).toMatchObject({ product: { maker: { id: other.organisationId } } });
  await expect(inProcess({ ...asked, enterprise: 'nobody' })).rejects.toMatchObject({
    code: 'cli.noEnterprise',
  });
});

test('a wrong value is told by the option it came with', async () => {
  const wrong = { product: 'TALLOW-1', market: 'Hungary', quantity: 0, readyOn: 'soon', lifeLeft: 0 };
  const { fields } = (await inProcess(wrong).catch((error: unknown) => error)) as Problem;
  expect(fields.map(({ path }) => path)).toEqual(['--market', '--quantity', '--ready-on', '--life-left']);
  for (const { message } of fields) expect(message).not.toMatch(/[{}]/);
});

test('without a market or with a broken number the exit code is 2; the help tells every option', async () => {
  for (const args of [
    ['--product', 'PLANT-1'],
    ['--product', 'PLANT-1', '--market', 'HU', '--quantity', 'many'],
  ]) {
    const told = await run(args);
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toContain('Usage: jiechuan plan');
  }
  // How much a plan takes it says itself, with the number.
  const large = await run(['--product', 'PLANT-1', '--market', 'HU', '--quantity', '100000001']);
  expect(large).toMatchObject({ code: 1, out: '' });
  expect(large.err).toMatch(/--quantity: .*100[,\u00a0\s]?000[,\u00a0\s]?000/);
  const help = await run(['--help']);
  expect(help).toMatchObject({ code: 0, err: '' });
  for (const option of ['--product', '--market', '--quantity', '--enterprise', '--ready-on', '--life-left'])
    expect(help.out).toContain(option);
  expect(help.out).toContain('exit code 3');
});

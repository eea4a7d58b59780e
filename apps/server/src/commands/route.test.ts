import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routeCommand } from './route.ts';

const cli = path.resolve(import.meta.dirname, '../cli.ts');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-route-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hub = (id: string) => ({ id, waitDecay: 1, waitCost: 2, minTransfer: 5 });
const leg = { cost: 10, co2e: 3, decay: 1 };
const network = {
  hubs: [hub('Chengdu'), hub('Alashankou'), hub('Łódź'), hub('nowhere')],
  legs: [
    { id: 'rail-1', from: 'Chengdu', to: 'Alashankou', depart: 10, arrive: 100, ...leg },
    { id: 'rail-2', from: 'Alashankou', to: 'Łódź', depart: 110, arrive: 300, ...leg },
    { id: 'air', from: 'Chengdu', to: 'Łódź', depart: 20, arrive: 40, ...leg, cost: 900 },
  ],
};

async function file(name: string, content: unknown): Promise<string> {
  const where = path.join(folder, name);
  await writeFile(where, typeof content === 'string' ? content : JSON.stringify(content));
  return where;
}

/** Without a database, or a folder where one could be made. */
async function run(
  args: string[],
  language = 'C.UTF-8',
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, 'route', ...args], {
    env: { PATH: process.env['PATH'], JIECHUAN_DATA: '/dev/null/none', LC_ALL: language },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

test('every best way is printed, as words or as JSON; it needs no database', async () => {
  const files = [
    await file('network.json', network),
    await file('query.json', `\uFEFF${JSON.stringify({ from: 'Chengdu', to: 'Łódź', readyAt: 0 })}`),
  ];
  expect(await run(files)).toEqual({
    code: 0,
    err: '',
    out: [
      'Ways that none beats in everything: 2',
      'arrival 40, cost 940, CO₂e 3, transfers 0, decay 21: air',
      'arrival 300, cost 60, CO₂e 6, transfers 1, decay 22: rail-1 → rail-2',
      '',
    ].join('\n'),
  });
  const asJson = await run([...files, '--json']);
  expect(JSON.parse(asJson.out)).toMatchObject({
    itineraries: [
      { legs: ['air'], arrive: 40, cost: 940, co2e: 3, transfers: 0, decay: 21 },
      { legs: ['rail-1', 'rail-2'] },
    ],
  });
});

test('where there is no way, the reason is told in the terminal’s language and the exit code is 3', async () => {
  const given = await file('network.json', network);
  const late = { from: 'Chengdu', to: 'Łódź', readyAt: 0, latestArrival: 39 };
  expect(await run([given, await file('query.json', late)], 'zh_CN.UTF-8')).toMatchObject({
    code: 3,
    out: '在所给限制内无路可走。\n最迟到达：要求 39；若不设此限，可达 40\n',
  });
  const banned = { from: 'Chengdu', to: 'Łódź', readyAt: 0, avoidHubs: ['Alashankou'], avoidLegs: ['air'] };
  const told = await routeCommand(given, await file('query.json', banned));
  expect(told).toMatchObject({
    exitCode: 3,
    lines: [expect.stringContaining('air')],
    value: { itineraries: [], infeasible: { reason: 'banned', lift: { hubs: [], legs: ['air'] } } },
  });
  const lost = { from: 'Chengdu', to: 'nowhere', readyAt: 0 };
  expect(await routeCommand(given, await file('query.json', lost))).toMatchObject({
    exitCode: 3,
    value: { infeasible: { reason: 'noConnection' } },
  });
});

test('a file that is missing, a folder, or not JSON is refused by name', async () => {
  const query = await file('query.json', { from: 'Chengdu', to: 'Łódź', readyAt: 0 });
  const none = path.join(folder, 'none.json');
  await expect(routeCommand(none, query)).rejects.toMatchObject({
    code: 'cli.noFile',
    params: { file: none },
  });
  await expect(routeCommand(folder, query)).rejects.toMatchObject({ code: 'cli.noFile' });
  const broken = await file('broken.json', '{"hubs": [');
  await expect(routeCommand(broken, query)).rejects.toMatchObject({
    code: 'cli.notJson',
    params: { file: broken },
  });
});

test('wrong shape is refused with the file, the place in it and exit code 1', async () => {
  const query = await file('query.json', { from: 'Chengdu', to: 'Paris', readyAt: 0 });
  const wrong = await file('wrong.json', { ...network, legs: [{ ...network.legs[0], cost: -1 }] });
  expect(await run([wrong, query], 'ru_RU.UTF-8')).toEqual({
    code: 1,
    out: '',
    err: `${wrong}, legs[0].cost: нужно целое число не меньше 0\n`,
  });
  await expect(routeCommand(await file('network.json', network), query)).rejects.toMatchObject({
    code: 'cli.badInput',
    params: { file: query, path: 'to' },
  });
});

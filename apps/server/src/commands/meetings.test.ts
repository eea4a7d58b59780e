import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meetingsCommand } from './meetings.ts';

const cli = path.resolve(import.meta.dirname, '../cli.ts');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-meetings-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const meeting = (id: number, a: number, b: number, fixedSlot: number | null = null) => ({
  id,
  a,
  b,
  session: 'any',
  fixedSlot,
  after: [],
});
const instance = {
  participants: 3,
  slots: 4,
  morningSlots: 2,
  tables: 1,
  fairness: 1,
  meetings: [meeting(1, 1, 2, 1), meeting(2, 1, 3, 3), meeting(3, 2, 3)],
  unavailable: [[], [4], []],
};

async function file(name: string, content: unknown): Promise<string> {
  const where = path.join(folder, name);
  await writeFile(where, JSON.stringify(content));
  return where;
}

/** Without a database, or a folder where one could be made. */
async function run(args: string[], language = 'C.UTF-8') {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, 'meetings', ...args], {
    env: { PATH: process.env['PATH'], JIECHUAN_DATA: '/dev/null/none', LC_ALL: language },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

test('the schedule is printed slot by slot, or as JSON; it needs no database', async () => {
  const given = await file('instance.json', instance);
  const words = await run([given]);
  expect({ ...words, out: words.out.replace(/\d+\.\d s/, '… s') }).toEqual({
    code: 0,
    err: '',
    out: [
      'Breaks: 1; fewer are impossible, as proved in … s.',
      'Slot 1, meeting (table): 1 (1)',
      'Slot 2, meeting (table): 3 (1)',
      'Slot 3, meeting (table): 2 (1)',
      '',
    ].join('\n'),
  });
  const asJson = await run([given, '--json', '--seconds', '60']);
  expect(JSON.parse(asJson.out)).toMatchObject({
    status: 'optimal',
    breaks: 1,
    lowerBound: 1,
    schedule: [
      { meeting: 1, slot: 1, table: 1 },
      { meeting: 3, slot: 2, table: 1 },
      { meeting: 2, slot: 3, table: 1 },
    ],
    seconds: expect.any(Number) as number,
  });
});

test('where no schedule keeps the rules, that is told in the terminal’s language and the exit code is 3', async () => {
  const impossible = { ...instance, meetings: [...instance.meetings, meeting(4, 1, 2, 3)] };
  const told = await run([await file('impossible.json', impossible)], 'zh_CN.UTF-8');
  expect(told).toMatchObject({ code: 3, err: '' });
  expect(told.out).toMatch(/^已证明没有符合全部规则的日程，用时 \d+\.\d 秒。\n$/);
});

test('what there is too little of is told with who needs it', async () => {
  const resources = [{ name: 'zh-ru', meetings: [1, 2, 3], capacity: 0 }];
  const told = await run([await file('scarce.json', { ...instance, resources })]);
  expect(told).toMatchObject({ code: 3, err: '' });
  expect(told.out.split('\n').slice(1)).toEqual([
    'Resource zh-ru has room for 0 of these meetings in the 0 slots that they could be in: 1, 2, 3',
    '',
  ]);
  const wrong = await run([
    await file('unknown.json', { ...instance, resources: [{ meetings: [9], capacity: 1 }] }),
  ]);
  expect(wrong.err).toMatch(/unknown\.json, resources\[0\]\.meetings\[0\]: /);
});

test('wrong shape is refused with the file and the place in it; time that is no number is wrong usage', async () => {
  const wrong = await file('wrong.json', { ...instance, meetings: [meeting(1, 1, 4)] });
  expect(await run([wrong], 'ru_RU.UTF-8')).toEqual({
    code: 1,
    out: '',
    err: `${wrong}, meetings[0].b: число вне допустимых пределов\n`,
  });
  await expect(meetingsCommand(path.join(folder, 'none.json'), { seconds: 1 })).rejects.toMatchObject({
    code: 'cli.noFile',
  });
  expect(await run([wrong, '--seconds', 'soon'])).toMatchObject({ code: 2 });
});

test('without time nothing is claimed', async () => {
  const told = await meetingsCommand(await file('instance.json', instance), { seconds: 0 });
  expect(told).toMatchObject({ exitCode: 3, value: { status: 'unknown', breaks: null, schedule: [] } });
});

test('after a change as few as can be move; what staying costs is told; what is past stays', async () => {
  const given = await file('before.json', {
    ...instance,
    meetings: [meeting(1, 1, 2), meeting(2, 1, 3), meeting(3, 2, 3)],
    unavailable: [],
  });
  const from = await file('schedule.json', {
    schedule: [1, 2, 3].map((id) => ({ meeting: id, slot: id, table: 1 })),
  });
  const changes = await file('changes.json', [
    { kind: 'away', participant: 1, slots: [1, 2] },
    { kind: 'cancelled', meeting: 2 },
  ]);
  const told = await run([given, '--from', from, '--changes', changes, '--now', '1']);
  expect({ ...told, out: told.out.replace(/\d+\.\d s/, '… s') }).toEqual({
    code: 0,
    err: '',
    out: [
      'Meetings moved: 1, breaks: 0; fewer moves are impossible, and so are fewer breaks with as few moves, as proved.',
      'Scheduled anew without regard to that: breaks 0, meetings moved 1; fewer breaks are impossible, as proved.',
      'Price of stability: 0 breaks more than the best; … s in all.',
      'Meeting 1: from slot 1 to slot 4',
      'Meetings that are no more: 2',
      'Slot 3, meeting (table): 3 (1)',
      'Slot 4, meeting (table): 1 (1)',
      '',
    ].join('\n'),
  });
  const wrong = await file('wrong-schedule.json', { schedule: [{ meeting: 1, slot: 0, table: 1 }] });
  expect(await run([given, '--from', wrong])).toMatchObject({
    code: 1,
    err: `${wrong}, schedule[0].slot: the number is out of range\n`,
  });
});

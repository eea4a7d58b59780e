import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { databaseForTest } from './platform/testing/database.ts';

const main = path.resolve(import.meta.dirname, 'main.ts');

function dataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiechuan-start-'));
  // The account that PostgreSQL runs as must get in.
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Started {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  /** Resolves to the exit code. */
  end: Promise<number | null>;
}

/** `npm start` without the launcher, without the demo alliance. */
function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { ...process.env, LC_ALL: 'C.UTF-8', JIECHUAN_DEMO: '0', PORT: '0', ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const end = new Promise<number | null>((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await end;
  });
  return { child, out: () => out, err: () => err, end };
}

/** The address it prints. */
async function addressOf(started: Started): Promise<string> {
  let ended = false;
  void started.end.then(() => (ended = true));
  for (;;) {
    const found = /running at (http:\S+)/.exec(started.out())?.[1];
    if (found) return found;
    if (ended) throw new Error(`it ended: ${started.out()}${started.err()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const postmasterOf = (folder: string): number =>
  Number(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

test('it prints its address and answers there; a second start joins; SIGTERM ends it and its database', async () => {
  const folder = dataFolder();
  const first = start({ JIECHUAN_DATA: folder });
  const address = await addressOf(first);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect(await (await fetch(address, { headers: { 'accept-language': 'en' } })).text()).toContain(
    '<html lang="en"',
  );

  const second = start({ JIECHUAN_DATA: folder });
  expect(await second.end).toBe(0);
  expect(second.out()).toBe(`Already running at ${address} (process ${first.child.pid}).\n`);

  first.child.kill('SIGTERM');
  expect(await first.end).toBe(0);
  expect(first.err()).toBe('');
  expect(existsSync(path.join(folder, 'postgres/postmaster.pid'))).toBe(false);
});

test('when it was killed, the next start goes on with the same database server', async () => {
  const folder = dataFolder();
  const killed = start({ JIECHUAN_DATA: folder });
  await addressOf(killed);
  const postmaster = postmasterOf(folder);
  killed.child.kill('SIGKILL');
  await killed.end;
  const next = start({ JIECHUAN_DATA: folder });
  expect((await fetch(`${await addressOf(next)}/readyz`)).status).toBe(200);
  expect(postmasterOf(folder)).toBe(postmaster);
});

test('an outside database is used as it is, and nothing embedded is made', async () => {
  const folder = dataFolder();
  const outside = start({ JIECHUAN_DATA: folder, DATABASE_URL: await databaseForTest(inject('postgres')) });
  expect((await fetch(`${await addressOf(outside)}/readyz`)).status).toBe(200);
  expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
  outside.child.kill('SIGTERM');
  expect(await outside.end).toBe(0);
});

test('a request under way when it is told to end is answered', async () => {
  const started = start({ JIECHUAN_DATA: dataFolder() });
  const { port } = new URL(await addressOf(started));
  const socket = net.connect(Number(port), '127.0.0.1');
  let answer = '';
  socket.on('data', (part: Buffer) => (answer += part.toString()));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const body = JSON.stringify({ email: 'nobody@mail.example', password: 'not the password' });
  socket.write(
    `POST /api/auth/sign-in/email HTTP/1.1\r\nhost: localhost:${port}\r\norigin: http://localhost:${port}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  started.child.kill('SIGTERM');
  socket.write(body.slice(10));
  await closed;
  expect(answer).toMatch(/^HTTP\/1\.1 [24]\d\d /);
  expect(await started.end).toBe(0);
});

describe('what stands in the way is told in one sentence', () => {
  const refused = async (env: Record<string, string>) => {
    const started = start(env);
    return { code: await started.end, out: started.out(), err: started.err() };
  };

  test('a taken port, before anything is made', async () => {
    const taken = net.createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as net.AddressInfo;
    const folder = dataFolder();
    expect(await refused({ JIECHUAN_DATA: folder, PORT: String(port) })).toEqual({
      code: 1,
      out: '',
      err: `Port ${port} is taken: close what uses it, or choose another one with PORT=4001 npm start.\n`,
    });
    expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
  });

  test('a port that is none', async () => {
    const { code, err } = await refused({ JIECHUAN_DATA: dataFolder(), PORT: 'many' });
    expect([code, err]).toEqual([1, 'PORT: many is not a port number (0–65535)\n']);
  });

  test('a data folder that is a file', async () => {
    const file = path.join(dataFolder(), 'file');
    writeFileSync(file, '');
    const { code, err } = await refused({ JIECHUAN_DATA: file });
    expect(code).toBe(1);
    expect(err).toContain(file);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('a database that does not answer', async () => {
    const { code, err } = await refused({
      JIECHUAN_DATA: dataFolder(),
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none',
    });
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toContain('secret');
  });
});

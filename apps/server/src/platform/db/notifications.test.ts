import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest';
import { createTestDatabase } from '../testing/database.ts';
import { openDatabase, type Database } from './database.ts';
import { createNotifications } from './notifications.ts';

let url: string;
let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ url, drop } = await createTestDatabase(inject('postgres')));
  database = openDatabase(url, { max: 2 });
});
afterAll(async () => {
  await database.pool.end();
  await drop();
});
const patient = { timeout: 30_000 };

test('a connection that drops listens again, and says that words may have been missed', async () => {
  const notifications = createNotifications(url, () => {});
  let heard = 0;
  notifications.on('something', () => void heard++);
  await notifications.start();
  expect(heard).toBe(1);
  await database.pool.query('notify something');
  await vi.waitFor(() => expect(heard).toBe(2), patient);
  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'jiechuan-listen' and datname = current_database()`,
  );
  // Once for the end, once for the new connection.
  await vi.waitFor(() => expect(heard).toBe(4), patient);
  await database.pool.query('notify something');
  await vi.waitFor(() => expect(heard).toBe(5), patient);
  await notifications.stop();
});

test('what was committed has been told when it is said to be heard, however many commit at once', async () => {
  const notifications = createNotifications(url, () => {});
  const heard = new Set<string>();
  notifications.on('something', (said) => void heard.add(said ?? ''));
  await notifications.start();
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let nth = 0; nth < 25; nth++) {
        const said = `${writer} ${nth}`;
        await database.pool.query('select pg_notify($1, $2)', ['something', said]);
        await notifications.heard();
        expect(heard).toContain(said);
      }
    }),
  );
  await notifications.stop();
  // Nobody waits for a connection that isn't there.
  await notifications.heard();
});

/** A way to the server that the test can shut. @param meet is shown each connection that comes, and says whether it goes on */
async function openGate(meet: (socket: Socket) => boolean) {
  const target = new URL(url);
  const socketFolder = target.searchParams.get('host');
  const through = new Set<Socket>();
  const gate = createServer((socket) => {
    if (!meet(socket)) {
      socket.destroy();
      return;
    }
    const port = Number(target.port || 5432);
    const server = socketFolder
      ? connect(`${socketFolder}/.s.PGSQL.${target.searchParams.get('port') ?? port}`)
      : connect(port, target.hostname);
    for (const one of [socket, server]) {
      through.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        socket.destroy();
        server.destroy();
      });
    }
    socket.pipe(server).pipe(socket);
  });
  await new Promise<void>((listening) => gate.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void gate.close());
  const gated = new URL(url);
  gated.searchParams.delete('host');
  gated.hostname = '127.0.0.1';
  gated.port = String((gate.address() as AddressInfo).port);
  return {
    url: gated.href,
    breakAll: () => {
      for (const one of through) one.destroy();
    },
  };
}

test('a connection that says nothing more is taken for lost, and opened again', async () => {
  const met: Socket[] = [];
  const gate = await openGate((socket) => met.push(socket) > 0);
  const errors: unknown[] = [];
  const notifications = createNotifications(gate.url, (error) => errors.push(error), {
    answersWithinMs: 500,
  });
  let missed = 0;
  notifications.on('something', (said) => {
    if (said === null) missed++;
  });
  await notifications.start();
  expect({ missed, errors }).toEqual({ missed: 1, errors: [] });
  // What is said to the server arrives nowhere.
  met[0]!.unpipe();
  met[0]!.resume();
  await notifications.heard();
  expect(String(errors[0])).toContain('timeout');
  // Once for the end, once for the new connection, which hears again.
  await vi.waitFor(() => expect(missed).toBe(3), patient);
  const before = errors.length;
  await notifications.heard();
  expect(errors.length).toBe(before);
  await notifications.stop();
});

test('a database that goes away is tried one time after another, never by several at once', async () => {
  const tried: number[] = [];
  let away = false;
  const gate = await openGate(() => {
    if (away) tried.push(performance.now());
    return !away;
  });
  const notifications = createNotifications(gate.url, () => {});
  await notifications.start();
  away = true;
  gate.breakAll();
  await vi.waitFor(() => expect(tried.length).toBeGreaterThanOrEqual(5), patient);
  await notifications.stop();
  // Each try waits a second after the one before failed: two that came together would be two who try.
  const apart = tried.slice(1).map((at, index) => at - tried[index]!);
  expect(Math.min(...apart)).toBeGreaterThan(500);
});

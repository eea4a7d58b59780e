import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
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

test('a database that goes away is tried one time after another, never by several at once', async () => {
  const target = new URL(url);
  const socketFolder = target.searchParams.get('host');
  const tried: number[] = [];
  const through = new Set<Socket>();
  let away = false;
  const gate = createServer((socket) => {
    if (away) {
      tried.push(performance.now());
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
  const gated = new URL(url);
  gated.searchParams.delete('host');
  gated.hostname = '127.0.0.1';
  gated.port = String((gate.address() as AddressInfo).port);
  const notifications = createNotifications(gated.href, () => {});
  await notifications.start();
  away = true;
  for (const one of through) one.destroy();
  await vi.waitFor(() => expect(tried.length).toBeGreaterThanOrEqual(5), patient);
  await notifications.stop();
  gate.close();
  // Each try waits a second after the one before failed: two that came together would be two who try.
  const apart = tried.slice(1).map((at, index) => at - tried[index]!);
  expect(Math.min(...apart)).toBeGreaterThan(500);
});

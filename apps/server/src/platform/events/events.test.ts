import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { openDatabase, type Database } from '../db/database.ts';
import { createTestDatabase } from '../testing/database.ts';
import { createEvents, type Events } from './events.ts';

let database: Database;
let events: Events;
let drop: () => Promise<void>;
const heard: { listener: string; jar: number }[] = [];
let failures = 0;

beforeAll(async () => {
  const made = await createTestDatabase(inject('postgres'));
  drop = made.drop;
  database = openDatabase(made.url);
  events = createEvents(made.url, () => {});
  events.on<{ jar: number }>(
    'jar.opened',
    'kitchen',
    async ({ jar }) => void heard.push({ listener: 'kitchen', jar }),
  );
  events.on<{ jar: number }>(
    'jar.opened',
    'shop',
    async ({ jar }) => void heard.push({ listener: 'shop', jar }),
  );
  events.work<{ jar: number }>('wash', async ({ jar }) => {
    failures += 1;
    if (failures < 2) throw new Error('no water');
    heard.push({ listener: 'wash', jar });
  });
  await events.start();
});
afterAll(async () => {
  await events.stop();
  await database.close();
  await drop();
});

test('an event reaches every listener once its transaction has committed', async () => {
  await database.db.transaction().execute((trx) => events.publish(trx, 'jar.opened', { jar: 1 }));
  await vi.waitFor(
    () =>
      expect(
        heard
          .filter(({ jar }) => jar === 1)
          .map(({ listener }) => listener)
          .toSorted(),
      ).toEqual(['kitchen', 'shop']),
    60_000,
  );
});

test('an event of a transaction that rolled back is heard by nobody', async () => {
  const rolledBack = database.db.transaction().execute(async (trx) => {
    await events.publish(trx, 'jar.opened', { jar: 2 });
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await database.db.transaction().execute((trx) => events.publish(trx, 'jar.opened', { jar: 3 }));
  await vi.waitFor(() => expect(heard.filter(({ jar }) => jar === 3)).toHaveLength(2), 60_000);
  expect(heard.filter(({ jar }) => jar === 2)).toEqual([]);
});

test('a job that fails is tried again', async () => {
  await database.db.transaction().execute((trx) => events.enqueue(trx, 'wash', { jar: 4 }));
  await vi.waitFor(() => expect(heard).toContainEqual({ listener: 'wash', jar: 4 }), 60_000);
  expect(failures).toBe(2);
});

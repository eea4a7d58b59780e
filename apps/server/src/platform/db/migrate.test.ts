import { sql, type Kysely } from 'kysely';
import { expect, inject, onTestFinished, test } from 'vitest';
import { databaseForTest } from '../testing/database.ts';
import { openDatabase } from './database.ts';
import { migrate, type MigrationPlan } from './migrate.ts';

const statement = (text: string) => ({
  up: async (db: Kysely<never>) => void (await sql.raw(text).execute(db)),
});
const ground = {
  module: 'zeta',
  migrations: { '0001-first': statement('create table first (id int primary key)') },
};
const above = {
  module: 'alpha',
  migrations: { '0001-second': statement('create table second (id int references first)') },
};

async function open() {
  const database = openDatabase(await databaseForTest(inject('postgres')));
  onTestFinished(() => database.close());
  return database.db;
}

test('modules are migrated in the order of the plan, not of the alphabet, and each step once', async () => {
  const db = await open();
  expect(await migrate(db, [ground, above])).toEqual(['zeta/0001-first', 'alpha/0001-second']);
  expect(await migrate(db, [ground, above])).toEqual([]);
});

test('a module below may gain a step after one above was applied', async () => {
  const db = await open();
  await migrate(db, [ground, above]);
  const grown: MigrationPlan = [
    { module: 'zeta', migrations: { ...ground.migrations, '0002-more': statement('create table more ()') } },
    above,
  ];
  expect(await migrate(db, grown)).toEqual(['zeta/0002-more']);
});

test('of several processes that start at once one migrates', async () => {
  const db = await open();
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(db, [ground, above])));
  expect(applied.flat()).toEqual(['zeta/0001-first', 'alpha/0001-second']);
});

test('a step that fails leaves nothing behind, and an older version refuses a newer database', async () => {
  const db = await open();
  const broken = { module: 'beta', migrations: { '0001-broken': statement('create table first ()') } };
  await expect(migrate(db, [ground, broken])).rejects.toThrow('already exists');
  expect(await migrate(db, [ground])).toEqual(['zeta/0001-first']);
  await expect(migrate(db, [above])).rejects.toThrow('newer version: it has zeta/0001-first');
});

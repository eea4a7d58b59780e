import { sql } from 'kysely';
import { expect, inject, onTestFinished, test } from 'vitest';
import { databaseForTest } from '../testing/database.ts';
import { openDatabase } from './database.ts';
import { runPrepared } from './prepared.ts';

async function open() {
  const database = openDatabase(await databaseForTest(inject('postgres')), { max: 1 });
  onTestFinished(() => database.close());
  await sql`create table leaf (id integer primary key, name text not null)`.execute(database.db);
  await sql`insert into leaf values (1, 'tea'), (2, 'bay')`.execute(database.db);
  return database.db;
}
const leaf = (id: number) => sql<{ name: string }>`select name from leaf where id = ${id}`;

test('a statement under a name is prepared once and takes other values each time; others are not prepared', async () => {
  const db = await open();
  expect(await runPrepared(db, 'leaf', leaf(1))).toEqual([{ name: 'tea' }]);
  expect(await runPrepared(db, 'leaf', leaf(2))).toEqual([{ name: 'bay' }]);
  await sql`select 1`.execute(db);
  const { rows } = await sql<{ name: string; plans: number }>`
    select name, generic_plans + custom_plans as plans from pg_prepared_statements`.execute(db);
  expect(rows).toEqual([{ name: 'leaf', plans: 2 }]);
});

test('it goes on when the table gains a column or an index, and after a failure inside a transaction', async () => {
  const db = await open();
  await runPrepared(db, 'leaf', leaf(1));
  await sql`alter table leaf add column taste text; create index on leaf (name)`.execute(db);
  expect(await runPrepared(db, 'leaf', leaf(2))).toEqual([{ name: 'bay' }]);
  const failing = db.transaction().execute(async (trx) => {
    await runPrepared(trx, 'leaf', leaf(1));
    await sql`select 1 / 0`.execute(trx);
  });
  await expect(failing).rejects.toThrow('division by zero');
  expect(await runPrepared(db, 'leaf', leaf(1))).toEqual([{ name: 'tea' }]);
});

import { sql } from 'kysely';
import { v7 } from 'uuid';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrationPlan } from '../../../app.ts';
import { openDatabase } from '../../../platform/db/database.ts';
import { migrate } from '../../../platform/db/migrate.ts';
import { databaseForTest } from '../../../platform/testing/database.ts';

const name = '0006-void-contracts';

test('contracts of deals that had ended before become void, others stay as they are', async () => {
  const database = openDatabase(await databaseForTest(inject('postgres')));
  onTestFinished(() => database.close());
  const { db } = database;
  const before = migrationPlan.map(({ module, migrations }) => ({
    module,
    migrations:
      module === 'deals'
        ? Object.fromEntries(Object.entries(migrations).filter(([each]) => each < name))
        : migrations,
  }));
  await migrate(db, before);
  const contract = async (stage: string, state: string) => {
    const [deal, id] = [v7(), v7()];
    await sql`insert into deal (id, kind, title, market, seller_id, buyer_id, opened_by, stage, stage_since, last_active_at)
      values (${deal}, 'purchase', 'Tea', 'HU', ${v7()}, ${v7()}, ${v7()}, ${stage}, '2026-05-01', now())`.execute(
      db,
    );
    await sql`insert into contract (id, deal_id, number, verify_code, kind, language, state, terms, drafted_at, document_sha256, sealed_sha256)
      values (${id}, ${deal}, ${id}, 'x', 'purchase', 'en', ${state}, '{}', now(),
        ${state === 'draft' ? null : 'ab'}, ${state === 'signed' ? 'cd' : null})`.execute(db);
    return id;
  };
  const ended = [await contract('ended', 'draft'), await contract('ended', 'issued')];
  const others = [
    await contract('agreed', 'draft'),
    await contract('contract', 'issued'),
    await contract('closed', 'signed'),
  ];
  expect(await migrate(db, migrationPlan)).toContain(`deals/${name}`);
  const states = async (ids: string[]) => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', state, version, document_sha256, voided_at::date) as line from contract
      where id = any(${ids}::uuid[]) order by id`.execute(db);
    return rows.map(({ line }) => line);
  };
  expect(await states(ended)).toEqual(['void 2 2026-05-01', 'void 2 ab 2026-05-01']);
  expect(await states(others)).toEqual(['draft 1', 'issued 1 ab', 'signed 1 ab']);
});

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrationPlan } from '../app.ts';
import { systemActor } from '../platform/actor.ts';
import { recordAudit } from '../platform/audit/record.ts';
import { openDatabase } from '../platform/db/database.ts';
import { startTestApp } from '../platform/testing/app.ts';
import { databaseForTest } from '../platform/testing/database.ts';
import { backup, restore } from '../platform/backup/backup.ts';

async function folderForTest(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-backup-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('what is restored is what was backed up: rows, waiting jobs and files', async () => {
  const folder = await folderForTest();
  const app = await startTestApp(inject('postgres'));
  onTestFinished(() => app.close());
  const { db } = app.database;
  await recordAudit(db, systemActor('test'), {
    action: 'test',
    subjectKind: 'jar',
    subjectId: '豆瓣 "1"\t\n\\N',
    before: null,
    after: { label: '辣\u{20bb7}' },
  });
  const files = path.join(folder, 'files-before');
  await mkdir(path.join(files, 'evidence'), { recursive: true });
  await writeFile(path.join(files, 'evidence', 'a'), 'bytes');
  const made = await backup(app.connectionString, path.join(folder, 'b'), files);

  const fresh = await databaseForTest(inject('postgres'));
  await restore(fresh, path.join(folder, 'b'), migrationPlan, path.join(folder, 'files-after'));
  const restored = openDatabase(fresh);
  onTestFinished(() => restored.close());
  for (const { name } of made.tables) {
    const rows = async (pool: typeof restored.pool) =>
      (await pool.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`)).rows;
    expect(await rows(restored.pool), name).toEqual(await rows(app.database.pool));
  }
  expect(await readFile(path.join(folder, 'files-after', 'evidence', 'a'), 'utf8')).toBe('bytes');
});

test('a backup is refused where something lies already, and a restore where something runs already', async () => {
  const folder = await folderForTest();
  const app = await startTestApp(inject('postgres'));
  onTestFinished(() => app.close());
  await backup(app.connectionString, path.join(folder, 'b'), undefined);
  await expect(backup(app.connectionString, path.join(folder, 'b'), undefined)).rejects.toMatchObject({
    code: 'backup.exists',
  });
  await expect(
    restore(app.connectionString, path.join(folder, 'b'), migrationPlan, undefined),
  ).rejects.toMatchObject({
    code: 'backup.notEmpty',
  });
});

test('a folder that is no backup and a backup of a later release are refused by name', async () => {
  const folder = await folderForTest();
  const database = await databaseForTest(inject('postgres'));
  await expect(restore(database, folder, migrationPlan, undefined)).rejects.toMatchObject({
    code: 'backup.notABackup',
  });
  await writeFile(
    path.join(folder, 'manifest.json'),
    JSON.stringify({ format: 1, migrations: ['platform/9999-later'], tables: [], jobs: [] }),
  );
  await expect(restore(database, folder, migrationPlan, undefined)).rejects.toMatchObject({
    code: 'backup.newer',
    params: { migrations: 'platform/9999-later' },
  });
});

import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { openDatabase } from '../db/database.ts';
import { migrate, type MigrationPlan } from '../db/migrate.ts';
import { defineProblems, Problem } from '../errors.ts';
import { advanceSequences, tablesInOrder, type TableShape } from './catalogue.ts';

export const backupProblems = defineProblems('backup', {
  exists: 409,
  notABackup: 422,
  newer: 422,
  notEmpty: 409,
  nothing: 409,
});

interface Manifest {
  format: 1;
  createdAt: string;
  postgres: string;
  /** Migrations the rows were written under. */
  migrations: string[];
  tables: (TableShape & { rows: number })[];
  /** Jobs that had not been done yet. */
  jobs: { name: string; data: object }[];
}

const quoted = (name: string) => pg.escapeIdentifier(name);
const fileOf = (folder: string, table: string) => path.join(folder, 'tables', `${table}.copy.gz`);

/**
 * Writes everything (rows as of one instant, waiting jobs, local files) into a new folder, while the
 * service goes on. The folder appears whole or not at all. It does not depend on PostgreSQL's version.
 * @param filesDir the local store; undefined where files lie in a bucket that has backups of its own
 * @throws Problem backup.exists, backup.nothing (the database was never set up)
 */
export async function backup(
  connectionString: string,
  target: string,
  filesDir: string | undefined,
): Promise<Manifest> {
  if (existsSync(target)) throw new Problem(backupProblems.exists, { path: target });
  const half = `${target}.part`;
  await rm(half, { recursive: true, force: true });
  await mkdir(path.join(half, 'tables'), { recursive: true, mode: 0o700 });
  const database = openDatabase(connectionString, { max: 2, statementTimeoutMs: 0 });
  const client = await database.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const there = await client.query<{ rows: boolean; jobs: boolean }>(
      `select to_regclass('public.migration') is not null as rows, to_regclass('jobs.job') is not null as jobs`,
    );
    if (!there.rows[0]!.rows) throw new Problem(backupProblems.nothing);
    const tables: Manifest['tables'] = [];
    for (const table of await tablesInOrder(database.db)) {
      const source = client.query(
        copyTo(`copy (select ${table.columns.map(quoted).join(', ')} from ${quoted(table.name)}) to stdout`),
      );
      await pipeline(source, createGzip({ level: 3 }), createWriteStream(fileOf(half, table.name)));
      tables.push({ ...table, rows: source.rowCount });
    }
    const names = await client.query<{ name: string }>('select name from migration order by timestamp, name');
    const jobs = there.rows[0]!.jobs
      ? await client.query<Manifest['jobs'][number]>(
          `select name, coalesce(data, '{}') as data from jobs.job
           where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%' order by created_on`,
        )
      : { rows: [] };
    const version = await client.query<{ server_version: string }>('show server_version');
    await client.query('commit');
    const manifest: Manifest = {
      format: 1,
      createdAt: new Date().toISOString(),
      postgres: version.rows[0]!.server_version,
      migrations: names.rows.map(({ name }) => name),
      tables,
      jobs: jobs.rows,
    };
    if (filesDir && existsSync(filesDir)) await cp(filesDir, path.join(half, 'files'), { recursive: true });
    await writeFile(path.join(half, 'manifest.json'), JSON.stringify(manifest, null, 1));
    await rename(half, target);
    const folder = await open(path.dirname(path.resolve(target)), 'r');
    await folder.sync().finally(() => folder.close());
    return manifest;
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  } finally {
    client.release();
    await database.close();
  }
}

/**
 * Fills an empty database from a backup folder: brings it to the migrations the rows were written
 * under, copies the rows in one transaction, then migrates on to today's.
 * @returns the manifest; its jobs are for the caller to put in again
 * @throws Problem backup.notABackup, backup.newer (made by a later release), backup.notEmpty
 */
export async function restore(
  connectionString: string,
  source: string,
  plan: MigrationPlan,
  filesDir: string | undefined,
): Promise<Manifest> {
  const manifest = await readManifest(source);
  const known = new Set(
    plan.flatMap(({ module, migrations }) => Object.keys(migrations).map((name) => `${module}/${name}`)),
  );
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Problem(backupProblems.newer, { migrations: unknown.join(', ') });
  const database = openDatabase(connectionString, { max: 2, statementTimeoutMs: 0 });
  try {
    const { rows } = await sql<{
      taken: boolean;
    }>`select to_regclass('public.migration') is not null as taken`.execute(database.db);
    if (rows[0]!.taken) throw new Problem(backupProblems.notEmpty);
    const wanted = new Set(manifest.migrations);
    await migrate(
      database.db,
      plan.map(({ module, migrations }) => ({
        module,
        migrations: Object.fromEntries(
          Object.entries(migrations).filter(([name]) => wanted.has(`${module}/${name}`)),
        ),
      })),
    );
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      for (const { name, columns } of manifest.tables) {
        const sink = client.query(
          copyFrom(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`),
        );
        await pipeline(createReadStream(fileOf(source, name)), createGunzip(), sink);
      }
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
    await advanceSequences(database.db);
    await migrate(database.db, plan);
    const files = path.join(source, 'files');
    if (filesDir && existsSync(files)) await cp(files, filesDir, { recursive: true });
    return manifest;
  } finally {
    await database.close();
  }
}

async function readManifest(source: string): Promise<Manifest> {
  try {
    const manifest = JSON.parse(await readFile(path.join(source, 'manifest.json'), 'utf8')) as Manifest;
    if (manifest.format === 1) return manifest;
  } catch {
    // falls through to the refusal
  }
  throw new Problem(backupProblems.notABackup, { path: source });
}

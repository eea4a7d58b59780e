import path from 'node:path';
import pino from 'pino';
import { createApp, migrationPlan } from '../app.ts';
import { backup, restore } from '../platform/backup/backup.ts';
import type { Config } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import type { Told } from './report.ts';
import { withDatabase } from './with-app.ts';

const filesDirOf = (config: Config) => (config.filesUrl ? undefined : path.join(config.dataDir, 'files'));

export async function backupCommand(folder: string): Promise<Told> {
  const target = path.resolve(folder);
  const { tables, jobs } = await withDatabase((connectionString, config) =>
    backup(connectionString, target, filesDirOf(config)),
  );
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const value = { folder: target, tables: tables.length, rows, jobs: jobs.length };
  return { lines: [message(terminalLanguage, 'cli.backedUp', value)], value };
}

export async function restoreCommand(folder: string): Promise<Told> {
  const value = await withDatabase(async (connectionString, config) => {
    const { tables, jobs } = await restore(
      connectionString,
      path.resolve(folder),
      migrationPlan,
      filesDirOf(config),
    );
    const app = await createApp({
      config,
      connectionString,
      log: createLog('error', pino.destination(2)),
      workers: false,
    });
    try {
      await app.database.db.transaction().execute(async (trx) => {
        for (const { name, data } of jobs) await app.events.enqueue(trx, name, data);
      });
    } finally {
      await app.close();
    }
    return {
      tables: tables.length,
      rows: tables.reduce((sum, table) => sum + table.rows, 0),
      jobs: jobs.length,
    };
  });
  return { lines: [message(terminalLanguage, 'cli.restored', value)], value };
}

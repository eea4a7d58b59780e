import { migrationPlan } from '../app.ts';
import { openDatabase } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import type { Told } from './report.ts';
import { withDatabase } from './with-app.ts';

export async function migrateCommand(): Promise<Told> {
  const applied = await withDatabase(async (connectionString) => {
    const database = openDatabase(connectionString, { max: 2, statementTimeoutMs: 0 });
    return migrate(database.db, migrationPlan).finally(() => database.close());
  });
  const lines = applied.length > 0 ? applied : [message(terminalLanguage, 'cli.upToDate')];
  return { lines, value: { applied } };
}

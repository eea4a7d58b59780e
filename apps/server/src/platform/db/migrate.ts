import { Migrator, type Migration } from 'kysely/migration';
import type { Db } from './database.ts';

/** A module's migrations by number and name: `{'0001-organisations': {up}}`. They only go forward. */
export type Migrations = Readonly<Record<`${number}-${string}`, { up: Migration['up'] }>>;

/** Modules in the order their migrations may depend on one another. */
export type MigrationPlan = ReadonlyArray<{ module: string; migrations: Migrations }>;

/**
 * Brings the database up to date; safe when several processes start at once (one runs, the others wait).
 * @returns names applied now, in order
 * @throws the error of the migration that failed; that migration left nothing behind
 */
export async function migrate(db: Db, plan: MigrationPlan): Promise<string[]> {
  const names = plan.flatMap(({ module, migrations }) =>
    Object.keys(migrations).map((name) => `${module}/${name}`),
  );
  const rank = new Map(names.map((name, index) => [name, index]));
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: () =>
        Promise.resolve(
          Object.fromEntries(
            plan.flatMap(({ module, migrations }) =>
              Object.entries(migrations).map(([name, migration]) => [`${module}/${name}`, migration]),
            ),
          ),
        ),
    },
    nameComparator: (a, b) => (rank.get(a) ?? -1) - (rank.get(b) ?? -1),
    // A ground module may gain a migration after a higher one was applied.
    allowUnorderedMigrations: true,
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(JSON.stringify(error));
  return (results ?? [])
    .filter(({ status }) => status === 'Success')
    .map(({ migrationName }) => migrationName);
}

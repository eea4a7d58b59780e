import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Db } from './database.ts';

/** A module's migrations by number and name: `{'0001-organisations': {up}}`. They only go forward. */
export type Migrations = Readonly<Record<`${number}-${string}`, { up: Migration['up'] }>>;

/** Modules in the order their migrations may depend on one another. */
export type MigrationPlan = ReadonlyArray<{ module: string; migrations: Migrations }>;

type MigrationTables = {
  migration: { name: string; timestamp: string };
};

/**
 * Brings the database up to date in one transaction; safe when several processes start at once (one
 * runs, the others wait). Kysely's own migrator is not used: it orders migrations by name, and a
 * module's tables must come after those of the modules below it, whatever they are called.
 * @returns names applied now, in order
 * @throws the error of the migration that failed (nothing is left behind), or an error naming an
 *   applied migration that this version doesn't know
 */
export async function migrate(db: Db, plan: MigrationPlan): Promise<string[]> {
  const steps = plan.flatMap(({ module, migrations }) =>
    Object.entries(migrations).map(([name, { up }]) => ({ name: `${module}/${name}`, up })),
  );
  return db
    .withTables<MigrationTables>()
    .transaction()
    .execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext('jiechuan.migrate'))`.execute(trx);
      await sql`create table if not exists migration
        (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(trx);
      const rows = await trx.selectFrom('migration').select('name').execute();
      const done = new Set(rows.map(({ name }) => name));
      const unknown = [...done].find((name) => !steps.some((step) => step.name === name));
      if (unknown) throw new Error(`the database was migrated by a newer version: it has ${unknown}`);
      const pending = steps.filter(({ name }) => !done.has(name));
      for (const { name, up } of pending) {
        await up(trx);
        await trx.insertInto('migration').values({ name, timestamp: new Date().toISOString() }).execute();
      }
      return pending.map(({ name }) => name);
    });
}

import { sql, type Kysely } from 'kysely';

/** Wrong passwords by account, inside a window. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table auth_attempt (
      subject text primary key,
      tried integer not null,
      since timestamptz not null
    );
    create index auth_attempt_age on auth_attempt (since);
  `.execute(db);
}

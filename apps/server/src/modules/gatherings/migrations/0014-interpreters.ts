import { sql, type Kysely } from 'kysely';

/** How many interpreters a gathering has of which languages, and what those speak who come. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table gathering add column interpreters jsonb not null default '[]';
    alter table gathering_registration add column languages text[] not null default '{}';
  `.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** Visa notes as the alliance corrected or reviewed them, one a country; all others are as they come with the software. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table visa_note (
      country text primary key,
      note jsonb not null,
      -- False: reviewed as it came with the software, and only as long as that says the same.
      corrected boolean not null,
      reviewed_by text,
      reviewed_by_name text,
      reviewed_at timestamptz,
      version integer not null default 1,
      updated_at timestamptz not null default now()
    );
  `.execute(db);
}

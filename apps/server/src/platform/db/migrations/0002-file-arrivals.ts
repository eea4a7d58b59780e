import { sql, type Kysely } from 'kysely';

/**
 * Files are taken into the store before the transaction that names them. Until then each stands here, so that what a
 * killed server leaves in the store is known.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table file_arrival (
      id uuid primary key,
      purpose text not null,
      arrived_at timestamptz not null default now()
    );
    create index file_arrival_age on file_arrival (arrived_at);
  `.execute(db);
}

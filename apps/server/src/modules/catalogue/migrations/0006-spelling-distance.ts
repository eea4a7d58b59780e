import { sql, type Kysely } from 'kysely';

/** Letters that changed places (lmeon) leave too few trigrams in common; their distance still tells. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create extension if not exists fuzzystrmatch`.execute(db);
}

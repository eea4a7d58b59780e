import { sql, type Kysely } from 'kysely';

/** What an issued paper says of contract and parties, kept with it. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table deal_paper add column issued_as jsonb`.execute(db);
}

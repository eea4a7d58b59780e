import { sql, type Kysely } from 'kysely';

/** An answer kept for an Idempotency-Key stays the text it was: jsonb orders keys anew, so a repeat had other bytes. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table idempotency_key alter column body type text using body::text`.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** What the plain prices of a list are told in: currency, Incoterm and its place, as somebody chose for the whole list. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table product_import add column terms jsonb not null default '{}'`.execute(db);
}

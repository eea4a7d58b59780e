import { sql, type Kysely } from 'kysely';

/**
 * A version keeps the product's own fields as they are in its row, and its parts (variants, certificates, photos) beside
 * them: put together, every version of an import had to be taken apart and made anew. Earlier versions hold their parts
 * in the snapshot, and have none beside it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table product_version add column parts jsonb not null default '{}'`.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** When an import was started: what it has changed is told by it, all at once at its end. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table product_import add column started_at timestamptz;
    update product_import set started_at = created_at where state in ('checking', 'running');
  `.execute(db);
}

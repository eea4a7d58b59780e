import { sql, type Kysely } from 'kysely';

/** What waits to be sorted into the index is read by whoever looks for a plan while typing. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter index plan_words set (fastupdate = off);
    select gin_clean_pending_list('plan_words');
  `.execute(db);
}

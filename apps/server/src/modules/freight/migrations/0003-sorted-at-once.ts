import { sql, type Kysely } from 'kysely';

/** What waits to be sorted into an index is read by every question; these tables are too small to be tidied by themselves. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter index freight_hub_search set (fastupdate = off);
    alter index shipment_numbers set (fastupdate = off);
    select gin_clean_pending_list(index::regclass) from unnest(array['freight_hub_search', 'shipment_numbers']) as index;
  `.execute(db);
}

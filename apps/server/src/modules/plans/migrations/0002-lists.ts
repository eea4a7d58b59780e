import { sql, type Kysely } from 'kysely';

/**
 * Plans are found by words: names and SKU of the product in small letters. What changes while a plan is put aside is
 * kept for when it comes back, so plans are looked for by market and product whatever their state.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table plan add column search_text text not null generated always as
      (lower((summary ->> 'sku') || ' ' || jsonb_path_query_array(summary -> 'names', '$.*')::text)) stored;
    create index plan_words on plan using gin (search_text gin_trgm_ops);
    drop index plan_of_market;
    drop index plan_of_product;
    create index plan_of_market on plan (market, id);
    create index plan_of_product on plan (product_id, id);
  `.execute(db);
}

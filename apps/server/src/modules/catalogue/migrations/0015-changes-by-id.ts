import { sql, type Kysely } from 'kysely';

/**
 * Changes are told with the ids of the products, so that whoever keeps the rows in memory reads these alone again; of very
 * many at once only that there are some. A message holds less than 8,000 bytes: 200 ids.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create or replace function product_search_changed() returns trigger language plpgsql as $$
      declare
        ids text;
      begin
        if (select count(*) from changed) > 20000 then
          perform pg_notify('product_search', '');
          return null;
        end if;
        for ids in
          select string_agg(product_id::text, ' ')
          from (select product_id, (row_number() over () - 1) / 200 as message from changed) numbered
          group by message
        loop
          perform pg_notify('product_search', ids);
        end loop;
        return null;
      end $$;
    drop trigger product_search_changed on product_search;
    -- One trigger can't name the rows of several events.
    create trigger product_search_inserted after insert on product_search
      referencing new table as changed for each statement execute function product_search_changed();
    create trigger product_search_updated after update on product_search
      referencing new table as changed for each statement execute function product_search_changed();
    create trigger product_search_deleted after delete on product_search
      referencing old table as changed for each statement execute function product_search_changed();
  `.execute(db);
}

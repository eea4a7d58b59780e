import { sql, type Kysely } from 'kysely';

/** What published products are listed and found by: one narrow row each, its wide parts kept aside. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create extension if not exists pg_trgm;

    create table product_search (
      product_id uuid primary key references product (id),
      organisation_id uuid not null,
      published_at timestamptz not null,
      sort_name text collate "C" not null,
      -- The lowest public price in fen; null where there is none in CNY.
      price bigint,
      origin text collate "C",
      category text not null,
      storage text not null,
      gi boolean not null,
      markets text[] not null,
      certificates text[] not null,
      -- The card as lists send it.
      card text not null,
      -- What it is called, and all that is said of it.
      names tsvector not null,
      words tsvector not null
    );
    -- Counting reads thousands of rows: card and vectors are laid aside so that many rows fit a page.
    alter table product_search set (toast_tuple_target = 256);
    alter table product_search alter column card set storage external;
    alter table product_search alter column names set storage external;
    alter table product_search alter column words set storage external;

    create index product_search_newest on product_search (published_at desc, product_id desc);
    create index product_search_name on product_search (sort_name, product_id);
    create index product_search_price on product_search (price, product_id);
    create index product_search_category on product_search (category, published_at desc, product_id desc);
    create index product_search_origin on product_search (origin);
    create index product_search_maker on product_search (organisation_id, published_at desc, product_id desc);
    create index product_search_names on product_search using gin (names) with (fastupdate = off);
    create index product_search_words on product_search using gin (words) with (fastupdate = off);

    -- Every spelling that occurs, to put a mistyped one right.
    create table product_spelling (word text primary key);
    create index product_spelling_like on product_spelling using gin (word gin_trgm_ops);

    create function product_search_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('product_search', '');
        return null;
      end $$;
    create trigger product_search_changed after insert or update or delete on product_search
      for each statement execute function product_search_changed();
  `.execute(db);
}

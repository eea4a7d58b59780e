import { sql, type Kysely } from 'kysely';

/**
 * Each combination of facet values is kept once and has a number. A row of product_search holds that number instead of
 * the values: counting reads half the pages and compares integers, and one index serves every filter. What counting
 * and ranking read stands first in the row, so that they needn't step over the rest.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- What a number stands for never changes, and no number is taken away.
    create table product_facets (
      id integer generated always as identity primary key,
      -- origin|category|storage|gi|price band|markets|certificates, as facets.ts reads it.
      key text collate "C" not null unique,
      origin text collate "C",
      category text not null,
      storage text not null,
      gi boolean not null,
      markets text[] not null,
      certificates text[] not null
    );
    insert into product_facets (key, origin, category, storage, gi, markets, certificates)
    select distinct on (facets) facets, origin, category, storage, gi, markets, certificates
    from product_search order by facets;

    create table product_search_narrow (
      facets integer not null,
      brevity smallint not null,
      published_at timestamptz not null,
      product_id uuid not null,
      organisation_id uuid not null,
      -- The lowest public price in fen; null where there is none in CNY.
      price bigint,
      sort_name text collate "C" not null,
      -- The card as lists send it.
      card text not null,
      -- What it is called, and all that is said of it.
      names tsvector not null,
      words tsvector not null
    );
    alter table product_search_narrow set (toast_tuple_target = 256);
    alter table product_search_narrow
      alter column sort_name set storage main,
      alter column card set storage external,
      alter column names set storage external,
      alter column words set storage external;
    insert into product_search_narrow
    select f.id, s.brevity, s.published_at, s.product_id, s.organisation_id, s.price, s.sort_name, s.card, s.names, s.words
    from product_search s join product_facets f on f.key = s.facets order by s.organisation_id, f.category;

    drop table product_search;
    alter table product_search_narrow rename to product_search;
    alter table product_search
      add primary key (product_id),
      add foreign key (product_id) references product (id);
    create index product_search_newest on product_search (published_at desc, product_id desc);
    create index product_search_name on product_search (sort_name, product_id);
    create index product_search_price on product_search (price, product_id);
    create index product_search_facets on product_search (facets);
    create index product_search_maker on product_search (organisation_id, published_at desc, product_id desc);
    create index product_search_names on product_search using gin (names) with (gin_pending_list_limit = 8192);
    create index product_search_words on product_search using gin (words) with (gin_pending_list_limit = 8192);
    create trigger product_search_changed after insert or update or delete on product_search
      for each statement execute function product_search_changed();
    analyze product_facets, product_search;
  `.execute(db);
}

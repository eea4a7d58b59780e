import { sql, type Kysely } from 'kysely';

/**
 * One vector holds what a product is called and what is said of it, the latter marked by a first sign: names stood in two
 * vectors and two indexes, two lexemes of five twice. Whoever asks for all words asks for both forms of each.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table product_search_once (
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
      -- What it is called; behind a point, what is said of it beside.
      words tsvector not null
    );
    alter table product_search_once set (toast_tuple_target = 256);
    alter table product_search_once
      alter column sort_name set storage main,
      alter column card set storage external,
      alter column words set storage external;
    insert into product_search_once
    select s.facets, s.brevity, s.published_at, s.product_id, s.organisation_id, s.price, s.sort_name, s.card,
      s.names || array_to_tsvector(array(
        select '.' || lexeme from unnest(tsvector_to_array(s.words)) as lexeme
        except select '.' || lexeme from unnest(tsvector_to_array(s.names)) as lexeme))
    from product_search s join product_facets f on f.id = s.facets order by s.organisation_id, f.category;

    drop table product_search;
    alter table product_search_once rename to product_search;
    alter table product_search
      add primary key (product_id),
      add foreign key (product_id) references product (id);
    create index product_search_newest on product_search (published_at desc, product_id desc);
    create index product_search_name on product_search (sort_name, product_id);
    create index product_search_price on product_search (price, product_id);
    create index product_search_facets on product_search (facets);
    create index product_search_maker on product_search (organisation_id, published_at desc, product_id desc);
    create index product_search_words on product_search using gin (words) with (gin_pending_list_limit = 8192);
    create trigger product_search_changed after insert or update or delete on product_search
      for each statement execute function product_search_changed();
    analyze product_search;
  `.execute(db);
}

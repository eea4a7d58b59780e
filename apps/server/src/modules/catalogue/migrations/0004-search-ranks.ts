import { sql, type Kysely } from 'kysely';

/** Facet values in one column, so that counting reads one; how much a product's name says besides the query. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table product_search
      -- origin|category|storage|gi|price band|markets|certificates, as facets.ts reads it.
      add column facets text collate "C" not null default '',
      -- Characters of its name: of two products called alike, the one with fewer other words comes first.
      add column brevity smallint not null default 0;

    -- What counting and filtering read stays in the row when its wide parts are laid aside.
    alter table product_search
      alter column sort_name set storage main,
      alter column origin set storage main,
      alter column category set storage main,
      alter column storage set storage main,
      alter column markets set storage main,
      alter column certificates set storage main,
      alter column facets set storage main;

    update product_search set brevity = least(length(sort_name), 32767), facets = concat_ws('|', coalesce(origin, ''),
      category, storage, gi::text,
      case when price < 1000 then '0-1000' when price < 5000 then '1000-5000' when price < 20000 then '5000-20000'
        when price < 100000 then '20000-100000' when price < 1000000 then '100000-1000000' when price is null then ''
        else '1000000-' end,
      array_to_string(markets, ' '), array_to_string(certificates, ' '));
    alter table product_search alter column facets drop default, alter column brevity drop default;
  `.execute(db);
}

import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { conditions, where, type ProductFilter } from './filter.sql.ts';

/** How many products a search looks at; beyond it, counting and ranking stop. */
export const searchBound = 10_000;

export interface Found {
  id: string;
  card: string;
  /** What the next page begins after. */
  position: (string | number)[];
}

export type ListOrder = 'newest' | 'name' | 'price';

// Microseconds since 1970 fit a double exactly, so a cursor loses nothing of the instant.
const micros = sql`(extract(epoch from published_at) * 1000000)::bigint`;
const instantOf = (value: string | number) =>
  sql`timestamptz 'epoch' + ${value}::bigint * interval '1 microsecond'`;

const orders: Record<
  ListOrder,
  {
    by: RawBuilder<unknown>;
    after: (position: (string | number)[]) => RawBuilder<unknown>;
    shown: RawBuilder<unknown>;
  }
> = {
  newest: {
    by: sql`published_at desc, product_id desc`,
    after: ([value, id]) => sql`(published_at, product_id) < (${instantOf(value!)}, ${id}::uuid)`,
    shown: micros,
  },
  name: {
    by: sql`sort_name, product_id`,
    after: ([value, id]) => sql`(sort_name, product_id) > (${value}, ${id}::uuid)`,
    shown: sql`sort_name`,
  },
  price: {
    by: sql`price, product_id`,
    after: ([value, id]) => sql`(price, product_id) > (${value}::bigint, ${id}::uuid)`,
    shown: sql`price`,
  },
};

/** One page of the list, without a query; by price only what has one. */
export async function listPage(
  db: Db,
  filter: ProductFilter,
  order: ListOrder,
  after: (string | number)[] | undefined,
  limit: number,
): Promise<Found[]> {
  const { by, after: beyond, shown } = orders[order];
  const all = conditions(filter);
  if (order === 'price') all.push(sql`price is not null`);
  if (after) all.push(beyond(after));
  const { rows } = await sql<{ id: string; card: string; value: string | number }>`
    select product_id as id, card, ${shown} as value from product_search ${where(all)} order by ${by} limit ${limit}`.execute(
    db,
  );
  return rows.map(({ id, card, value }) => ({ id, card, position: [value, id] }));
}

/**
 * One page of what a query finds: first products called so, then those of which it is only said,
 * the newest first in each. `stage` 0 is the names, 1 the rest.
 * The rows found are gathered first: the cards of those that aren't shown stay where they are.
 */
export async function searchPage(
  db: Db,
  filter: ProductFilter,
  tsquery: string,
  after: (string | number)[] | undefined,
  limit: number,
): Promise<Found[]> {
  const [stage = 0, value = 0, id = ''] = after ?? [];
  const found: Found[] = [];
  for (let at = Number(stage); at <= 1 && found.length < limit; at++) {
    const resumed = after !== undefined && at === Number(stage);
    const all = conditions(filter);
    const called = sql`names @@ ${tsquery}::tsquery`;
    if (at === 0) all.push(called);
    else
      all.push(
        sql`words @@ ${tsquery}::tsquery`,
        sql`product_id not in (select product_id from product_search where ${called})`,
      );
    const { rows } = await sql<{ id: string; card: string; value: number }>`
      with found as materialized (
        select product_id, published_at from product_search ${where(all)} limit ${searchBound}),
      page as (
        select product_id, published_at from found
        ${resumed ? sql`where (published_at, product_id) < (${instantOf(value)}, ${id}::uuid)` : sql``}
        order by published_at desc, product_id desc limit ${limit - found.length})
      select s.product_id as id, s.card, (extract(epoch from page.published_at) * 1000000)::bigint as value
      from page join product_search s using (product_id)
      order by page.published_at desc, page.product_id desc`.execute(db);
    found.push(...rows.map((row) => ({ id: row.id, card: row.card, position: [at, row.value, row.id] })));
  }
  return found;
}

export interface Counts {
  total: number;
  totalIsLowerBound: boolean;
  facets: Record<string, { value: string; count: number }[]>;
}

/** Price bands of the facet, fen: upper bounds. */
const priceSteps = [1000, 5000, 20_000, 100_000, 1_000_000];
const priceBand = sql`case ${sql.join(
  priceSteps.map(
    (step, index) =>
      sql`when price < ${sql.lit(step)} then ${sql.lit(`${priceSteps[index - 1] ?? 0}-${step}`)}`,
  ),
  sql` `,
)} when price is not null then ${sql.lit(`${priceSteps.at(-1)}-`)} end`;

const fields: Record<string, RawBuilder<unknown>> = {
  origin: sql`origin`,
  category: sql`category`,
  storage: sql`storage`,
  market: sql`unnest(markets)`,
  certificate: sql`unnest(certificates)`,
  gi: sql`gi::text`,
  price: priceBand,
};

/** How many there are, and of which value: the 100 most frequent of each field, over one gathering of narrow rows. */
export async function countProducts(
  db: Db,
  filter: ProductFilter,
  tsquery: string | undefined,
): Promise<Counts> {
  const all = conditions(filter);
  if (tsquery !== undefined) all.push(sql`words @@ ${tsquery}::tsquery`);
  const bound = tsquery === undefined ? sql`` : sql`limit ${searchBound + 1}`;
  const counts = Object.entries(fields).map(
    ([
      field,
      value,
    ]) => sql`(select ${field}::text as field, value, count(*) as count from (select ${value} as value from found) v
      where value is not null group by value order by count(*) desc, value limit 100)`,
  );
  const { rows } = await sql<{ field: string; value: string; count: number }>`
    with found as materialized (
      select origin, category, storage, gi, markets, certificates, price from product_search ${where(all)} ${bound})
    select 'total' as field, '' as value, count(*) as count from found
    union all ${sql.join(counts, sql` union all `)}`.execute(db);
  const facets: Counts['facets'] = Object.fromEntries(Object.keys(fields).map((field) => [field, []]));
  let total = 0;
  for (const { field, value, count } of rows) {
    if (field === 'total') total = count;
    else facets[field]!.push({ value, count });
  }
  return {
    total: Math.min(total, tsquery === undefined ? total : searchBound),
    totalIsLowerBound: tsquery !== undefined && total > searchBound,
    facets,
  };
}

/** Whether a query finds anything at all. */
export async function findsAnything(db: Db, tsquery: string): Promise<boolean> {
  const { rows } = await sql`select from product_search where words @@ ${tsquery}::tsquery limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** The known spellings nearest to each word; a word that is known, or like no other, stays as it is. */
export async function putRight(db: Db, words: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select coalesce(
      (select s.word from product_spelling s where s.word = wanted.word),
      (select s.word from product_spelling s where s.word % wanted.word order by similarity(s.word, wanted.word) desc, s.word limit 1),
      wanted.word) as word
    from unnest(${[...words]}::text[]) with ordinality as wanted (word, place) order by place`.execute(db);
  return rows.map(({ word }) => word);
}

import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { addUp, type Facets } from './facets.ts';
import { conditions, where, type ProductFilter } from './filter.sql.ts';

/** How many products a search looks at; beyond it, counting and ranking stop. */
export const searchBound = 10_000;

export type Position = (string | number)[];

export interface Found {
  id: string;
  card: string;
  /** What the next page begins after. */
  position: Position;
}

export interface Counts {
  total: number;
  totalIsLowerBound: boolean;
  facets: Facets;
}

export type ListOrder = 'newest' | 'name' | 'price';

// Microseconds since 1970 fit a double exactly, so a cursor loses nothing of the instant.
const micros = sql`(extract(epoch from published_at) * 1000000)::bigint`;
export const instantOf = (value: string | number): RawBuilder<unknown> =>
  sql`timestamptz 'epoch' + ${value}::bigint * interval '1 microsecond'`;

interface Order {
  by: RawBuilder<unknown>;
  after: (position: Position) => RawBuilder<unknown>;
  shown: RawBuilder<unknown>;
}

const orders: Record<ListOrder, Order> = {
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

/**
 * One page of the list; by price only what has one.
 * @param tsquery narrows it to what the words find, in the same order
 */
export async function listPage(
  db: Db,
  filter: ProductFilter,
  order: ListOrder,
  after: Position | undefined,
  limit: number,
  tsquery?: string,
): Promise<Found[]> {
  const { by, after: beyond, shown } = orders[order];
  const all = conditions(filter);
  if (order === 'price') all.push(sql`price is not null`);
  if (after) all.push(beyond(after));
  if (tsquery !== undefined) all.push(matches('words', tsquery));
  const { rows } = await sql<{ id: string; card: string; value: string | number }>`
    select product_id as id, card, ${shown} as value
    from product_search ${where(all)} order by ${by} limit ${limit}`.execute(db);
  return rows.map(({ id, card, value }) => ({ id, card, position: [value, id] }));
}

const grouped = (from: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`(select coalesce(string_agg(facets || '=' || count, E'\n'), '')
    from (select facets, count(*) as count from ${from} group by facets) g)`;

/** The query stands in a sub-select so that the planner can't look into it: of a frequent word it would expect to
 * fill a bound soonest by reading the table, and reading vectors laid aside costs far more than it reckons with. */
const matches = (column: 'names' | 'words', tsquery: string): RawBuilder<unknown> =>
  sql`${sql.ref(column)} @@ (select ${tsquery}::tsquery)`;

/** How many products a filter leaves, and of which value: the 100 most frequent of each facet. */
export async function countProducts(db: Db, filter: ProductFilter): Promise<Counts> {
  const { rows } = await sql<{ lines: string }>`
    with found as (select facets from product_search ${where(conditions(filter))})
    select ${grouped(sql`found`)} as lines`.execute(db);
  return { ...addUp(rows[0]!.lines), totalIsLowerBound: false };
}

/** Rows that a query finds, at most `searchBound` + 1. */
const matching = (
  column: 'names' | 'words',
  tsquery: string,
  filter: ProductFilter,
  ...more: RawBuilder<unknown>[]
): RawBuilder<unknown> => sql`
  select product_id, published_at, brevity, facets from product_search
  ${where([matches(column, tsquery), ...conditions(filter), ...more])}
  limit ${searchBound + 1}`;

/** The same of what words find, up to `searchBound`. */
export async function countFound(db: Db, filter: ProductFilter, tsquery: string): Promise<Counts> {
  const { rows } = await sql<{ lines: string }>`
    select ${grouped(counted(tsquery, filter))} as lines`.execute(db);
  return bounded(rows[0]!.lines);
}

/** The facets of what words find, counted as they are read: nothing is laid aside. */
const counted = (tsquery: string, filter: ProductFilter): RawBuilder<unknown> =>
  sql`(${matching('words', tsquery, filter)}) found`;

/** Of one row more than `searchBound` is only told that there are more. */
function bounded(lines: string): Counts {
  const { total, facets } = addUp(lines);
  return { total: Math.min(total, searchBound), facets, totalIsLowerBound: total > searchBound };
}

export interface Wanted {
  /** A tsquery literal: what products called exactly so have. */
  exact: string;
  /** A tsquery literal: every word must be there. */
  words: string;
}

/** What has the exact name has its words, unless these are words that tell nothing. */
export const saidBy = ({ exact, words }: Wanted): string => `${words} | ${exact}`;

interface FoundRow {
  id: string;
  card: string;
  stage: number;
  brevity: number;
  at: number;
  /** Only in the one row that has the counts. */
  lines: string | null;
}

/**
 * One page of what a query finds, with its counts: products called exactly so or with that very code
 * (stage 0), products with all words in their names (1), those of which it is only said (2); in each stage the
 * one with the shortest names first, then the newest. One statement, each index read once.
 */
export async function searchPage(
  db: Db,
  filter: ProductFilter,
  wanted: Wanted,
  after: Position | undefined,
  limit: number,
): Promise<{ found: Found[]; counts: Counts }> {
  const [stage = 0, brevity = 0, at = 0, id = ''] = after ?? [];
  const beyond = after
    ? sql`where stage > ${stage} or stage = ${stage} and (brevity > ${brevity} or brevity = ${brevity}
        and (published_at, product_id) < (${instantOf(at)}, ${id}::uuid))`
    : sql``;
  // A first page that one stage fills needs no later one. What is called so exactly is mostly called so at
  // all: the larger of both numbers is never more than they are together.
  const called = after ? [] : [sql`(select count(*) from exact) < ${limit}`];
  const said = after
    ? sql`true`
    : sql`greatest((select count(*) from exact), (select count(*) from called)) < ${limit}`;
  const { rows } = await sql<FoundRow>`
    with exact as materialized (${matching('names', wanted.exact, filter)}),
    called as materialized (${matching('names', wanted.words, filter, ...called)}),
    said as materialized (${matching('words', saidBy(wanted), filter)}),
    ranked as (
      select 0 as stage, product_id, published_at, brevity from exact
      union all
      select 1, product_id, published_at, brevity from called c
        where not exists (select from exact e where e.product_id = c.product_id)
      union all
      select 2, product_id, published_at, brevity from said s
        where ${said} and not exists (select from exact e where e.product_id = s.product_id)
          and not exists (select from called c where c.product_id = s.product_id)),
    page as (select * from ranked ${beyond}
      order by stage, brevity, published_at desc, product_id desc limit ${limit})
    select page.product_id as id, s.card, page.stage, page.brevity,
      (extract(epoch from page.published_at) * 1000000)::bigint as at, null as lines
    from page join product_search s using (product_id)
    union all select null, null, null, null, null, ${grouped(counted(saidBy(wanted), filter))}`.execute(db);
  const sums = rows.find(({ lines }) => lines !== null)!;
  const found = rows
    .filter((row) => row.lines === null)
    .toSorted(inOrder)
    .map((row) => ({ id: row.id, card: row.card, position: [row.stage, row.brevity, row.at, row.id] }));
  return { found, counts: bounded(sums.lines!) };
}

const inOrder = (a: FoundRow, b: FoundRow): number =>
  a.stage - b.stage || a.brevity - b.brevity || b.at - a.at || (a.id < b.id ? 1 : -1);

export interface Suggested {
  id: string;
  names: Record<string, string>;
}

/** What a suggestion looks at, and what it tells: it is asked at every key. */
const suggestBound = 500;
const mostSuggested = 40;

/** Names of products that have all words; of a beginning that very many have, those of the first `suggestBound`. */
export async function suggestNames(db: Db, words: string): Promise<Suggested[]> {
  const { rows } = await sql<{ id: string; card: string }>`
    with called as materialized (
      select product_id, brevity, published_at from product_search where ${matches('names', words)} limit ${suggestBound}),
    best as (select * from called order by brevity, published_at desc, product_id desc limit ${mostSuggested})
    select best.product_id as id, s.card from best join product_search s using (product_id)
    order by best.brevity, best.published_at desc, best.product_id desc`.execute(db);
  return rows.map(({ id, card }) => ({ id, names: (JSON.parse(card) as Suggested).names }));
}

import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { runPrepared } from '../../../platform/db/prepared.ts';
import { literalsOf, type Wanted } from './lexemes.ts';
import { Card } from './card.ts';
import { conditions, filtered, where, type ProductFilter } from './filter.sql.ts';

/** How many products a search looks at; beyond it, counting and ranking stop. */
export const searchBound = 10_000;

export type Position = (string | number)[];

export interface Found {
  card: Card;
  /** What the next page begins after. */
  position: Position;
}

/** How many products there are, and how many of each combination of facet values, by its number. */
export interface Tally {
  total: number;
  totalIsLowerBound: boolean;
  groups: readonly (readonly [facets: number, count: number])[];
}

/** A page of what is found, and how much there is. */
export interface FoundPage {
  found: Found[];
  tally: Tally;
}

export type ListOrder = 'newest' | 'name' | 'price';

// Microseconds since 1970 fit a double exactly, so a cursor loses nothing of the instant.
export const micros = sql<number>`(extract(epoch from published_at) * 1000000)::bigint`;
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

/** Pages without filters are asked most, and always by the same text: they are prepared under a name. */
async function run<Row>(db: Db, name: string | null, statement: RawBuilder<Row>): Promise<Row[]> {
  return name === null ? (await statement.execute(db)).rows : runPrepared(db, name, statement);
}

/**
 * One page of the list; by price only what has one.
 * @param wanted narrows it to what the words find, in the same order
 */
export async function listPage(
  db: Db,
  filter: ProductFilter,
  order: ListOrder,
  after: Position | undefined,
  limit: number,
  wanted?: Wanted,
): Promise<Found[]> {
  const { by, after: beyond, shown } = orders[order];
  const all = conditions(filter);
  if (order === 'price') all.push(sql`price is not null`);
  if (after) all.push(beyond(after));
  if (wanted !== undefined) all.push(matches(literalsOf(wanted).said));
  const rows = await run<{ id: string; card: string; value: string | number }>(
    db,
    wanted !== undefined || filtered(filter) ? null : `list-${order}${after ? '-after' : ''}`,
    sql`
    select product_id as id, card, ${shown} as value
    from product_search ${where(all)} order by ${by} limit ${limit}`,
  );
  return rows.map(({ id, card, value }) => ({ card: new Card(card), position: [value, id] }));
}

const grouped = (from: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`(select string_agg(facets || '=' || count, ' ') from (select facets, count(*) as count from ${from} group by facets) g)`;

function tallyOf(groups: string | null): Tally {
  const counted = (groups ?? '')
    .split(' ')
    .filter(Boolean)
    .map((group) => {
      const at = group.indexOf('=');
      return [Number(group.slice(0, at)), Number(group.slice(at + 1))] as const;
    });
  const found = counted.reduce((sum, [, count]) => sum + count, 0);
  return { total: found, totalIsLowerBound: false, groups: counted };
}

/** The query stands in a sub-select so that the planner can't look into it: of a frequent word it would expect to
 * fill a bound soonest by reading the table, and reading vectors laid aside costs far more than it reckons with. */
const matches = (tsquery: string): RawBuilder<unknown> => sql`words @@ (select ${tsquery}::tsquery)`;

/** How many products a filter leaves. */
export async function countProducts(db: Db, filter: ProductFilter): Promise<Tally> {
  const { rows } = await sql<{ groups: string | null }>`
    with found as (select facets from product_search ${where(conditions(filter))})
    select ${grouped(sql`found`)} as groups`.execute(db);
  return tallyOf(rows[0]!.groups);
}

/** What is read of thousands of rows, in the order of the table: so PostgreSQL passes them on as they are. */
const counting = sql`facets`;
const ranking = sql`brevity, published_at, product_id`;

/** Rows that a query finds, at most `searchBound` + 1. */
const matching = (
  columns: RawBuilder<unknown>,
  tsquery: string,
  filter: ProductFilter,
  ...more: RawBuilder<unknown>[]
): RawBuilder<unknown> => sql`
  (select ${columns} from product_search
  ${where([matches(tsquery), ...conditions(filter), ...more])}
  limit ${sql.lit(searchBound + 1)}) m`;

/** The same of what words find, up to `searchBound`. */
export async function countFound(db: Db, filter: ProductFilter, wanted: Wanted): Promise<Tally> {
  const { rows } = await sql<{ groups: string | null }>`
    select ${grouped(matching(counting, literalsOf(wanted).said, filter))} as groups`.execute(db);
  return bounded(rows[0]!.groups);
}

/** Of one row more than `searchBound` is only told that there are more. */
function bounded(groups: string | null): Tally {
  const tally = tallyOf(groups);
  return {
    ...tally,
    total: Math.min(tally.total, searchBound),
    totalIsLowerBound: tally.total > searchBound,
  };
}

interface FoundRow {
  id: string;
  card: string;
  stage: number;
  brevity: number;
  at: number;
  /** Only in the one row that has the tally. */
  groups: string | null;
}

/**
 * One page of what a query finds, with its tally: products called exactly so or with that very code
 * (stage 0), products with all words in their names (1), those of which it is only said (2); in each stage the
 * one with the shortest names first, then the newest. One statement; a stage is only looked at where those before
 * it don't fill the page.
 */
export async function searchPage(
  db: Db,
  filter: ProductFilter,
  wanted: Wanted,
  after: Position | undefined,
  limit: number,
): Promise<FoundPage> {
  const asked = literalsOf(wanted);
  const lacking = (stages: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select count(*) from ${stages}) < ${limit}`;
  const exactly = matching(ranking, asked.exact, filter);
  const called = matching(ranking, asked.called, filter);
  // A first page asks a later stage only where the earlier ones are shown whole; a further page begins behind them.
  const others = (earlier: RawBuilder<unknown>, whole: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`product_id not in (select product_id from ${after ? whole : earlier})`;
  const stage = (number: number, from: RawBuilder<unknown>, ...unlike: RawBuilder<unknown>[]) => sql`
    select ${ranking} from ${from} ${where([...beyond(number, after), ...unlike])}
    order by brevity, published_at desc, product_id desc limit ${limit}`;
  const rows = await run<FoundRow>(
    db,
    after || filtered(filter) ? null : 'search-page',
    sql`
    with exact as materialized (${stage(0, exactly)}),
    called as materialized (${stage(
      1,
      matching(ranking, asked.called, filter, lacking(sql`exact`)),
      others(sql`exact`, exactly),
    )}),
    said as materialized (${stage(
      2,
      matching(
        ranking,
        asked.said,
        filter,
        lacking(sql`(select from exact union all select from called) earlier`),
      ),
      others(sql`exact`, exactly),
      others(sql`called`, called),
    )}),
    page as (
      select 0 as stage, * from exact union all select 1, * from called union all select 2, * from said
      order by stage, brevity, published_at desc, product_id desc limit ${limit})
    select page.product_id as id, s.card, page.stage, page.brevity,
      (extract(epoch from page.published_at) * 1000000)::bigint as at, null as groups
    from page join product_search s using (product_id)
    union all select null, null, null, null, null, ${grouped(matching(counting, asked.said, filter))}`,
  );
  const found = rows
    .filter(({ id }) => id !== null)
    .toSorted(inOrder)
    .map((row) => ({ card: new Card(row.card), position: [row.stage, row.brevity, row.at, row.id] }));
  return { found, tally: bounded(rows.find(({ id }) => id === null)!.groups) };
}

/** What a page that begins after a position takes from a stage. */
function beyond(number: number, after: Position | undefined): RawBuilder<unknown>[] {
  if (!after) return [];
  const [stage = 0, brevity = 0, at = 0, id = ''] = after;
  if (number !== stage) return number < Number(stage) ? [sql`false`] : [];
  return [
    sql`(brevity > ${brevity} or brevity = ${brevity} and (published_at, product_id) < (${instantOf(at)}, ${id}::uuid))`,
  ];
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

/**
 * Names of products that have all words, of those that begin with the same word one first; of a beginning that very
 * many have, those of the first `suggestBound`.
 */
export async function suggestNames(db: Db, called: string): Promise<Suggested[]> {
  const rows = await runPrepared<{ id: string; card: string }>(
    db,
    'suggest',
    sql`
    with called as materialized (
      select product_id, brevity, published_at from product_search where ${matches(called)} limit ${suggestBound}),
    ranked as (
      select called.*, row_number() over (
        partition by split_part(sort_name, ' ', 1) order by called.brevity, called.published_at desc, product_id desc) as nth
      from called join product_search s using (product_id)),
    best as (select * from ranked order by nth, brevity, published_at desc, product_id desc limit ${mostSuggested})
    select best.product_id as id, s.card from best join product_search s using (product_id)
    order by best.nth, best.brevity, best.published_at desc, best.product_id desc`,
  );
  return rows.map(({ id, card }) => ({ id, names: (JSON.parse(card) as Suggested).names }));
}

/** The cards of products, of those that are shown. */
export async function cardsOf(db: Db, ids: readonly string[]): Promise<Map<string, Card>> {
  const rows = await runPrepared<{ id: string; card: string }>(
    db,
    'cards',
    sql`select product_id as id, card from product_search where product_id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, card }) => [id, new Card(card)]));
}

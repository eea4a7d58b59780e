import type { listMembers, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { runPrepared } from '../../platform/db/prepared.ts';
import { cardColumns, type CardRow } from './organisation.sql.ts';
import { placePrefix } from './places.ts';
import { members } from './tables.ts';

export type MemberFilter = Pick<
  QueryOf<typeof listMembers>,
  'kind' | 'continent' | 'country' | 'place' | 'language' | 'tag' | 'resource' | 'association'
> & {
  /** A tsquery literal. */
  tsquery?: string;
};
export type MemberOrder = 'newest' | 'name' | 'relevance';
type Facets = NonNullable<ResponseOf<typeof listMembers>['facets']>;

/** The rule of every list: admitted, and what the reader asked for. */
function conditions(filter: MemberFilter): RawBuilder<boolean> {
  const { kind, continent, country, place, language, tag, resource, association, tsquery } = filter;
  const all: RawBuilder<unknown>[] = [sql`state = 'admitted'`];
  if (kind) all.push(sql`kind = any(${kind})`);
  if (continent) all.push(sql`continent = any(${continent})`);
  if (country) all.push(sql`country = any(${country})`);
  if (place) {
    // One comparison a code: `like any (array)` would not use the index.
    all.push(
      sql`(${sql.join(
        place.map((code) => sql`place_code like ${`${placePrefix(code)}%`}`),
        sql` or `,
      )})`,
    );
  }
  if (language) all.push(sql`languages && ${language}`);
  if (tag) all.push(sql`tags && ${tag}`);
  if (resource) all.push(sql`resource_kinds && ${resource}`);
  if (association) {
    all.push(sql`id in (select member_id from affiliation where association_id = ${association})`);
  }
  if (tsquery !== undefined) all.push(sql`search @@ ${tsquery}::tsquery`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** What rows are ordered by; text that fits a cursor: µs since 1970, a name, or a rank in millionths. */
function positionOf(filter: MemberFilter, order: MemberOrder): RawBuilder<string | number> {
  if (order === 'name') return sql`sort_key`;
  if (order === 'newest') return sql`admitted_at`;
  return sql`round(ts_rank(search, ${filter.tsquery}::tsquery) * 1000000)::bigint`;
}

/** One page of cards after a position; `position` is what the next cursor needs. */
export async function pageOfMembers(
  trx: Db,
  filter: MemberFilter,
  order: MemberOrder,
  after: { value: string | number; id: string } | undefined,
  limit: number,
): Promise<(CardRow & { position: string | number })[]> {
  const position = positionOf(filter, order);
  // Microseconds fit a double exactly, so a cursor loses nothing of the instant.
  const value =
    order === 'newest'
      ? sql`timestamptz 'epoch' + ${after?.value ?? 0}::bigint * interval '1 microsecond'`
      : sql`${after?.value}`;
  const beyond = after
    ? order === 'name'
      ? sql`and (${position}, id) > (${value}, ${after.id}::uuid)`
      : sql`and (${position}, id) < (${value}, ${after.id}::uuid)`
    : sql``;
  const shown = order === 'newest' ? sql`(extract(epoch from admitted_at) * 1000000)::bigint` : position;
  const direction = order === 'name' ? sql`asc` : sql`desc`;
  const { rows } = await sql<CardRow & { position: string | number }>`
    select ${sql.join(cardColumns.map((name) => sql.ref(name)))}, ${shown} as position
    from organisation
    where ${conditions(filter)} ${beyond}
    order by ${position} ${direction}, id ${direction}
    limit ${limit}`.execute(members(trx));
  return rows;
}

/** The best found by a tsquery literal, the best first, each with how many are found. */
export const bestMembers = (
  trx: Db,
  tsquery: string,
  limit: number,
): Promise<(CardRow & { total: number })[]> =>
  runPrepared(
    trx,
    'members-best',
    sql`
    with found as materialized (
      select id, round(ts_rank(search, ${tsquery}::tsquery) * 1000000) as rank
      from organisation where state = 'admitted' and search @@ ${tsquery}::tsquery)
    select ${sql.join(cardColumns.map((name) => sql.ref(name)))}, (select count(*) from found) as total
    from (select * from found order by rank desc, id desc limit ${limit}) as best join organisation using (id)
    order by rank desc, id desc`,
  );

/** Of each tsquery literal, whether any admitted member is found by it. */
export async function anyMembers(trx: Db, tsqueries: readonly string[]): Promise<boolean[]> {
  // Counted: for one row alone the planner would rather read the table.
  const rows = await runPrepared<{ found: boolean }>(
    trx,
    'members-any',
    sql`
    select (select count(*) from organisation where state = 'admitted' and search @@ wanted.query::tsquery) > 0 as found
    from unnest(${[...tsqueries]}::text[]) with ordinality as wanted (query, place) order by place`,
  );
  return rows.map(({ found }) => found);
}

export async function countMembers(trx: Db, filter: MemberFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from organisation where ${conditions(filter)}`.execute(trx);
  return rows[0]?.count ?? 0;
}

const facetFields = {
  kind: sql`kind`,
  continent: sql`continent`,
  country: sql`country`,
  place: sql`place_code`,
  language: sql`unnest(languages)`,
  tag: sql`unnest(tags)`,
  resource: sql`unnest(resource_kinds)`,
} satisfies Record<keyof Facets, RawBuilder<unknown>>;

/** How many of what was found are of each value: the 100 most frequent of each field, in one pass over the rows. */
export async function facetsOfMembers(
  trx: Db,
  filter: MemberFilter,
): Promise<{ total: number; byField: Facets }> {
  const counts = Object.entries(facetFields).map(
    ([field, value]) => sql`
      (select ${field}::text as field, value, count(*) as count
       from (select ${value} as value from found) as values
       where value is not null group by value order by count(*) desc, value limit 100)`,
  );
  const { rows } = await sql<{ field: keyof Facets | 'total'; value: string; count: number }>`
    with found as materialized (
      select kind, continent, country, place_code, languages, tags, resource_kinds
      from organisation where ${conditions(filter)})
    select 'total' as field, '' as value, count(*) as count from found
    union all ${sql.join(counts, sql` union all `)}`.execute(trx);
  const of = (field: keyof Facets) =>
    rows
      .filter((row) => row.field === field)
      .map(({ value, count }) => ({ value, count }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    total: rows.find((row) => row.field === 'total')?.count ?? 0,
    byField: {
      kind: of('kind'),
      continent: of('continent'),
      country: of('country'),
      place: of('place'),
      language: of('language'),
      tag: of('tag'),
      resource: of('resource'),
    },
  };
}

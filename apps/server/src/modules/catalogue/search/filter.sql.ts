import type { listProducts, QueryOf } from '@jiechuan/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

export type ProductFilter = Omit<QueryOf<typeof listProducts>, 'q' | 'cursor' | 'limit' | 'sort'>;

export const filtered = (filter: ProductFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined);

/** What the reader asked for, as conditions on product_search; values of one filter are alternatives. */
export function conditions(filter: ProductFilter): RawBuilder<unknown>[] {
  const { organisation, priceMin, priceMax } = filter;
  const all: RawBuilder<unknown>[] = [];
  const ofFacets = facetConditions(filter);
  if (ofFacets.length > 0) all.push(sql`facets in (select id from product_facets ${where(ofFacets)})`);
  if (organisation) all.push(sql`organisation_id = ${organisation}`);
  if (priceMin !== undefined) all.push(sql`price >= ${priceMin}`);
  if (priceMax !== undefined) all.push(sql`price <= ${priceMax}`);
  return all;
}

/** The combinations of facet values that a filter lets through; null where it lets through all. */
export async function facetsMeeting(db: Db, filter: ProductFilter): Promise<ReadonlySet<number> | null> {
  const all = facetConditions(filter);
  if (all.length === 0) return null;
  const { rows } = await sql<{ id: number }>`select id from product_facets ${where(all)}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

function facetConditions({ origin, category, storage, market, certificate, gi }: ProductFilter) {
  const all: RawBuilder<unknown>[] = [];
  if (origin) {
    const places = origin.map((code) =>
      code.length === 6 ? sql`origin = ${code}` : sql`origin like ${`${code}%`}`,
    );
    all.push(sql`(${sql.join(places, sql` or `)})`);
  }
  if (category) all.push(sql`category = any(${category})`);
  if (storage) all.push(sql`storage = any(${storage})`);
  if (market) all.push(sql`markets && ${market}`);
  if (certificate) all.push(sql`certificates && ${certificate}::text[]`);
  if (gi !== undefined) all.push(sql`gi = ${gi}`);
  return all;
}

export const where = (all: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  all.length > 0 ? sql`where ${sql.join([...all], sql` and `)}` : sql``;

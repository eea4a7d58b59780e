import type { Entry } from '@jiechuan/inverted-index';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { micros } from './page.sql.ts';

/** A row of product_search as an index keeps it. */
export interface IndexedRow extends Entry {
  /** A JSON array: the driver takes an array of PostgreSQL's apart far more slowly. */
  lexemes: string;
}

const indexed = (rest: RawBuilder<unknown>): RawBuilder<IndexedRow> => sql`
  select product_id as id, brevity, ${micros} as published, facets, organisation_id as organisation, price,
    sort_name as name, array_to_json(tsvector_to_array(words))::text as lexemes
  from product_search ${rest}`;

/** Rows in the order of their ids. @param after begins behind this id */
export async function rowsAfter(db: Db, after: string, limit: number): Promise<IndexedRow[]> {
  return (
    await indexed(sql`where product_id > ${after}::uuid order by product_id limit ${limit}`).execute(db)
  ).rows;
}

/** The rows of these products, of those that are shown. */
export async function rowsOf(db: Db, ids: readonly string[]): Promise<IndexedRow[]> {
  return (await indexed(sql`where product_id = any(${ids}::uuid[])`).execute(db)).rows;
}

/** How many rows there are, counted no further than `most`. */
export async function countRows(db: Db, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select from product_search limit ${most}) counted`.execute(db);
  return rows[0]!.count;
}

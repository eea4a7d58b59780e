import { sql } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import type { Db } from '../../../platform/db/database.ts';
import { isDeepStrictEqual } from 'node:util';
import { organisationCards } from '../../members/index.ts';
import type { Maker } from '../present.ts';
import { findProducts, type WholeProduct } from '../product.sql.ts';
import { facetValues, searchRow, type SearchRow } from './document.ts';
import { writeFacets, type FacetValues } from './facets.ts';

const batch = 500;
/** Rows of one statement: where they are analysed for it, requests wait meanwhile; many together cost PostgreSQL less. */
const atOnce = { analysed: 50, madeAhead: 500 };

/**
 * Brings the search rows of these products up to date, in the transaction that changed them: a row
 * for each published product of an admitted maker, none for the others.
 */
export async function refreshSearch(trx: Db, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += batch) {
    const part = ids.slice(from, from + batch);
    const products = (await findProducts(trx, part)).filter(({ state }) => state === 'published');
    const makers = await organisationCards(trx, [...new Set(products.map((one) => one.organisation_id))]);
    const kept = new Set(products.filter((one) => makers.has(one.organisation_id)).map(({ id }) => id));
    const gone = part.filter((id) => !kept.has(id));
    if (gone.length > 0)
      await sql`delete from product_search where product_id = any(${gone}::uuid[])`.execute(trx);
    await writeSearch(trx, products, new Map(), makers);
  }
}

/** A search row made before its product is written, with what was read for it. */
export interface PreparedSearch {
  row: SearchRow;
  facets: FacetValues;
  /** As its names are in the row. */
  maker: Maker;
}

/** Makes the search row of a product that will be new, without photos and certificates. Takes a third of a millisecond. */
export function prepareSearch(
  product: Pick<WholeProduct, 'id' | 'organisation_id' | 'data' | 'variants'>,
  maker: Maker,
): PreparedSearch {
  const soon = new Date(0);
  const whole: WholeProduct = {
    ...product,
    sku: product.data.sku,
    state: 'published',
    version: 1,
    demo: false,
    published_at: soon,
    created_at: soon,
    updated_at: soon,
    certificates: [],
    photos: [],
  };
  return { row: searchRow(whole, maker), facets: facetValues(whole), maker };
}

/**
 * Writes what rows made ahead need beside themselves: words of a dictionary, which nobody minds though their products
 * should never come. Outside of the products' transaction, so that no two of these wait for each other's words.
 */
export async function addWords(db: Db, prepared: readonly PreparedSearch[]): Promise<void> {
  await addFacets(
    db,
    prepared.map(({ row, facets }) => [row.facets, facets]),
  );
  await addSpellings(
    db,
    prepared.map(({ row }) => row),
  );
}

/**
 * Writes the search rows of products that were added in this transaction.
 * @param prepared by id, what was made ahead, its words written; of use while the maker is still called so
 */
export async function addToSearch(
  trx: Db,
  products: readonly WholeProduct[],
  prepared: ReadonlyMap<string, PreparedSearch | undefined>,
  makers: ReadonlyMap<string, Maker>,
): Promise<void> {
  const shown = products.filter((product) => product.state === 'published');
  if (shown.length > 0) await writeSearch(trx, shown, prepared, makers);
}

/** @param products published ones; a row is written where the maker is admitted */
async function writeSearch(
  trx: Db,
  products: readonly WholeProduct[],
  prepared: ReadonlyMap<string, PreparedSearch | undefined>,
  makers: ReadonlyMap<string, Maker>,
): Promise<void> {
  // A maker's goods of one category lie side by side: a search that finds them reads few pages of the table.
  const shown = products.toSorted(byMaker).filter((product) => makers.has(product.organisation_id));
  if (shown.length === 0) return;
  const ahead = usable(shown, prepared, makers);
  const fresh = shown.filter(({ id }) => !ahead.has(id));
  await addFacets(
    trx,
    fresh.map((product) => {
      const values = facetValues(product);
      return [writeFacets(values), values];
    }),
  );
  const made: SearchRow[] = [];
  // PostgreSQL writes some rows while the next ones are analysed.
  let writing: Promise<unknown> = Promise.resolve();
  const size = fresh.length === 0 ? atOnce.madeAhead : atOnce.analysed;
  for (let from = 0; from < shown.length; from += size) {
    const rows = shown.slice(from, from + size).map((product) => {
      const row = ahead.get(product.id);
      if (row) return { ...row, published_at: product.published_at! };
      const now = searchRow(product, makers.get(product.organisation_id)!);
      made.push(now);
      return now;
    });
    await writing;
    writing = upsert(trx, rows);
    // Its failure is met at the next await; until then it isn't one that nobody hears.
    writing.catch(() => {});
    // The statement leaves before the analysis goes on.
    await setImmediate();
  }
  await writing;
  await sortIn(trx);
  await addSpellings(trx, made);
}

/** The rows made ahead whose makers are still called so, by product. */
function usable(
  products: readonly WholeProduct[],
  prepared: ReadonlyMap<string, PreparedSearch | undefined>,
  makers: ReadonlyMap<string, Maker>,
): Map<string, SearchRow> {
  // All of a batch were made with one and the same.
  const same = new Map<Maker, boolean>();
  const rows = new Map<string, SearchRow>();
  for (const { id, organisation_id: makerId } of products) {
    const one = prepared.get(id);
    if (!one) continue;
    if (!same.has(one.maker)) same.set(one.maker, isDeepStrictEqual(one.maker, makers.get(makerId)));
    if (same.get(one.maker)) rows.set(id, one.row);
  }
  return rows;
}

/**
 * New lexemes wait in a list that every search reads as well. Sorted into the index together they cost a third of what
 * each costs alone, so a transaction lets its own wait until its last row is written, and never longer.
 */
async function sortIn(trx: Db): Promise<void> {
  await sql`select gin_clean_pending_list('product_search_words')`.execute(trx);
}

const byMaker = (a: WholeProduct, b: WholeProduct): number =>
  compare(a.organisation_id, b.organisation_id) || compare(a.data.category, b.data.category);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function upsert(trx: Db, rows: readonly SearchRow[]): Promise<void> {
  const shared = [...new Set(rows.map((row) => row.shared))];
  const numbers = new Map(shared.map((words, number) => [words, number]));
  const own = rows.map((row) => ({ ...row, spellings: undefined, shared: numbers.get(row.shared)! }));
  const common = shared.map(({ words }, number) => ({ number, words }));
  await sql`
    with shared as materialized (
      select * from json_to_recordset(${JSON.stringify(common)}::json) as s (number integer, words tsvector))
    insert into product_search (facets, brevity, published_at, product_id, organisation_id, price, sort_name, card, words)
    select (select f.id from product_facets f where f.key = r.facets), r.brevity, r.published_at, r.product_id,
      r.organisation_id, r.price, r.sort_name, r.card, r.words || s.words
    from json_to_recordset(${JSON.stringify(own)}::json) as r (facets text, brevity smallint, published_at timestamptz,
      product_id uuid, organisation_id uuid, price bigint, sort_name text, card text, words tsvector, shared integer)
      join shared s on s.number = r.shared
    on conflict (product_id) do update set facets = excluded.facets, brevity = excluded.brevity,
      published_at = excluded.published_at, organisation_id = excluded.organisation_id, price = excluded.price,
      sort_name = excluded.sort_name, card = excluded.card, words = excluded.words`.execute(trx);
}

/** Gives each combination that is new its number; in one order, as spellings below. @param combinations by their keys */
async function addFacets(
  trx: Db,
  combinations: readonly (readonly [key: string, values: FacetValues])[],
): Promise<void> {
  if (combinations.length === 0) return;
  const sorted = [...new Map(combinations)]
    .map(([key, values]) => ({ key, ...values }))
    .toSorted((a, b) => compare(a.key, b.key));
  await sql`
    insert into product_facets (key, origin, category, storage, gi, markets, certificates)
    select key, origin, category, storage, gi, markets, certificates
    from jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) as wanted (key text, origin text, category text, storage text,
      gi boolean, markets text[], certificates text[])
    where not exists (select from product_facets known where known.key = wanted.key)
    on conflict do nothing`.execute(trx);
}

/** In one order, so that two writers of the same words don't wait for each other in a circle. */
async function addSpellings(trx: Db, rows: readonly SearchRow[]): Promise<void> {
  const spellings = new Set<string>();
  for (const row of rows) for (const spelling of row.spellings) spellings.add(spelling);
  for (const shared of new Set(rows.map((row) => row.shared)))
    for (const spelling of shared.spellings) spellings.add(spelling);
  if (spellings.size === 0) return;
  const sorted = [...spellings].toSorted();
  await sql`
    insert into product_spelling (word) select wanted.word from unnest(${sorted}::text[]) as wanted (word)
    where not exists (select from product_spelling known where known.word = wanted.word)
    on conflict do nothing`.execute(trx);
}

/** Makes every search row anew (after a change of the analyser); returns how many products were looked at. */
export async function rebuildSearch(db: Db, onProgress: (done: number) => void = () => {}): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  let done = 0;
  for (;;) {
    const { rows } = await sql<{
      id: string;
    }>`select id from product where id > ${after}::uuid order by id limit ${batch}`.execute(db);
    if (rows.length === 0) return done;
    const ids = rows.map(({ id }) => id);
    await db.transaction().execute(async (trx) => {
      await sql`select from product where id = any(${ids}::uuid[]) order by id for share`.execute(trx);
      await refreshSearch(trx, ids);
    });
    done += ids.length;
    after = ids.at(-1)!;
    onProgress(done);
  }
}

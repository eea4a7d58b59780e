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
const atOnce = { analysed: 50, madeAhead: 250 };

/**
 * Brings the search rows of these products up to date, in the transaction that changed them: a row
 * for each published product of an admitted maker, none for the others.
 */
export async function refreshSearch(trx: Db, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += batch) {
    const part = ids.slice(from, from + batch);
    const products = await findProducts(trx, part);
    await writeSearch(trx, part, products);
  }
}

/** A search row made before its product is written, with the names of the maker that are in it. */
export interface PreparedSearch {
  row: SearchRow;
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
  return { row: searchRow(whole, maker), maker };
}

/**
 * The same for products added in this transaction, as they were just written.
 * @param prepared by id, what was made ahead; of use while the maker is still called so
 */
export async function addToSearch(
  trx: Db,
  products: readonly WholeProduct[],
  prepared: ReadonlyMap<string, PreparedSearch | undefined>,
): Promise<void> {
  if (products.length > 0) await writeSearch(trx, [], products, prepared);
}

async function writeSearch(
  trx: Db,
  ids: readonly string[],
  products: readonly WholeProduct[],
  prepared: ReadonlyMap<string, PreparedSearch | undefined> = new Map(),
): Promise<void> {
  const makers = await organisationCards(trx, [
    ...new Set(products.map((product) => product.organisation_id)),
  ]);
  // A maker's goods of one category lie side by side: a search that finds them reads few pages of the table.
  const shown = products
    .toSorted(byMaker)
    .filter((product) => product.state === 'published' && makers.has(product.organisation_id));
  const kept = new Set(shown.map(({ id }) => id));
  const gone = ids.filter((id) => !kept.has(id));
  if (gone.length > 0)
    await sql`delete from product_search where product_id = any(${gone}::uuid[])`.execute(trx);
  await addFacets(trx, shown.map(facetValues));
  const spellings = new Set<string>();
  // PostgreSQL writes some rows while the next ones are analysed.
  let writing: Promise<unknown> = Promise.resolve();
  const size = shown.every(({ id }) => prepared.get(id)) ? atOnce.madeAhead : atOnce.analysed;
  for (let from = 0; from < shown.length; from += size) {
    const rows = shown.slice(from, from + size).map((product) => {
      const maker = makers.get(product.organisation_id)!;
      const ahead = prepared.get(product.id);
      return ahead && isDeepStrictEqual(ahead.maker, maker)
        ? { ...ahead.row, published_at: product.published_at! }
        : searchRow(product, maker);
    });
    for (const spelling of rows.flatMap((row) => row.spellings)) spellings.add(spelling);
    for (const shared of new Set(rows.map((row) => row.shared)))
      for (const spelling of shared.spellings) spellings.add(spelling);
    await writing;
    writing = upsert(trx, rows);
    // Its failure is met at the next await; until then it isn't one that nobody hears.
    writing.catch(() => {});
    // The statement leaves before the analysis goes on.
    await setImmediate();
  }
  await writing;
  if (shown.length > 0) await sortIn(trx);
  await addSpellings(trx, spellings);
}

/**
 * New lexemes wait in a list that every search reads as well. Sorted into the indexes together they cost a third of what
 * each costs alone, so a transaction lets its own wait until its last row is written, and never longer.
 */
async function sortIn(trx: Db): Promise<void> {
  await sql`select gin_clean_pending_list('product_search_names'), gin_clean_pending_list('product_search_words')`.execute(
    trx,
  );
}

const byMaker = (a: WholeProduct, b: WholeProduct): number =>
  compare(a.organisation_id, b.organisation_id) || compare(a.data.category, b.data.category);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function upsert(trx: Db, rows: readonly SearchRow[]): Promise<void> {
  const shared = [...new Set(rows.map((row) => row.shared))];
  const numbers = new Map(shared.map((words, number) => [words, number]));
  const own = rows.map((row) => ({ ...row, spellings: undefined, shared: numbers.get(row.shared)! }));
  const common = shared.map(({ names, others }, number) => ({ number, names, others }));
  await sql`
    with shared as materialized (
      select * from json_to_recordset(${JSON.stringify(common)}::json) as s (number integer, names tsvector, others tsvector))
    insert into product_search (facets, brevity, published_at, product_id, organisation_id, price, sort_name, card, names, words)
    select (select f.id from product_facets f where f.key = r.facets), r.brevity, r.published_at, r.product_id,
      r.organisation_id, r.price, r.sort_name, r.card, r.names || s.names, r.names || r.others || s.names || s.others
    from json_to_recordset(${JSON.stringify(own)}::json) as r (facets text, brevity smallint, published_at timestamptz,
      product_id uuid, organisation_id uuid, price bigint, sort_name text, card text, names tsvector, others tsvector,
      shared integer)
      join shared s on s.number = r.shared
    on conflict (product_id) do update set facets = excluded.facets, brevity = excluded.brevity,
      published_at = excluded.published_at, organisation_id = excluded.organisation_id, price = excluded.price,
      sort_name = excluded.sort_name, card = excluded.card, names = excluded.names, words = excluded.words`.execute(
    trx,
  );
}

/** Gives each combination that is new its number; in one order, as spellings below. */
async function addFacets(trx: Db, combinations: readonly FacetValues[]): Promise<void> {
  if (combinations.length === 0) return;
  const byKey = new Map(combinations.map((values) => [writeFacets(values), values]));
  const sorted = [...byKey]
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
async function addSpellings(trx: Db, spellings: ReadonlySet<string>): Promise<void> {
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

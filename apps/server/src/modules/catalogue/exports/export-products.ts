import type { exportProductsCsv as endpoint, QueryOf } from '@jiechuan/contract';
import { mostWorkbookRows } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Readable } from 'node:stream';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { csvStream, workbookStream } from '../../../platform/sheets/index.ts';
import { catalogueProblems } from '../problems.ts';
import { mayReadAgreedPrices } from '../policy.ts';
import { findProducts } from '../product.sql.ts';
import type { ProductList } from '../search/index.ts';
import { headingOf } from '../sheet/headings.ts';
import { cellsOf, columnsFor } from '../sheet/write-rows.ts';

type Query = QueryOf<typeof endpoint>;

/** Products in the shape that an import reads, page by page as the reader takes them. */
export async function exportCsv(db: Db, actor: Actor, query: Query, list: ProductList): Promise<Readable> {
  return csvStream(lines(db, actor, query, list));
}

/** The same as a workbook. @throws Problem catalogue.exportTooLarge beyond 20,000 products */
export async function exportWorkbook(
  db: Db,
  actor: Actor,
  query: Query,
  list: ProductList,
): Promise<Readable> {
  return workbookStream(lines(db, actor, query, list), mostWorkbookRows, () => {
    throw new Problem(catalogueProblems.exportTooLarge, { most: mostWorkbookRows });
  });
}

/** An empty sheet. */
export const template = (language: string): Readable =>
  csvStream([columnsFor(['zh-CN', 'en', 'ru']).map((key) => headingOf(key, language))]);

async function* lines(db: Db, actor: Actor, query: Query, list: ProductList): AsyncGenerator<string[]> {
  const { mine, language = actor.language, ...filter } = query;
  const organisationId = mine ? actor.organisationId : null;
  const columns = columnsFor(await languagesOf(db, organisationId));
  yield columns.map((key) => headingOf(key, language));
  const pages = mine ? ownIds(db, organisationId) : listedIds(db, filter, list);
  for await (const ids of pages) {
    const place = new Map(ids.map((id, at) => [id, at]));
    const products = await findProducts(db, ids);
    for (const product of products.toSorted((a, b) => place.get(a.id)! - place.get(b.id)!)) {
      const agreed = mayReadAgreedPrices(actor, product.organisation_id);
      const prices = product.data.prices.filter((band) => agreed || !band.byAgreement);
      yield cellsOf({ ...product.data, prices, state: product.state, variants: product.variants }, columns);
    }
  }
}

/** Languages that texts of the products are written in, the alliance's three always. */
async function languagesOf(db: Db, organisationId: string | null): Promise<string[]> {
  const { rows } = await sql<{ language: string }>`
    select distinct k as language from product p
    cross join lateral (values (p.data->'names'), (p.data->'descriptions'), (p.data->'ingredients')) t (texts)
    cross join lateral jsonb_object_keys(t.texts) k
    where ${organisationId === null ? sql`p.state = 'published'` : sql`p.organisation_id = ${organisationId}`}
    order by k limit 60`.execute(db);
  return [...new Set(['zh-CN', 'en', 'ru', ...rows.map(({ language }) => language)])];
}

async function* ownIds(db: Db, organisationId: string | null): AsyncGenerator<string[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<{ id: string }>`
      select id from product where organisation_id = ${organisationId} and id > ${after} order by id limit 500`.execute(
      db,
    );
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < 500) return;
    after = rows.at(-1)!.id;
  }
}

async function* listedIds(
  db: Db,
  filter: Omit<Query, 'mine' | 'language'>,
  list: ProductList,
): AsyncGenerator<string[]> {
  let cursor: string | undefined;
  do {
    const page = await list.find(db, { ...filter, limit: 100, ...(cursor !== undefined && { cursor }) });
    yield page.items.map(({ id }) => id);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

import type { ProductCard } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import type { Module } from '../../platform/module.ts';
import { loadTerms } from '../../platform/text/index.ts';
import {
  membersEvents,
  organisationCards,
  type OrganisationChanged,
  type OrganisationMoved,
} from '../members/index.ts';
import { listenForImports } from './imports/jobs.ts';
import { catalogueIntakes, catalogueMakers } from './intakes.ts';
import { catalogueMigrations } from './migrations/index.ts';
import { cataloguePolicy } from './policy.ts';
import { productIdsOf } from './product.sql.ts';
import { mountCatalogue } from './routes.ts';
import { catalogue } from './tables.ts';
import { vocabularyTerms } from './vocabulary/index.ts';
import { createProductList, refreshSearch, type ProductList } from './search/index.ts';

export { catalogueMigrations } from './migrations/index.ts';
export { createProductList, rebuildSearch, type ProductList } from './search/index.ts';
export { productFactsFor } from './product-facts.ts';
export { demoProducts } from './demo-products.ts';
export { insertDemoProducts } from './insert-demo-products.ts';
export { getProduct } from './get-product.ts';
export { productsById } from './products-by-id.ts';
export { productsBySku } from './products-by-sku.ts';
export { catalogueEvents, type ProductChanged, type ProductsImported } from './events.ts';
export { bringIn } from './imports/bring-in.ts';
export { listImportErrors } from './imports/list-import-errors.ts';
export { exportCsv, exportWorkbook } from './exports/export-products.ts';
export { currencyDigits, readInteger, readScaled, writeScaled } from './sheet/numbers.ts';
export { detectDelimiter, readRows } from './sheet/read-rows.ts';
export { CellProblem, cellText } from './sheet/text.ts';
export { readYesNo } from './sheet/words.ts';

type ProductHead = Pick<ProductCard, 'id' | 'sku' | 'names' | 'maker'>;

/** Names of products by id, as far as an organisation may see them: published ones and its own. */
export async function productNames(
  db: Db,
  ids: readonly string[],
  organisationId: string | null,
): Promise<Map<string, Record<string, string>>> {
  if (ids.length === 0) return new Map();
  const rows = await catalogue(db)
    .selectFrom('product')
    .select(['id', 'data'])
    .where('id', 'in', [...new Set(ids)])
    .where((where) =>
      where.or([where('state', '=', 'published'), where('organisation_id', '=', organisationId ?? null!)]),
    )
    .execute();
  return new Map(rows.map(({ id, data }) => [id, data.names]));
}

/** Products of an enterprise that were added or changed since a moment, as after an import. */
export async function productsChangedSince(db: Db, organisationId: string, since: string): Promise<string[]> {
  const rows = await catalogue(db)
    .selectFrom('product')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('updated_at', '>=', new Date(since))
    .execute();
  return rows.map(({ id }) => id);
}

/** SKU, names and maker of products by id, as `productNames` lets an organisation see them; those of who is no member any more are left out. */
export async function productHeads(
  db: Db,
  ids: readonly string[],
  organisationId: string | null,
): Promise<Map<string, ProductHead>> {
  if (ids.length === 0) return new Map();
  const rows = await catalogue(db)
    .selectFrom('product')
    .select(['id', 'organisation_id', 'sku', 'data'])
    .where('id', 'in', [...new Set(ids)])
    .where((where) =>
      where.or([where('state', '=', 'published'), where('organisation_id', '=', organisationId ?? null!)]),
    )
    .execute();
  const makers = await organisationCards(db, [...new Set(rows.map((row) => row.organisation_id))]);
  return new Map(
    rows.flatMap(({ id, sku, data, organisation_id }) => {
      const maker = makers.get(organisation_id);
      return maker ? [[id, { id, sku, names: data.names, maker: { id: maker.id, names: maker.names } }]] : [];
    }),
  );
}

/** Products, their variants, certificates and versions, and the public list. */
export function catalogueModule(): Module & { list: ProductList } {
  // The words of the trade, before anything is indexed or asked for.
  loadTerms(vocabularyTerms());
  const list = createProductList();
  return {
    name: 'catalogue',
    migrations: catalogueMigrations,
    policy: cataloguePolicy,
    list,
    intakes: catalogueIntakes,
    uploadMakers: catalogueMakers,
    routes: (mount, ground) => mountCatalogue(mount, ground, list),
    listen(ground) {
      const { events, notifications, db, log } = ground;
      listenForImports(ground);
      list.keepIndex(db, (error) => log.warn({ err: error }, 'products could not be read into memory'));
      notifications.on('product_search', list.changed);
      // A maker that was suspended, left or renamed: its products disappear, come back or say the new name.
      const follow = ({ organisationId }: { organisationId: string }) =>
        db.transaction().execute(async (trx) => refreshSearch(trx, await productIdsOf(trx, organisationId)));
      events.on<OrganisationMoved>(membersEvents.moved, 'catalogue.follow-moved-maker', follow);
      events.on<OrganisationChanged>(membersEvents.changed, 'catalogue.follow-changed-maker', follow);
    },
    close: list.close,
  };
}

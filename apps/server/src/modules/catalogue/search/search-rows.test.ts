import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { v7 } from 'uuid';
import type { Db } from '../../../platform/db/database.ts';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { demoOrganisations, insertDemoOrganisations, organisationCards } from '../../members/index.ts';
import { demoProducts } from '../demo-products.ts';
import { run, upload } from '../imports/testing/uploads.ts';
import { insertDemoProducts } from '../insert-demo-products.ts';
import { admitEnterprise, sauce } from '../testing/enterprise.ts';
import * as oneVector from '../migrations/0013-one-vector.ts';
import * as changesById from '../migrations/0015-changes-by-id.ts';
import { findProducts } from '../product.sql.ts';
import { placeNames } from '../../../platform/geography/index.ts';
import { analyseText } from '../../../platform/text/index.ts';
import { categoryNames, findCategory, kindNames } from '../vocabulary/index.ts';
import {
  addToSearch,
  createProductList,
  prepareSearch,
  rebuildSearch,
  type PreparedSearch,
} from './index.ts';
import { exactLexeme } from './lexemes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  const { db } = app.ground;
  const organisations = demoOrganisations(40, 1);
  await insertDemoOrganisations(db, organisations);
  const makers = organisations.filter(({ kind }) => kind === 'enterprise');
  await db.transaction().execute((trx) => insertDemoProducts(trx, demoProducts(120, 1, makers)));
});
afterAll(() => app.close());

const own = (organisationId: string) =>
  app.as({ role: 'enterprise', userId: 'u', userName: 'Maker', organisationId, organisationRole: 'owner' });
const searchRows = async () =>
  (
    await sql`
      select s.product_id, f.key, s.brevity, s.published_at, s.organisation_id, s.price, s.sort_name, s.card::jsonb as card,
        s.words::text as words
      from product_search s join product_facets f on f.id = s.facets order by s.product_id`.execute(
      app.ground.db,
    )
  ).rows;

test('what an import writes for search is what reindexing makes of the products', async () => {
  const exported = await app.http.inject({
    url: '/api/v1/products/export.csv',
    headers: app.headersAs({ role: 'secretariat', userId: 's', userName: 'S' }),
  });
  const maker = own(await admitEnterprise(app));
  const { id } = await upload(maker, exported.rawPayload);
  const { progress } = await run(maker, id, true);
  expect(progress.created).toBeGreaterThan(100);
  const written = await searchRows();
  await rebuildSearch(app.ground.db);
  expect(await searchRows()).toEqual(written);
});

test('each row has its own words and those of its kind, class, place and maker, as if all were analysed together', async () => {
  const { db } = app.ground;
  const { rows } = await sql<{ id: string; words: string[] }>`
    select product_id as id, tsvector_to_array(words) as words from product_search`.execute(db);
  const products = await findProducts(
    db,
    rows.map(({ id }) => id),
  );
  const makers = await organisationCards(db, [...new Set(products.map((one) => one.organisation_id))]);
  expect(products.length).toBeGreaterThan(100);
  for (const product of products) {
    const { data, variants } = product;
    const ofKind = data.kind === null ? [] : kindNames(data.kind);
    const own = [data.names, ...variants.map(({ names }) => names)].flatMap((names) =>
      Object.entries(names).map(([lang, text]) => ({ lang, text })),
    );
    const said = [
      ...[data.descriptions, data.ingredients, makers.get(product.organisation_id)!.names].flatMap(
        Object.values<string>,
      ),
      ...[data.origin.text, data.geographicalIndication].filter((text) => text !== null),
      ...categoryNames(data.category).map(({ text }) => text),
      ...(data.origin.code === null ? [] : placeNames(data.origin.code)),
    ].map((text) => ({ text, weight: 'b' as const }));
    const codes = [data.sku, data.gtin, data.hs6].filter((code) => code !== null);
    const { a, b } = analyseText([...own, ...ofKind, ...said], codes);
    const exact = [
      ...[...own, ...ofKind].map(({ text }) => text),
      ...Object.values<string>({ ...findCategory(data.category)?.names }),
    ].map(exactLexeme);
    const row = rows.find(({ id }) => id === product.id)!;
    const names = new Set([...a, ...exact]);
    const isSaid = (word: string) => word.startsWith('.');
    expect(new Set(row.words.filter((word) => !isSaid(word)))).toEqual(names);
    // A word of a name may be said of it as well: of its class, its place or its maker.
    const only = new Set(
      row.words
        .filter(isSaid)
        .map((word) => word.slice(1))
        .filter((word) => !names.has(word)),
    );
    expect(only).toEqual(new Set(b.filter((word) => !names.has(word))));
  }
});

test('rows that were kept in two vectors find the same in one', async () => {
  const wordsOf = async (trx: Db) => {
    const { rows } = await sql<{ id: string; words: string[] }>`
      select product_id as id, tsvector_to_array(words) as words from product_search order by product_id`.execute(
      trx,
    );
    // What is said of it too finds nothing that its name doesn't.
    return rows.map(({ id, words }) => [
      id,
      words.filter((word) => !words.includes(word.slice(1))).toSorted(),
    ]);
  };
  await app.ground.db.transaction().execute(async (trx) => {
    const before = await wordsOf(trx);
    expect(before.length).toBeGreaterThan(100);
    await sql`
      alter table product_search add column names tsvector;
      update product_search set
        names = array_to_tsvector(array(select w from unnest(tsvector_to_array(words)) w where w !~ '^[.]')),
        words = array_to_tsvector(array(select distinct ltrim(w, '.') from unnest(tsvector_to_array(words)) w));`.execute(
      trx,
    );
    expect(await wordsOf(trx)).not.toEqual(before);
    await oneVector.up(trx as never);
    await changesById.up(trx as never);
    expect(await wordsOf(trx)).toEqual(before);
  });
});

test('a search row made ahead is used while its maker is called so, and made anew when not', async () => {
  const { db } = app.ground;
  const organisationId = await admitEnterprise(app);
  const makers = await organisationCards(db, [organisationId]);
  const maker = makers.get(organisationId)!;
  const { id } = await own(organisationId).call(contract.createProduct, { body: sauce() });
  await own(organisationId).call(contract.publishProduct, { params: { id } });
  const product = (await findProducts(db, [id]))[0]!;
  const writtenFrom = async (prepared: PreparedSearch) => {
    await db.transaction().execute((trx) => addToSearch(trx, [product], new Map([[id, prepared]]), makers));
    return (await searchRows()).find((row) => (row as { product_id: string }).product_id === id);
  };
  const before = (await searchRows()).find((row) => (row as { product_id: string }).product_id === id);
  const ahead = prepareSearch(product, maker);
  expect(await writtenFrom({ ...ahead, row: { ...ahead.row, sort_name: 'made ahead' } })).toEqual({
    ...(before as object),
    sort_name: 'made ahead',
  });
  expect(await writtenFrom(prepareSearch(product, { ...maker, names: { 'zh-CN': '旧名' } }))).toEqual(before);
});

const list = createProductList({ remember: false });
describe('facets', () => {
  const find = (query: Partial<contract.QueryOf<typeof contract.listProducts>>) =>
    list.find(app.ground.db, { limit: 100, ...query });

  test('count the products that their filters leave, of a list and of a search', async () => {
    for (const q of [undefined, '酱', 'tea']) {
      const { facets, total } = await find({ q });
      expect(facets.category.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      const filters = [
        ...facets.category.map(({ value, count }) => ({ count, filter: { category: [value as never] } })),
        ...facets.storage.map(({ value, count }) => ({ count, filter: { storage: [value as never] } })),
        ...facets.market.map(({ value, count }) => ({ count, filter: { market: [value as never] } })),
        ...facets.origin.slice(0, 5).map(({ value, count }) => ({ count, filter: { origin: [value] } })),
        ...facets.gi.map(({ value, count }) => ({ count, filter: { gi: value === 'true' } })),
      ];
      for (const { filter, count } of filters) expect((await find({ q, ...filter })).total).toBe(count);
    }
  });

  test('tell of each filter what it could be instead, with the other filters kept', async () => {
    for (const q of [undefined, '酱', 'tea']) {
      const open = await find({ q });
      const category = open.facets.category.at(-1)!.value as never;
      const chosen = await find({ q, category: [category] });
      expect(chosen.facets.category).toEqual(open.facets.category);
      expect(chosen.facets.storage.reduce((sum, { count }) => sum + count, 0)).toBe(chosen.total);
      const storage = chosen.facets.storage[0]!.value as never;
      const both = await find({ q, category: [category], storage: [storage] });
      expect(both.facets.storage).toEqual(chosen.facets.storage);
      expect(both.facets.category).toEqual((await find({ q, storage: [storage] })).facets.category);
    }
  });

  test('follow a product at once from one combination to another', async () => {
    const maker = await admitEnterprise(app);
    const { id } = await own(maker).call(contract.createProduct, { body: sauce() });
    const { version } = await own(maker).call(contract.publishProduct, { params: { id } });
    const counted = async () => (await find({ organisation: maker })).facets.storage;
    expect(await counted()).toEqual([{ value: 'ambient', count: 1 }]);
    await own(maker).call(
      contract.updateProduct,
      { params: { id }, body: { storage: 'chilled', minTemperature: 20, maxTemperature: 40 } },
      { ifMatch: version },
    );
    expect(await counted()).toEqual([{ value: 'chilled', count: 1 }]);
    await own(maker).call(contract.withdrawProduct, { params: { id } });
    expect(await counted()).toEqual([]);
  });

  test('a combination that eight products bring at the same moment has one number', async () => {
    const maker = await admitEnterprise(app);
    const geographicalIndication = `GI ${v7()}`;
    const bodies = Array.from({ length: 8 }, () =>
      sauce({ origin: { code: '500101', text: null }, geographicalIndication }),
    );
    const added = await Promise.all(bodies.map((body) => own(maker).call(contract.createProduct, { body })));
    await Promise.all(added.map(({ id }) => own(maker).call(contract.publishProduct, { params: { id } })));
    const { rows } = await sql<{ numbers: number; products: number }>`
      select count(distinct facets) as numbers, count(*) as products
      from product_search where organisation_id = ${maker}`.execute(app.ground.db);
    expect(rows).toEqual([{ numbers: 1, products: 8 }]);
  });
});

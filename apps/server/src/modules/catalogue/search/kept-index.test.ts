import * as contract from '@jiechuan/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { setTimeout } from 'node:timers/promises';
import pLimit from 'p-limit';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../platform/db/database.ts';
import { createNotifications } from '../../../platform/db/notifications.ts';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { demoOrganisations, insertDemoOrganisations } from '../../members/index.ts';
import { demoProducts } from '../demo-products.ts';
import { insertDemoProducts } from '../insert-demo-products.ts';
import { admitEnterprise, sauce } from '../testing/enterprise.ts';
import type { ProductFilter } from './filter.sql.ts';
import { inDatabase, inMemory, type Finder, type SearchOrder } from './finder.ts';
import { readFacets } from './facets.ts';
import { createProductList } from './index.ts';
import { KeptCards } from './kept-cards.ts';
import { changedIds, KeptIndex } from './kept-index.ts';
import { wantedBy, type Wanted } from './lexemes.ts';
import type { Position } from './page.sql.ts';

let app: TestApp;
let makers: readonly string[];
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  const { db } = app.ground;
  const organisations = demoOrganisations(100, 1);
  await insertDemoOrganisations(db, organisations);
  const enterprises = organisations.filter(({ kind }) => kind === 'enterprise');
  makers = enterprises.map(({ id }) => id);
  await db.transaction().execute((trx) => insertDemoProducts(trx, demoProducts(600, 1, enterprises)));
  // Names that only bytes put in order, and equals in all but their ids.
  const maker = own(await admitEnterprise(app));
  for (const name of ['ﬁne tea', '𠀀tea', '\uffeetea', '酱', 'A', 'a', 'a']) {
    const { id } = await maker.call(contract.createProduct, {
      body: sauce({ names: { 'zh-CN': name, en: name } }),
    });
    await maker.call(contract.publishProduct, { params: { id } });
  }
  await sql`update product_search set published_at = date_trunc('day', published_at) where organisation_id = ${makers[0]}`.execute(
    db,
  );
});
afterAll(() => app.close());

const own = (organisationId: string) =>
  app.as({ role: 'enterprise', userId: 'u', userName: 'Maker', organisationId, organisationRole: 'owner' });
const failed = (error: unknown): never => expect.unreachable(String(error));
const lanes = pLimit(3);

/** A copy of its own that is told of changes as the application's is. */
async function keepIndex() {
  const kept = new KeptIndex(app.ground.db, failed);
  const notifications = createNotifications(app.connectionString, failed);
  notifications.on('product_search', (said) => kept.changed(changedIds(said)));
  await notifications.start();
  onTestFinished(async () => {
    kept.close();
    await notifications.stop();
  });
  return { kept, heard: notifications.heard };
}
const patient = { timeout: 20_000 };
/** As long as anything that began by itself could take. */
const settled = () => setTimeout(300);
const soonInStep = (kept: KeptIndex) => vi.waitFor(() => expect(kept.inStep()).not.toBeNull(), patient);

/** All pages of what is found, as they are shown, and what is counted. */
async function pages(
  finder: Finder,
  filter: ProductFilter,
  wanted: Wanted,
  order: SearchOrder,
  limit: number,
) {
  const shown: unknown[] = [];
  let after: Position | undefined;
  let told: unknown;
  do {
    const { found, tally } = await finder.find(filter, wanted, order, after, limit);
    const counted = { ...tally, groups: tally.groups.toSorted((a, b) => a[0] - b[0]) };
    told ??= counted;
    expect(counted).toEqual(told);
    shown.push(...found.map(({ card, position }) => [card.text, position]));
    after = found.length === limit ? found.at(-1)!.position : undefined;
  } while (after && shown.length < 200);
  const { total } = await finder.count(filter, wanted);
  return { shown, told, total };
}

describe('what is kept in memory', () => {
  test('finds, counts and orders what PostgreSQL does, whatever is asked, filtered and sorted', async () => {
    const { db } = app.ground;
    const { kept } = await keepIndex();
    await soonInStep(kept);
    const cards = new KeptCards();
    const { rows: names } = await sql<{ names: Record<string, string>; sku: string }>`
      select card::json->'names' as names, card::json->>'sku' as sku from product_search order by product_id`.execute(
      db,
    );
    const { rows: keys } = await sql<{ key: string }>`select key from product_facets`.execute(db);
    const values = keys.map(({ key }) => readFacets(key));
    const of = (at: number) => [...new Set(values.flatMap((one) => one[at]!))].toSorted();
    const word = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...names.flatMap((one) => Object.values(one.names))) },
      { weight: 1, arbitrary: fc.constantFrom(...names.map(({ sku }) => sku)) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '酱',
          '豆瓣',
          'doubanjiang',
          'dbj',
          'tea',
          'ча',
          'чай',
          'lajiao',
          'food',
          'Chengdu',
          '2103.90',
          'a',
          'zzz',
          '成都',
        ),
      },
    );
    // Whole, or as far as it was typed.
    const q = fc.array(
      fc.tuple(word, fc.integer({ min: 1, max: 20 })).map(([text, to]) => text.slice(0, to)),
      { minLength: 1, maxLength: 2 },
    );
    const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 4 });
    const some = (all: readonly string[]) =>
      maybe(fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 2 }));
    const filter = fc.record({
      origin: maybe(
        fc.uniqueArray(fc.constantFrom(...of(0).flatMap((code) => [code, code.slice(0, 2)])), {
          minLength: 1,
          maxLength: 2,
        }),
      ),
      category: some(of(1)),
      storage: some(of(2)),
      gi: maybe(fc.boolean()),
      market: some(of(5)),
      certificate: some(of(6)),
      organisation: maybe(fc.constantFrom(...makers)),
      priceMin: maybe(fc.constantFrom(0, 1000, 5000)),
      priceMax: maybe(fc.constantFrom(2000, 100_000)),
    }) as fc.Arbitrary<ProductFilter>;
    const none: ProductFilter = {} as ProductFilter;
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        q.map((words) => words.join(' ')),
        fc.oneof(fc.constant(none), filter),
        fc.constantFrom<SearchOrder>('relevance', 'relevance', 'newest', 'name', 'price'),
        fc.constantFrom(3, 21),
        async (text, chosen, order, limit) => {
          const wanted = wantedBy(text);
          if (wanted === null) return;
          const index = kept.inStep();
          expect(index).not.toBeNull();
          const expected = await pages(inDatabase(db, lanes), chosen, wanted, order, limit);
          expect(await pages(inMemory(db, lanes, index!, cards), chosen, wanted, order, limit)).toEqual(
            expected,
          );
          if (expected.shown.length > 0) found++;
        },
      ),
      { numRuns: 600 },
    );
    expect(found).toBeGreaterThan(100);
  }, 120_000);

  test('is in step with whatever many change at once, and is not used until it is', async () => {
    const { db } = app.ground;
    const { kept, heard } = await keepIndex();
    await soonInStep(kept);
    const maker = own(await admitEnterprise(app));
    const change = async (nth: number) => {
      const { id } = await maker.call(contract.createProduct, { body: sauce() });
      await maker.call(contract.publishProduct, { params: { id } });
      const { version } = await maker.call(contract.getProduct, { params: { id } });
      await maker.call(
        contract.updateProduct,
        { params: { id }, body: { names: { 'zh-CN': `豆瓣${nth}`, en: `Paste ${nth}` } } },
        { ifMatch: version },
      );
      if (nth % 3 === 0) await maker.call(contract.withdrawProduct, { params: { id } });
      // Meanwhile it is asked for all the time, and reads again what has changed so far.
      kept.inStep();
    };
    await Promise.all(Array.from({ length: 40 }, (_, nth) => change(nth)));
    await heard();
    await soonInStep(kept);
    const wanted = wantedBy('豆瓣')!;
    const all = (finder: Finder) => pages(finder, {} as ProductFilter, wanted, 'newest', 50);
    expect(await all(inMemory(db, lanes, kept.inStep()!, new KeptCards()))).toEqual(
      await all(inDatabase(db, lanes)),
    );
    const { rows } = await sql<{ count: number }>`select count(*) as count from product_search`.execute(db);
    expect(kept.inStep()!.size).toBe(rows[0]!.count);
  }, 60_000);

  test('begins anew when all may have changed while it was read', async () => {
    const { kept } = await keepIndex();
    const locker = openDatabase(app.connectionString, { max: 1 });
    onTestFinished(() => locker.close());
    await locker.db.transaction().execute(async (trx) => {
      await sql`lock table product_search in access exclusive mode`.execute(trx);
      expect(kept.inStep()).toBeNull();
      // Its first statement waits for the lock.
      await vi.waitFor(async () => {
        const { rows } = await sql<{ count: number }>`
          select count(*) as count from pg_locks where relation = 'product_search'::regclass and not granted`.execute(
          app.ground.db,
        );
        expect(rows[0]!.count).toBeGreaterThan(0);
      }, patient);
      kept.changed(null);
    });
    await soonInStep(kept);
    const { rows } = await sql<{ count: number }>`select count(*) as count from product_search`.execute(
      app.ground.db,
    );
    expect(kept.inStep()!.size).toBe(rows[0]!.count);
  });

  test('is left to PostgreSQL where there are more products than are kept', async () => {
    const { db } = app.ground;
    const { rows } = await sql<{ count: number }>`select count(*) as count from product_search`.execute(db);
    const other = openDatabase(app.connectionString, { max: 1 });
    onTestFinished(() => other.close());
    const few = new KeptIndex(other.db, failed, { most: rows[0]!.count - 1 });
    expect(few.inStep()).toBeNull();
    // It has counted them once its one connection is free again.
    await sql`select`.execute(other.db);
    await settled();
    const asked = vi.spyOn(other.db, 'getExecutor');
    expect(few.inStep()).toBeNull();
    await settled();
    expect(asked).not.toHaveBeenCalled();
    const enough = new KeptIndex(db, failed, { most: rows[0]!.count });
    await soonInStep(enough);
    // One more than are kept, and it is told.
    const maker = own(await admitEnterprise(app));
    const { id } = await maker.call(contract.createProduct, { body: sauce() });
    await maker.call(contract.publishProduct, { params: { id } });
    enough.changed([id]);
    expect(enough.inStep()).toBeNull();
    await settled();
    expect(enough.inStep()).toBeNull();
  });

  test('is read anew when half of it is passed over', async () => {
    const kept = new KeptIndex(app.ground.db, failed);
    await soonInStep(kept);
    const before = kept.inStep()!;
    const { rows } = await sql<{ id: string }>`select product_id as id from product_search limit 150`.execute(
      app.ground.db,
    );
    const ids = rows.map(({ id }) => id);
    const rounds = Math.ceil(before.size / ids.length) + 1;
    for (let round = 0; round < rounds; round++) {
      kept.changed(ids);
      expect(kept.inStep()).toBeNull();
      await soonInStep(kept);
    }
    const after = kept.inStep()!;
    expect(after).not.toBe(before);
    expect(after.passedOver).toBeLessThan(after.size);
  }, 60_000);

  test('tells of a failure once, and leaves questions to PostgreSQL', async () => {
    const gone = openDatabase('postgres://nobody@127.0.0.1:1/none', { max: 1 });
    onTestFinished(() => gone.close());
    const errors: unknown[] = [];
    const kept = new KeptIndex(gone.db, (error) => errors.push(error));
    expect(kept.inStep()).toBeNull();
    await vi.waitFor(() => expect(errors.length).toBe(1), patient);
    expect(kept.inStep()).toBeNull();
    await settled();
    expect(errors.length).toBe(1);
  });

  test('says nothing when it is closed while it is read', async () => {
    const other = openDatabase(app.connectionString, { max: 1 });
    const kept = new KeptIndex(other.db, failed);
    expect(kept.inStep()).toBeNull();
    kept.close();
    await other.close();
    await settled();
    expect(kept.inStep()).toBeNull();
  });
});

test('whoever changes a product reads it changed, in every answer from then on', async () => {
  const maker = own(await admitEnterprise(app));
  const visitor = app.as({ role: 'visitor' });
  const { id } = await maker.call(contract.createProduct, {
    body: sauce({ names: { 'zh-CN': '独一无二', en: 'Onlyone' } }),
  });
  const asked = async () => (await visitor.call(contract.listProducts, { query: { q: 'Onlyone' } })).total;
  for (let round = 0; round < 50; round++) {
    await maker.call(contract.publishProduct, { params: { id } });
    expect(await asked()).toBe(1);
    await maker.call(contract.withdrawProduct, { params: { id } });
    expect(await asked()).toBe(0);
  }
}, 60_000);

test('a product that goes while it is looked up is asked for again', async () => {
  const list = createProductList({ remember: false });
  list.keepIndex(app.ground.db, failed);
  onTestFinished(() => list.close());
  const find = () => list.find(app.ground.db, { q: 'Passing', limit: 20 });
  const maker = own(await admitEnterprise(app));
  const { id } = await maker.call(contract.createProduct, {
    body: sauce({ names: { 'zh-CN': '过客', en: 'Passing' } }),
  });
  await maker.call(contract.publishProduct, { params: { id } });
  expect((await find()).total).toBe(1);
  await vi.waitFor(() => expect(list.inStep()).toBe(true), patient);
  // Nobody tells this list of it.
  await maker.call(contract.withdrawProduct, { params: { id } });
  expect(await find()).toMatchObject({ total: 0, items: [] });
});

test('changes are told by id, many in several messages, very many as all', async () => {
  const said: (readonly string[] | null)[] = [];
  const notifications = createNotifications(app.connectionString, failed);
  notifications.on('product_search', (text) => said.push(changedIds(text)));
  await notifications.start();
  onTestFinished(() => notifications.stop());
  const hear = async (statement: ReturnType<typeof sql>) => {
    said.length = 0;
    await statement.execute(app.ground.db);
    await notifications.heard();
    return said.flatMap((ids) => ids ?? ['all']).toSorted();
  };
  const { rows } = await sql<{
    id: string;
  }>`select product_id as id from product_search order by product_id`.execute(app.ground.db);
  const ids = rows.map(({ id }) => id);
  expect(await hear(sql`update product_search set brevity = brevity`)).toEqual(ids);
  expect(said.length).toBe(Math.ceil(ids.length / 200));
  expect(await hear(sql`update product_search set brevity = brevity where product_id = ${ids[0]}`)).toEqual([
    ids[0],
  ]);
  expect(await hear(sql`update product_search set brevity = brevity where false`)).toEqual([]);
  expect(
    await hear(sql`
      with gone as (delete from product_search where product_id = ${ids[1]} returning *)
      insert into product_search select * from gone`),
  ).toEqual([ids[1]]);
  expect(
    await hear(sql`
      do $$ begin
        alter table product_search drop constraint product_search_product_id_fkey;
        insert into product_search
        select facets, brevity, published_at, gen_random_uuid(), organisation_id, price, sort_name, card, words
        from (select * from product_search limit 1) one cross join generate_series(1, 20001);
      end $$`),
  ).toEqual(['all']);
});

import {
  archivePlan,
  createPlan,
  getPlan,
  listPlans,
  listPlanVersions,
  restorePlan,
  updateProduct,
  type InputOf,
} from '@jiechuan/contract';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { hotpotBase, lemons, maker, product, type Maker } from '../catalogue/testing/goods.ts';

let app: TestApp;
let owner: Maker;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  owner = await maker(app);
  const [base, fruit] = [
    await product(app, owner, {
      ...hotpotBase('plant'),
      sku: 'HB-50',
      names: { 'zh-CN': '清油火锅底料', en: 'Plant oil base 50%', ru: '=Основа' },
    }),
    await product(app, owner, { ...lemons, sku: 'LEMON-1' }),
  ];
  // No two at once: the newest is the last.
  for (const [productId, market] of [
    [base, 'HU'],
    [fruit, 'RU'],
    [base, 'GB'],
    [fruit, 'HU'],
  ] as const)
    await app.as(owner).call(createPlan, { body: { productId, market, quantity: 2_000 } });
});
afterAll(() => app.close());

type Query = InputOf<typeof listPlans>['query'];
const found = async (query: Query, language = 'en') => {
  const { items } = await app.as({ ...owner, language }).call(listPlans, { query });
  return items.map(({ product: { sku }, market }) => `${sku} ${market}`);
};

describe('plans are found by words', () => {
  for (const [words, plans] of [
    ['lemon', ['LEMON-1 HU', 'LEMON-1 RU']],
    ['柠檬', ['LEMON-1 HU', 'LEMON-1 RU']],
    ['лимон', ['LEMON-1 HU', 'LEMON-1 RU']],
    ['lemon-1 hungary', ['LEMON-1 HU']],
    ['匈牙利', ['HB-50 HU', 'LEMON-1 HU']],
    ['венгрия base', ['HB-50 HU']],
    ['gb', ['HB-50 GB']],
    ['50%', ['HB-50 GB', 'HB-50 HU']],
    ['5%%', []],
    // Tags of languages are no words of a name.
    ['zh-cn', []],
  ] as const)
    test(`“${words}” finds ${plans.length}`, async () => {
      expect((await found({ q: words })).toSorted()).toEqual([...plans].toSorted());
    });
});

describe('plans are ordered', () => {
  const newest = ['LEMON-1 HU', 'HB-50 GB', 'LEMON-1 RU', 'HB-50 HU'];
  test('by what was changed last unless told', async () => {
    expect(await found({})).toEqual(newest);
  });
  test('by name in the reader’s language, by market, by arrival', async () => {
    const names = (await found({ sort: 'name' })).map((one) => one.split(' ')[0]);
    expect(names).toEqual(['LEMON-1', 'LEMON-1', 'HB-50', 'HB-50']);
    const inRussian = (await found({ sort: 'name' }, 'ru')).map((one) => one.split(' ')[0]);
    expect(inRussian).toEqual(['HB-50', 'HB-50', 'LEMON-1', 'LEMON-1']);
    expect((await found({ sort: 'market' })).map((one) => one.slice(-2))).toEqual(['GB', 'HU', 'HU', 'RU']);
    const { items } = await app.as(owner).call(listPlans, { query: { sort: 'arrives' } });
    const days = items.map(({ arrivesAt }) => arrivesAt ?? '~');
    expect(days).toEqual(days.toSorted());
  });
  test('and turned page by page in each order, none twice and none left out', async () => {
    for (const sort of ['newest', 'name', 'market', 'state', 'arrives'] as const) {
      const whole = await found({ sort });
      const paged: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await app.as(owner).call(listPlans, { query: { sort, limit: 1, cursor } });
        paged.push(...page.items.map(({ product: { sku }, market }) => `${sku} ${market}`));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(paged, sort).toEqual(whole);
      expect(whole, sort).toHaveLength(4);
    }
  });
});

describe('plans go out as a sheet', () => {
  const get = (format: 'csv' | 'xlsx', query: string, who: Parameters<TestApp['as']>[0] = owner) =>
    app.http.inject({
      url: `/api/v1/plans/export.${format}${query}`,
      headers: { ...app.headersAs(who), 'accept-language': who.language ?? 'en' },
    });

  test('as the list stands, in the reader’s language, and nothing in it is run as a formula', async () => {
    const sheet = await get('csv', '?q=hungary&sort=name');
    expect(sheet.headers['content-disposition']).toBe('attachment; filename="plans.csv"');
    const [head, ...rows] = sheet.payload.replace('\uFEFF', '').trim().split('\r\n');
    expect(head).toMatch(/^"Product","SKU","Market","Quantity","Answer","State","Arrives"/);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^"Anyue lemon","LEMON-1","Hungary","2000",".+","Current","\d{4}-\d\d-\d\d"/);
    const russian = await get('csv', '?q=HB-50', { ...owner, language: 'ru' });
    expect(russian.payload).toContain(`"'=Основа"`);
    const rowsOfBook = await readSheet((await get('xlsx', '?market=RU')).rawPayload);
    expect(rowsOfBook.map((row) => row[1])).toEqual(['SKU', 'LEMON-1']);
  });

  test('to their own organisation and the secretariat only', async () => {
    const stranger = await maker(app);
    expect((await get('csv', '', stranger)).payload.trim().split('\r\n')).toHaveLength(1);
    expect((await get('csv', '', { role: 'secretariat', userId: 'desk' })).payload).toContain('LEMON-1');
    expect((await get('csv', '', { role: 'visitor' })).statusCode).toBe(401);
    expect((await get('csv', '', { role: 'observer', userId: 'watcher' })).statusCode).toBe(403);
  });
});

describe('a plan that was put aside', () => {
  test('is put back in the version it had, by a line in the audit; again is no harm', async () => {
    const other = await maker(app);
    const client = app.as(other);
    const productId = await product(app, other, hotpotBase('plant'));
    const { id } = await client.call(createPlan, { body: { productId, market: 'HU', quantity: 2_000 } });
    const params = { params: { id } };
    await client.call(archivePlan, params);
    expect((await client.call(listPlans, {})).items).toEqual([]);
    expect(await client.call(restorePlan, params)).toMatchObject({ state: 'current', version: 1 });
    expect(await client.call(restorePlan, params)).toMatchObject({ state: 'current', version: 1 });
    expect((await client.call(listPlans, {})).items.map((one) => one.id)).toEqual([id]);
    expect((await client.call(listPlanVersions, params)).items).toHaveLength(1);
    const { rows } = await app.database.pool.query<{ action: string }>(
      `select action from audit_log where subject_id = $1 order by id`,
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'plans.createPlan',
      'plans.archivePlan',
      'plans.restorePlan',
    ]);
    const stranger = app.as(await maker(app));
    await expect(stranger.call(restorePlan, params)).rejects.toMatchObject({ problem: { status: 404 } });
  });

  test('says when it comes back what has changed meanwhile', async () => {
    const other = await maker(app);
    const client = app.as(other);
    const productId = await product(app, other, hotpotBase('plant'));
    const body = { productId, market: 'HU', quantity: 2_000 };
    const [aside, seen] = [await client.call(createPlan, { body }), await client.call(createPlan, { body })];
    await client.call(archivePlan, { params: { id: aside.id } });
    await client.call(
      updateProduct,
      { params: { id: productId }, body: { shelfLifeDays: 100 } },
      { ifMatch: aside.result.product.version },
    );
    // Both are gone through in one go.
    await vi.waitFor(
      async () =>
        expect(await client.call(getPlan, { params: { id: seen.id } })).toMatchObject({ state: 'reopened' }),
      { timeout: 20_000 },
    );
    expect(await client.call(getPlan, { params: { id: aside.id } })).toMatchObject({ state: 'archived' });
    const back = await client.call(restorePlan, { params: { id: aside.id } });
    expect(back).toMatchObject({ state: 'reopened', version: 1, reopenings: [{ cause: 'product' }] });
  });
});

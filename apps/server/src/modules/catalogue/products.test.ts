import * as contract from '@jiechuan/contract';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { v7 } from 'uuid';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { admitEnterprise, sauce } from './testing/enterprise.ts';

let app: TestApp;
let maker: string;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  maker = await admitEnterprise(app);
});
afterAll(() => app.close());

const own = (organisationId = maker) =>
  app.as({
    role: 'enterprise',
    userId: 'u-maker',
    userName: 'Maker',
    organisationId,
    organisationRole: 'owner',
  });
const visitor = () => app.as({ role: 'visitor', language: 'en' });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it was not refused'),
    (error: contract.ProblemError) => error.problem,
  );
const published = async (over: Partial<contract.ProductInput> = {}) => {
  const { id } = await own().call(contract.createProduct, { body: sauce(over) });
  return own().call(contract.publishProduct, { params: { id } });
};

describe('a product’s life', () => {
  test('a draft is seen by its maker and the secretariat, and by nobody else', async () => {
    const { id } = await own().call(contract.createProduct, { body: sauce() });
    expect((await own().call(contract.getProduct, { params: { id } })).state).toBe('draft');
    expect((await app.as({ role: 'secretariat' }).call(contract.getProduct, { params: { id } })).state).toBe(
      'draft',
    );
    expect(await refusal(visitor().call(contract.getProduct, { params: { id } }))).toMatchObject({
      status: 404,
    });
    expect(await refusal(own(v7()).call(contract.getProduct, { params: { id } }))).toMatchObject({
      status: 404,
    });
  });

  test('what is missing before publishing is named field by field in the reader’s language', async () => {
    const { id } = await own().call(contract.createProduct, {
      body: { sku: `S-${v7()}`, names: { 'zh-CN': '豆瓣' }, category: 'sauces', hs6: '210390' },
    });
    const problem = await refusal(own().call(contract.publishProduct, { params: { id } }));
    expect(problem).toMatchObject({ status: 422, code: 'catalogue.incomplete' });
    expect(problem.errors?.map(({ path }) => path)).toEqual([
      'names.en',
      'origin',
      'ingredients',
      'animalIngredients',
      'shelfLifeDays',
    ]);
  });

  test('publishing shows it to everybody, withdrawing takes it back, and the counter follows', async () => {
    const before = await visitor().call(contract.getProductTotals, {});
    const { id } = await published();
    expect((await visitor().call(contract.getProduct, { params: { id } })).state).toBe('published');
    expect((await visitor().call(contract.getProductTotals, {})).products.published).toBe(
      before.products.published + 1,
    );
    await own().call(contract.withdrawProduct, { params: { id } });
    expect(await refusal(visitor().call(contract.getProduct, { params: { id } }))).toMatchObject({
      status: 404,
    });
    expect((await visitor().call(contract.getProductTotals, {})).products.published).toBe(
      before.products.published,
    );
    expect(await refusal(own().call(contract.withdrawProduct, { params: { id } }))).toMatchObject({
      code: 'catalogue.moveOutOfOrder',
    });
  });

  test('an edit from an old version is refused, and of two at once one wins', async () => {
    const { id, version } = await published();
    const edit = (leadTimeDays: number) =>
      own().call(contract.updateProduct, { params: { id }, body: { leadTimeDays } }, { ifMatch: version });
    const outcomes = await Promise.allSettled([edit(3), edit(4), edit(5), edit(6)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect((outcome.reason as contract.ProblemError).problem.status).toBe(412);
    }
  });

  test('a published product must stay complete', async () => {
    const { id, version } = await published();
    const problem = await refusal(
      own().call(
        contract.updateProduct,
        { params: { id }, body: { shelfLifeDays: null } },
        { ifMatch: version },
      ),
    );
    expect(problem.errors).toMatchObject([{ path: 'shelfLifeDays' }]);
  });

  test('two products of one enterprise can’t have one SKU, those of two enterprises can', async () => {
    const { sku } = await published();
    expect(await refusal(own().call(contract.createProduct, { body: sauce({ sku }) }))).toMatchObject({
      code: 'catalogue.skuTaken',
      detail: expect.stringContaining(sku) as string,
    });
    const other = await admitEnterprise(app);
    expect((await own(other).call(contract.createProduct, { body: sauce({ sku }) })).sku).toBe(sku);
  });

  test('twenty equal SKUs at the same moment make one product', async () => {
    const body = sauce();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => own().call(contract.createProduct, { body })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('what a product says', () => {
  test('a wrong barcode is refused and told its right last digit', async () => {
    const problem = await refusal(
      own().call(contract.createProduct, { body: sauce({ gtin: '6901234567890' }) }),
    );
    expect(problem.errors).toMatchObject([{ path: 'body.gtin', code: 'catalogue.gtinCheckDigit' }]);
    expect(problem.errors?.[0]?.message).toContain('2');
  });

  test('a temperature outside the storage class is refused by field, also where only the class changes', async () => {
    const warm = sauce({ storage: 'chilled', minTemperature: 20, maxTemperature: 200 });
    expect((await refusal(own().call(contract.createProduct, { body: warm }))).errors).toMatchObject([
      { path: 'body.maxTemperature', code: 'catalogue.temperatureOutsideClass' },
    ]);
    const { id, version } = await own().call(contract.createProduct, {
      body: { ...warm, maxTemperature: 80 },
    });
    const frozen = await refusal(
      own().call(
        contract.updateProduct,
        { params: { id }, body: { storage: 'frozen' } },
        { ifMatch: version },
      ),
    );
    expect(frozen.errors?.map(({ path }) => path)).toEqual(['body.minTemperature', 'body.maxTemperature']);
    expect(frozen.errors?.[0]?.message).toContain('-18');
    const careless = sauce({ storage: 'none', minTemperature: -300, maxTemperature: 600 });
    await own().call(contract.createProduct, { body: careless });
  });

  test('two prices that begin at one quantity on the same terms are refused; on other terms both stand', async () => {
    const band = {
      minQuantity: 100,
      amount: 990,
      currency: 'CNY',
      incoterm: 'FOB',
      place: 'Chongqing',
      byAgreement: false,
    } as const;
    const cheaper = { ...band, amount: 800, place: 'CHONGQING' };
    const problem = await refusal(
      own().call(contract.createProduct, { body: sauce({ prices: [band, cheaper] }) }),
    );
    expect(problem.errors).toMatchObject([
      { path: 'body.prices.1.minQuantity', code: 'catalogue.priceTwice' },
    ]);
    expect(problem.errors?.[0]?.message).toContain('100');
    const prices = [
      band,
      { ...band, minQuantity: 1000 },
      { ...band, currency: 'EUR' },
      { ...band, incoterm: 'EXW' as const },
      { ...band, place: 'Luzhou' },
      { ...band, byAgreement: true },
    ];
    expect((await published({ prices })).prices).toHaveLength(6);
  });

  test('prices by agreement are for members, not for visitors and observers', async () => {
    const band = {
      minQuantity: 1,
      amount: 990,
      currency: 'CNY',
      incoterm: 'FOB',
      place: 'Chongqing',
    } as const;
    const { id } = await published({
      prices: [
        { ...band, byAgreement: false },
        { ...band, minQuantity: 1000, amount: 700, byAgreement: true },
      ],
    });
    const seen = await visitor().call(contract.getProduct, { params: { id } });
    expect(seen.prices.map(({ amount }) => amount)).toEqual([990]);
    expect(seen.pricesByAgreement).toBe(true);
    const merchant = app.as({
      role: 'merchant',
      userId: 'm',
      organisationId: v7(),
      organisationRole: 'owner',
    });
    expect((await merchant.call(contract.getProduct, { params: { id } })).prices).toHaveLength(2);
    const list = await visitor().call(contract.listProducts, { query: { organisation: maker, limit: 100 } });
    expect(JSON.stringify(list)).not.toContain('"amount":700');
  });

  test('versions are kept and a diff names its fields in the reader’s language', async () => {
    const { id, version } = await published({ leadTimeDays: 7 });
    const edited = await own().call(
      contract.updateProduct,
      {
        params: { id },
        body: {
          leadTimeDays: 9,
          names: { 'zh-CN': '红油豆瓣', en: 'Red oil doubanjiang', ru: 'Доубаньцзян' },
        },
      },
      { ifMatch: version },
    );
    const versions = await own().call(contract.listVersions, { params: { id }, query: {} });
    expect(versions.items.map((one) => one.version)).toEqual([3, 2, 1]);
    expect(versions.items[0]?.by).toBe('Maker');
    const chinese = app.as({ role: 'secretariat', language: 'zh-CN' });
    const { changes } = await chinese.call(contract.diffVersions, {
      params: { id, from: version, to: edited.version },
    });
    expect(changes).toContainEqual({ path: 'leadTimeDays', field: '交货期（天）', before: 7, after: 9 });
    expect(changes).toContainEqual({
      path: 'names.ru',
      field: '名称 · ru',
      before: 'Пиксянь доубаньцзян',
      after: 'Доубаньцзян',
    });
  });

  test('a version kept with its parts in one with it reads as one kept with them beside it', async () => {
    const { id, version } = await own().call(contract.createProduct, { body: sauce() });
    await own().call(
      contract.putVariant,
      { params: { id, market: 'RU' }, body: { size: '300 g' } },
      { ifMatch: version },
    );
    const { items } = await own().call(contract.listVersions, { params: { id }, query: {} });
    const [to, from] = items.map(({ version }) => version);
    const difference = () => own().call(contract.diffVersions, { params: { id, from: from!, to: to! } });
    const before = await difference();
    expect(before.changes).toContainEqual(
      expect.objectContaining({ path: 'variants.0.size', after: '300 g' }),
    );
    const { rows } = await sql<{ inSnapshot: boolean }>`
      update product_version set snapshot = snapshot || parts, parts = '{}' where product_id = ${id}
      returning snapshot ? 'variants' as "inSnapshot"`.execute(app.ground.db);
    expect(rows.map(({ inSnapshot }) => inSnapshot)).toEqual([true, true]);
    const byPath = (changes: readonly { path: string }[]) =>
      changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    expect(byPath((await difference()).changes)).toEqual(byPath(before.changes));
  });

  test('the history goes out as a sheet: who changed which field when, to its maker and the secretariat alone', async () => {
    const { id, version } = await own().call(contract.createProduct, { body: sauce({ leadTimeDays: 7 }) });
    const names = { ...sauce().names, en: '=1+1' };
    await own().call(
      contract.updateProduct,
      { params: { id }, body: { leadTimeDays: 9, names } },
      { ifMatch: version },
    );
    const get = (who: Parameters<TestApp['as']>[0]) =>
      app.http.inject({
        url: `/api/v1/products/${id}/versions/export.csv`,
        headers: { ...app.headersAs(who), 'accept-language': 'en' },
      });
    const mine = {
      role: 'enterprise',
      userId: 'u-maker',
      organisationId: maker,
      organisationRole: 'owner',
    } as const;
    const rows = parse<Record<string, string>>((await get(mine)).rawPayload, { bom: true, columns: true });
    expect(rows.map((row) => [row['Version'], row['By'], row['State'], row['Before'], row['After']])).toEqual(
      [
        ['1', 'Maker', 'Draft', '', ''],
        ['2', 'Maker', 'Draft', '7', '9'],
        ['2', 'Maker', 'Draft', sauce().names['en'], "'=1+1"],
      ],
    );
    expect((await get({ role: 'secretariat', userId: 's' })).statusCode).toBe(200);
    expect((await get({ role: 'visitor' })).statusCode).toBe(401);
    // As if it weren't there.
    expect((await get({ ...mine, organisationId: v7() })).statusCode).toBe(404);
  });

  test('a variant for a market comes, changes and goes, each a version', async () => {
    const { id, version } = await published();
    const variant = {
      names: { ru: 'Лимоны крупные' },
      size: 'large',
      recipe: null,
      labelLanguages: ['ru'],
      packing: [],
    };
    const put = await own().call(
      contract.putVariant,
      { params: { id, market: 'RU' }, body: variant },
      { ifMatch: version },
    );
    expect(put.variants).toEqual([{ ...variant, market: 'RU' }]);
    const gone = await own().call(
      contract.removeVariant,
      { params: { id, market: 'RU' } },
      { ifMatch: put.version },
    );
    expect(gone.variants).toEqual([]);
    expect(
      await refusal(
        own().call(contract.removeVariant, { params: { id, market: 'RU' } }, { ifMatch: gone.version }),
      ),
    ).toMatchObject({
      code: 'catalogue.noSuchVariant',
    });
  });

  test('a certificate that ends before it begins is refused', async () => {
    const { id } = await published();
    const body = {
      kind: 'halal',
      number: 'H-1',
      issuer: 'Demo',
      validFrom: '2026-05-01',
      validUntil: '2026-04-01',
    } as const;
    expect(
      (await refusal(own().call(contract.addCertificate, { params: { id }, body }))).errors,
    ).toMatchObject([{ path: 'body.validUntil', code: 'catalogue.validityOrder' }]);
    const kept = await own().call(contract.addCertificate, {
      params: { id },
      body: { ...body, validUntil: '2027-04-30' },
    });
    expect(kept.certificates).toMatchObject([{ number: 'H-1', validUntil: '2027-04-30' }]);
  });
});

test('a suspended maker’s products disappear, and come back with it', async () => {
  const organisation = await admitEnterprise(app);
  const { id } = await own(organisation).call(contract.createProduct, { body: sauce() });
  await own(organisation).call(contract.publishProduct, { params: { id } });
  const listed = async () =>
    (await visitor().call(contract.listProducts, { query: { organisation } })).items.length;
  expect(await listed()).toBe(1);
  const secretariat = app.as({ role: 'secretariat', userId: 's' });
  await secretariat.call(contract.suspendMember, { params: { id: organisation }, body: { reason: 'audit' } });
  await vi.waitFor(async () => expect(await listed()).toBe(0), 60_000);
  expect(await refusal(visitor().call(contract.getProduct, { params: { id } }))).toMatchObject({
    status: 404,
  });
  await secretariat.call(contract.reinstateMember, {
    params: { id: organisation },
    body: { reason: 'done' },
  });
  await vi.waitFor(async () => expect(await listed()).toBe(1), 60_000);
});

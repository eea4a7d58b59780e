import * as contract from '@jiechuan/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { admitEnterprise } from '../testing/enterprise.ts';
import { csvOf, dryRun, faults, run, upload } from './testing/uploads.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const enterprise = async (language = 'en') =>
  app.as({
    role: 'enterprise',
    userId: 'u',
    userName: 'Maker',
    organisationId: await admitEnterprise(app),
    organisationRole: 'owner',
    language,
  });

type Rows = readonly (readonly string[])[];
const kinds: [string, (rows: Rows) => Promise<string | Uint8Array>][] = [
  ['CSV', async (rows) => csvOf(rows)],
  [
    'XLSX',
    async (rows) =>
      // A spreadsheet keeps a bare figure as a number, not as its text.
      new Uint8Array(
        await writeWorkbook(
          rows.map((cells, at) =>
            cells.map((cell) =>
              at > 0 && /^(0|[1-9]\d*)(\.\d+)?$/.test(cell)
                ? { value: Number(cell), type: Number }
                : { value: cell, type: String },
            ),
          ),
        ).toBuffer(),
      ),
  ],
];

const products = async (client: contract.Client) => {
  const { items } = await client.call(contract.listMyProducts, { query: { limit: 100 } });
  const pages = await Promise.all(
    items.map(({ id }) => client.call(contract.getProduct, { params: { id } })),
  );
  return new Map(pages.map((page) => [page.sku, page]));
};
/** Currency, Incoterm and place for the whole list, as somebody chooses them; the columns stay. */
const choose = (
  client: contract.Client,
  { id, columns }: contract.ImportResource,
  terms: contract.BodyOf<typeof contract.mapImport>['terms'],
) =>
  client.call(contract.mapImport, {
    params: { id },
    body: { columns: columns.map(({ index, field }) => ({ index, field })), terms },
  });
const price = (amount: number, currency: string, incoterm: string, place: string) => [
  { minQuantity: 1, amount, currency, incoterm, place, byAgreement: false },
];

const english: Rows = [
  'sku,name_zh,name_en,name_ru,hs6,gtin,origin,category,storage,shelf_life_days,price,currency,moq'.split(
    ',',
  ),
  'E-1,郫县豆瓣,Pixian doubanjiang,Доубаньцзян,210390,,Pidu District,sauces,ambient,540,12.50,CNY,100'.split(
    ',',
  ),
  'E-2,安岳柠檬,Anyue lemons,Лимоны,080550,,Anyue,Fruit,chilled,60,3.2,CNY,500'.split(','),
  'E-3,茉莉花茶,Jasmine tea,Жасминовый чай,090210,,,Tea,dry,720,USD 5.00 FOB Chongqing,,10'.split(','),
  'E-4,火锅底料,Hotpot base,Основа для хого,210390,,,Hotpot bases,Room temperature,360,¥88,CNY,1'.split(','),
  'E-5,自贡彩灯,Zigong lantern,Фонарь,940542,,,lanterns,none,,CNY 120,CNY,1'.split(','),
  'E-6,榨菜,Pickles,Соленья,200599,,,Pickles,ambient,365,3.2 CNY,CNY,1000'.split(','),
];
const chinese: Rows = [
  '货号,品名,英文名,海关编码,产地,类别,储存条件,保质期,单价,币种,起订量'.split(','),
  'Z-1,安岳柠檬,Anyue lemon,0805.50,安岳县,水果,冷藏,60天,12.5,CNY,100'.split(','),
  'Z-2,郫县豆瓣,Pixian doubanjiang,2103.90,郫都区,调味品,常温,18个月,3.2元,人民币,200'.split(','),
  'Z-3,自贡彩灯,Zigong lantern,9405.42,自贡,灯饰,常温,10年,¥88,CNY,1'.split(','),
];

describe.each(kinds)('an ordinary price list as %s', (_, made) => {
  test('comes in whole from English headings with prices beside their currency', async () => {
    const client = await enterprise();
    const sent = await upload(client, await made(english), 'list');
    expect(sent.columns.map(({ field }) => field)).toEqual([
      'sku',
      'names.zh-CN',
      'names.en',
      'names.ru',
      'hs6',
      'gtin',
      'origin',
      'category',
      'storage',
      'shelfLifeDays',
      'prices',
      'prices.currency',
      'minimumOrder',
    ]);
    const mapped = await choose(client, sent, { currency: null, incoterm: 'EXW', place: 'Chengdu' });
    expect(mapped.terms).toEqual({ currency: null, incoterm: 'EXW', place: 'Chengdu' });
    // What a cell says, as that of E-3, goes before what was chosen for the whole list.
    expect((await run(client, sent.id)).progress).toMatchObject({ good: 6, bad: 0, created: 6 });
    const found = await products(client);
    expect(found.get('E-1')).toMatchObject({
      prices: price(1250, 'CNY', 'EXW', 'Chengdu'),
      origin: { code: '510117' },
      minimumOrder: 100,
    });
    expect(found.get('E-2')).toMatchObject({ category: 'fresh-fruit', shelfLifeDays: 60 });
    expect(found.get('E-3')?.prices).toEqual(price(500, 'USD', 'FOB', 'Chongqing'));
    expect(found.get('E-4')?.prices).toEqual(price(8800, 'CNY', 'EXW', 'Chengdu'));
    expect(found.get('E-5')?.prices).toEqual(price(12_000, 'CNY', 'EXW', 'Chengdu'));
  });

  test('comes in whole from Chinese headings with everyday words', async () => {
    const client = await enterprise();
    const sent = await upload(client, await made(chinese), 'list');
    expect(sent.columns.every(({ field }) => field !== null)).toBe(true);
    await choose(client, sent, { currency: null, incoterm: 'FCA', place: '成都' });
    expect((await run(client, sent.id)).progress).toMatchObject({ good: 3, bad: 0, created: 3 });
    const found = await products(client);
    expect(found.get('Z-1')).toMatchObject({
      category: 'fresh-fruit',
      storage: 'chilled',
      shelfLifeDays: 60,
      prices: price(1250, 'CNY', 'FCA', '成都'),
    });
    expect(found.get('Z-2')).toMatchObject({
      category: 'sauces',
      shelfLifeDays: 540,
      prices: price(320, 'CNY', 'FCA', '成都'),
    });
    expect(found.get('Z-3')).toMatchObject({ category: 'lanterns', shelfLifeDays: 3650 });
  });
});

test('a plain price without terms is a bad cell that says what is missing; nothing is guessed', async () => {
  const client = await enterprise();
  const { id } = await upload(
    client,
    csvOf([
      ['sku', 'name', 'category', 'price', 'currency', 'shelf life', 'hs code', 'unit'],
      ['P-1', 'a', 'sauces', '12.5', '', '', '', ''],
      ['P-2', 'b', 'sauces', '¥88', '', '', '', ''],
      ['P-3', 'c', 'sauces', '$5', '', '', '', ''],
      ['P-4', 'd', 'sauces', '12.5', 'CNY', '', '', ''],
      ['P-5', 'e', 'sauces', '5 USD FOB Chongqing', 'CNY', '', '', ''],
      ['P-6', 'f', '食品', '', '', '', '', ''],
      ['P-7', 'g', 'sauces', '', '', '12', '', ''],
      ['P-8', 'h', 'sauces', '', '', '', '21039', ''],
      ['P-9', 'i', 'sauces', '', '', '', '940540', ''],
      ['P-10', 'j', 'sauces', '1,234 CNY FOB Chongqing', '', '', '', ''],
      ['P-11', 'k', 'sauces', '3 CNY/kg FOB Chongqing', '', '', '', 'pcs'],
      ['P-12', 'l', 'sauces', '3 CNY/kg FOB Chongqing', '', '', '', 'kg'],
    ]),
  );
  expect((await dryRun(client, id)).progress).toMatchObject({ good: 1, bad: 11 });
  const found = await faults(client, id);
  expect(found.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'price', 'catalogue.cellPriceCurrency'],
    [3, 'price', 'catalogue.cellPriceAmbiguous'],
    [4, 'price', 'catalogue.cellPriceAmbiguous'],
    [5, 'price', 'catalogue.cellPriceTerms'],
    [6, 'price', 'catalogue.cellPriceConflict'],
    [7, 'category', 'catalogue.unknownCategory'],
    [8, 'shelf life', 'catalogue.cellShelfLifeUnit'],
    [9, 'hs code', 'catalogue.cellHsFive'],
    [10, 'hs code', 'catalogue.unknownHs6'],
    [11, 'price', 'catalogue.cellNotDecimal'],
    [12, 'price', 'catalogue.cellPriceUnit'],
  ]);
  // A trunk of the tree: its classes are offered, in the reader's language.
  expect(found.find(({ row }) => row === 7)?.message).toContain('Sauces and seasonings / Hotpot bases');
});

test('a currency for the whole list makes a sign clear; one that there isn’t is refused', async () => {
  const client = await enterprise();
  const sent = await upload(
    client,
    csvOf([
      ['sku', 'name', 'category', 'price', 'trade terms'],
      ['W-1', 'a', 'sauces', '¥88', 'FOB Chongqing'],
      ['W-2', 'b', 'sauces', '12.5', 'CIF'],
      ['W-3', 'c', 'sauces', '12,5 €', 'FCA Chengdu'],
    ]),
  );
  await choose(client, sent, { currency: 'CNY', incoterm: null, place: 'Budapest' });
  expect((await run(client, sent.id)).progress).toMatchObject({ good: 3, bad: 0 });
  const found = await products(client);
  expect(found.get('W-1')?.prices).toEqual(price(8800, 'CNY', 'FOB', 'Chongqing'));
  expect(found.get('W-2')?.prices).toEqual(price(1250, 'CNY', 'CIF', 'Budapest'));
  expect(found.get('W-3')?.prices).toEqual(price(1250, 'EUR', 'FCA', 'Chengdu'));
  await expect(choose(client, sent, { currency: 'XXX', incoterm: null, place: null })).rejects.toMatchObject({
    problem: { status: 400, errors: [{ code: 'catalogue.unknownCurrency' }] },
  });
});

test('months, weights of a piece and terms in headings are read by their headings', async () => {
  const client = await enterprise();
  const sent = await upload(
    client,
    csvOf([
      [
        '商品编码',
        '中文名称',
        '英文名称',
        '類別',
        '規格',
        '保質期（月）',
        '净重(kg)',
        '毛重(g)',
        'FOB单价（USD）',
        '交货地',
      ],
      ['H-1', '豆瓣', 'Paste', '調味品', '500g/瓶', '18', '0.5', '620', '2.05', '重庆'],
    ]),
  );
  expect(sent.columns.map(({ field }) => field)).toEqual([
    'sku',
    'names.zh-CN',
    'names.en',
    'category',
    null,
    'shelfLifeMonths',
    'packing.net',
    'packing.gross',
    'prices',
    'prices.place',
  ]);
  expect((await run(client, sent.id)).progress).toMatchObject({ good: 1, bad: 0 });
  expect((await products(client)).get('H-1')).toMatchObject({
    category: 'sauces',
    shelfLifeDays: 540,
    packing: [{ level: 'unit', netGrams: 500, grossGrams: 620 }],
    prices: price(205, 'USD', 'FOB', '重庆'),
  });
});

test('what a product has already may stay: an export of it comes in again', async () => {
  const organisation = await admitEnterprise(app);
  const client = app.as({
    role: 'enterprise',
    userId: 'u',
    organisationId: organisation,
    organisationRole: 'owner',
  });
  const body = { sku: 'OLD-1', names: { en: 'Lantern' }, category: 'lanterns' };
  const { id, version } = await client.call(contract.createProduct, { body });
  await app.database.pool.query(
    `update product set data = data || '{"hs6": "940540", "category": "nope", "origin": {"code": "999999", "text": null}}' where id = $1`,
    [id],
  );
  const edited = await client.call(
    contract.updateProduct,
    { params: { id }, body: { names: { en: 'Old lantern' } } },
    { ifMatch: version },
  );
  expect(edited).toMatchObject({ hs6: '940540', category: 'nope' });
  const out = await app.http.inject({
    url: '/api/v1/products/export.csv?mine=true',
    headers: app.headersAs({ role: 'enterprise', organisationId: organisation, organisationRole: 'owner' }),
  });
  const again = await upload(client, out.payload);
  expect((await run(client, again.id)).progress).toMatchObject({ unchanged: 1, bad: 0 });
  await expect(
    client.call(
      contract.updateProduct,
      { params: { id }, body: { hs6: '940530' } },
      { ifMatch: edited.version },
    ),
  ).rejects.toMatchObject({ problem: { errors: [{ path: 'body.hs6', code: 'catalogue.unknownHs6' }] } });
});

test.each([
  [{ category: 'nope' }, 'body.category', 'catalogue.cellCategory'],
  [{ category: 'food' }, 'body.category', 'catalogue.unknownCategory'],
  [{ hs6: '940540' }, 'body.hs6', 'catalogue.unknownHs6'],
  [{ origin: { code: '999999', text: null } }, 'body.origin.code', 'catalogue.unknownPlace'],
  [
    {
      prices: [{ minQuantity: 1, amount: 1, currency: 'XXX', incoterm: 'FOB' as const, place: 'Chongqing' }],
    },
    'body.prices.0.currency',
    'catalogue.unknownCurrency',
  ],
])('the API refuses %j as an import does', async (part, path, code) => {
  const client = await enterprise();
  await expect(
    client.call(contract.createProduct, {
      body: { sku: 'X-1', names: { en: 'x' }, category: 'sauces', ...part },
    }),
  ).rejects.toMatchObject({ problem: { status: 400, errors: [{ path, code }] } });
});

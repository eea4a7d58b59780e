import * as contract from '@jiechuan/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { run, upload } from '../imports/testing/uploads.ts';
import { admitEnterprise, sauce } from '../testing/enterprise.ts';
import { sheetFields } from '../sheet/fields.ts';
import { fieldOfHeading, headingOf } from '../sheet/headings.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const actor = (organisationId: string) =>
  ({
    role: 'enterprise',
    userId: 'u',
    userName: 'Maker',
    organisationId,
    organisationRole: 'owner',
  }) as const;
const exported = async (headers: Record<string, string>, query: string, format: 'csv' | 'xlsx' = 'csv') => {
  const answer = await app.http.inject({ url: `/api/v1/products/export.${format}?${query}`, headers });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};

const nasty = fc.oneof(
  fc.constantFrom(
    '=1+1',
    "'=1+1",
    "''+x",
    '-18',
    '@a',
    '+7',
    "'",
    '"',
    'a;b',
    'a|b,c',
    String.raw`a\;b\\`,
    '𠮷🌶️',
    'a\r\nb',
    'a\rb\tc',
    '1,5',
    '﻿x',
    'agreed 1',
    'yes',
    '郫县,"豆瓣"',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
);
const text = nasty
  .filter((value) => contract.plainText(100).safeParse(value).success)
  .map((value) => value.trim());
const texts = fc.dictionary(fc.constantFrom('zh-CN', 'en', 'ru', 'hu', 'sr-Latn-RS'), text, { maxKeys: 4 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const gtin = fc.integer({ min: 0, max: 999_999_999_999 }).map((value) => {
  const body = String(value).padStart(12, '0');
  const sum = [...body].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
});
const side = maybe(fc.integer({ min: 1, max: 20_000 }));
const packing = fc.uniqueArray(
  fc.record({
    level: fc.constantFrom(...contract.packingLevels),
    contains: fc.integer({ min: 1, max: 1000 }),
    netGrams: fc.integer({ min: 0, max: 1000 }),
    grossGrams: fc.integer({ min: 1000, max: 2000 }),
    lengthMm: side,
    widthMm: side,
    heightMm: side,
    gtin: maybe(gtin),
  }),
  { selector: ({ level }) => level, maxLength: 4 },
);
const prices = fc.uniqueArray(
  fc.record({
    minQuantity: fc.integer({ min: 1, max: 100_000_000 }),
    amount: fc.integer({ min: 0, max: 1_000_000_000_000 }),
    currency: fc.constantFrom('CNY', 'JPY', 'KWD', 'EUR', 'RUB'),
    incoterm: fc.constantFrom(...contract.incoterms),
    place: text,
    byAgreement: fc.boolean(),
  }),
  { selector: ({ minQuantity }) => minQuantity, maxLength: 4 },
);
const keeping = fc.constantFrom(...contract.storageClasses).chain((storage) => {
  const [min, max] = contract.storageLimits[storage];
  return maybe(fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }))).map((range) => ({
    storage,
    minTemperature: range && Math.min(...range),
    maxTemperature: range && Math.max(...range),
  }));
});
const product = fc
  .record({
    names: texts.filter((value) => Object.keys(value).length > 0),
    descriptions: texts,
    ingredients: texts,
    kind: maybe(fc.stringMatching(/^[a-z0-9-]{1,60}$/)),
    category: fc.constantFrom('sauces', 'tea', 'pickles'),
    hs6: maybe(fc.constantFrom('091099', '210390')),
    gtin: maybe(gtin),
    origin: fc.record({ code: maybe(fc.constantFrom('510117', '512021')), text: maybe(text) }),
    shelfLifeDays: maybe(fc.integer({ min: 1, max: 36_500 })),
    allergens: fc.uniqueArray(fc.constantFrom(...contract.allergens)),
    additives: fc.array(text, { maxLength: 5 }),
    animalIngredients: fc.constantFrom(...contract.animalIngredients),
    batteries: fc.boolean(),
    dangerous: fc.boolean(),
    geographicalIndication: maybe(text),
    minimumOrder: maybe(fc.integer({ min: 1, max: 100_000_000 })),
    unit: fc.constantFrom(...contract.quantityUnits),
    monthlyCapacity: maybe(fc.integer({ min: 0, max: 1_000_000_000 })),
    leadTimeDays: maybe(fc.integer({ min: 0, max: 1000 })),
    packing,
    prices,
    keeping,
  })
  .map(({ keeping: kept, ...rest }) => ({ ...rest, ...kept }));
const variant = fc.record({
  names: texts,
  size: maybe(text),
  recipe: maybe(text),
  labelLanguages: fc.uniqueArray(fc.constantFrom('ru', 'en', 'zh-CN')),
  packing,
});

test(
  'what was exported, brought in again, changes nothing; brought in elsewhere it is the same',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(product, fc.dictionary(fc.constantFrom('RU', 'JP', 'HU'), variant, { maxKeys: 3 })),
          { minLength: 1, maxLength: 5 },
        ),
        fc.constantFrom('zh-CN', 'en', 'ru'),
        async (products, language) => {
          const [home, elsewhere] = [await admitEnterprise(app), await admitEnterprise(app)];
          const [here, there] = [app.as(actor(home)), app.as(actor(elsewhere))];
          for (const [fields, variants] of products) {
            const page = await here.call(contract.createProduct, { body: sauce(fields) });
            let { version } = page;
            for (const [market, body] of Object.entries(variants))
              ({ version } = await here.call(
                contract.putVariant,
                { params: { id: page.id, market }, body },
                { ifMatch: version },
              ));
          }
          const sheet = await exported(app.headersAs(actor(home)), `mine=true&language=${language}`);
          const same = await run(here, (await upload(here, sheet)).id);
          expect(same.progress).toMatchObject({ unchanged: products.length, bad: 0, created: 0, updated: 0 });
          const copied = await run(there, (await upload(there, sheet)).id);
          expect(copied.progress).toMatchObject({ created: products.length, bad: 0 });
          const again = await exported(app.headersAs(actor(elsewhere)), `mine=true&language=${language}`);
          const lines = (bytes: Buffer) => bytes.toString('utf8').split('\r\n').toSorted();
          expect(lines(again)).toEqual(lines(sheet));
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  },
);

test('a workbook says the same as the CSV file', async () => {
  const organisation = await admitEnterprise(app);
  const client = app.as(actor(organisation));
  await client.call(contract.createProduct, {
    body: sauce({ names: { 'zh-CN': '=豆瓣 𠮷', en: 'a "b"\nc' }, gtin: '6901234567892' }),
  });
  const book = await exported(app.headersAs(actor(organisation)), 'mine=true', 'xlsx');
  const one = await upload(client, book, 'products.xlsx');
  expect((await run(client, one.id)).progress).toMatchObject({ unchanged: 1, bad: 0 });
});

test('no cell of an export can be run as a formula', async () => {
  const organisation = await admitEnterprise(app);
  const client = app.as(actor(organisation));
  for (const name of ['=cmd|calc', '+1', '-x', '@sum', "'=x"])
    await client.call(contract.createProduct, { body: sauce({ names: { en: name } }) });
  const sheet = (await exported(app.headersAs(actor(organisation)), 'mine=true')).toString('utf8');
  expect(sheet).not.toMatch(/"[=+@]|"-[^\d]/);
});

test('a visitor exports what is public and no price by agreement', async () => {
  const organisation = await admitEnterprise(app);
  const client = app.as(actor(organisation));
  const band = { minQuantity: 1, amount: 990, currency: 'CNY', incoterm: 'FOB', place: 'Chongqing' } as const;
  const { id, sku } = await client.call(contract.createProduct, {
    body: sauce({
      prices: [
        { ...band, byAgreement: false },
        { ...band, amount: 777, byAgreement: true },
      ],
    }),
  });
  const draft = await client.call(contract.createProduct, { body: sauce() });
  await client.call(contract.publishProduct, { params: { id } });
  const sheet = (await exported(app.headersAs({ role: 'visitor' }), `organisation=${organisation}`)).toString(
    'utf8',
  );
  expect(sheet).toContain(sku);
  expect(sheet).toContain('9.90 CNY');
  expect(sheet).not.toContain('7.77 CNY');
  expect(sheet).not.toContain(draft.sku);
  const filtered = (
    await exported(app.headersAs({ role: 'visitor' }), `organisation=${organisation}&storage=frozen`)
  ).toString('utf8');
  expect(filtered).not.toContain(sku);
  const nobodys = await exported(app.headersAs({ role: 'visitor' }), 'mine=true');
  expect(nobodys.toString('utf8').trim().split('\r\n')).toHaveLength(1);
});

test('every heading of the template means its field, in each language', async () => {
  for (const language of ['zh-CN', 'en', 'ru']) {
    const answer = await app.http.inject({ url: `/api/v1/imports/template?language=${language}` });
    const fields = answer.payload
      .replace('﻿', '')
      .trim()
      .split(',')
      .map((cell) => fieldOfHeading(JSON.parse(cell) as string));
    expect(fields).not.toContain(null);
    expect(new Set(fields).size).toBe(fields.length);
    for (const { field, localised } of sheetFields) {
      const key = localised ? `${field}.hu` : field;
      expect(fieldOfHeading(headingOf(key, language))).toBe(key);
    }
  }
});

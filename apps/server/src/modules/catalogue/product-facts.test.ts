import {
  createProduct,
  getMarketVerdict,
  publishProduct,
  putVariant,
  type ProductInput,
} from '@jiechuan/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { admitEnterprise, sauce } from './testing/enterprise.ts';

let app: TestApp;
let organisationId: string;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  organisationId = await admitEnterprise(app);
});
afterAll(() => app.close());

const maker = () =>
  app.as({ role: 'enterprise', userId: 'maker', organisationId, organisationRole: 'owner' });
const ask = async (market: string, over: Partial<ProductInput>) => {
  const { id } = await maker().call(createProduct, { body: sauce(over) });
  return maker().call(getMarketVerdict, { params: { code: market }, query: { product: id } });
};

test('hotpot base whose label names beef tallow is refused by the United Kingdom, whatever it declares', async () => {
  const labels: Record<string, string>[] = [
    { 'zh-CN': '牛油、辣椒、食用盐' },
    { en: 'Beef tallow, chilli, salt' },
    { ru: 'говяжий жир, соль' },
  ];
  for (const ingredients of labels) {
    const verdict = await ask('GB', { ingredients, animalIngredients: 'none' });
    expect(verdict.facts.animalIngredients).toEqual(['beef-tallow']);
    expect(verdict.entry).toBe('refused');
  }
});

test.each([
  [{ 'zh-CN': '牛脂、辣椒、食用盐' }, 'beef-tallow'],
  [{ en: 'tallow, chilli, salt' }, 'beef-tallow'],
  [{ 'zh-CN': '精炼牛 油、辣椒' }, 'beef-tallow'],
  [{ ru: 'жир говяжий, соль' }, 'beef-tallow'],
  [{ en: 'lard' }, 'lard'],
  [{ 'zh-CN': '豬油、辣椒' }, 'lard'],
  [{ 'zh-CN': '鸡精、鸡油' }, 'chicken-fat'],
  [{ en: 'chicken fat, chilli' }, 'chicken-fat'],
  [{ 'zh-CN': '奶粉、鸡蛋、虾皮、鱼露' }, 'milk'],
] as Record<string, unknown>[][])(
  '%o names %s, and the United Kingdom refuses it',
  async (ingredients, animal) => {
    const verdict = await ask('GB', { ingredients: ingredients as never, animalIngredients: 'none' });
    expect(verdict.facts.animalIngredients).toContain(animal);
    expect(verdict.entry).toBe('refused');
  },
);

test.each([
  { 'zh-CN': '牛油果、菜籽油、辣椒' },
  { en: 'avocado, rapeseed oil, chilli' },
  { en: 'honeysuckle, tea leaves' },
])('%o has nothing of an animal', async (ingredients) => {
  const verdict = await ask('GB', { ingredients: ingredients as never, animalIngredients: 'none' });
  expect(verdict.facts.animalIngredients).toEqual([]);
  expect(verdict.entry).toBe('needsDocuments');
});

test.each(['JP', 'US', 'SG', 'KR', 'AE'])(
  'milk, of which no rule of %s speaks, leaves the answer open',
  async (market) => {
    const verdict = await ask(market, { ingredients: { en: 'milk, sugar' }, animalIngredients: 'none' });
    expect(verdict.checks.filter(({ code }) => code.endsWith('-FOOD-ANIMAL-OTHER'))).toMatchObject([
      { outcome: 'unknown', reason: { code: 'notResearched' } },
    ]);
    expect(verdict.entry).toBe('unknown');
  },
);

test('one of plant oil needs documents', async () => {
  const verdict = await ask('GB', { ingredients: { en: 'rapeseed oil, chilli, salt' } });
  expect(verdict.entry).toBe('needsDocuments');
  expect(verdict.facts.ingredients?.toSorted()).toEqual(['chilli', 'rapeseed-oil', 'salt']);
});

test('soy sauce isn’t told to be soy beans, rapeseed oil isn’t anything else', async () => {
  const { facts } = await ask('GB', { ingredients: { en: 'soy sauce (soybeans, wheat), water' } });
  expect(facts.ingredients).toEqual(expect.arrayContaining(['soy-sauce', 'water']));
  expect(facts.ingredients).not.toContain('soybean');
});

test('what is not told is unknown: ingredients, allergens, something of an animal', async () => {
  const silent = await ask('GB', {
    ingredients: {},
    allergens: [],
    additives: [],
    animalIngredients: 'unknown',
  });
  expect(silent.facts).toMatchObject({
    ingredients: null,
    animalIngredients: null,
    allergens: null,
    additives: null,
    labelLanguages: null,
    packSizes: null,
  });
  expect(silent.entry).toBe('unknown');
  const vague = await ask('GB', { ingredients: {}, animalIngredients: 'contains' });
  expect(vague.facts.animalIngredients).toEqual(['unspecified']);
  expect(vague.entry).toBe('unknown');
});

test('a gift box of four is flagged for Japan, its label is that of the Japanese variant', async () => {
  const { id, version } = await maker().call(createProduct, { body: sauce() });
  const box = { level: 'inner' as const, contains: 4, netGrams: 400, grossGrams: 500 };
  const variant = {
    labelLanguages: ['ja'],
    packing: [{ level: 'unit' as const, netGrams: 100, grossGrams: 120 }, box],
  };
  await maker().call(putVariant, { params: { id, market: 'JP' }, body: variant }, { ifMatch: version });
  const verdict = await maker().call(getMarketVerdict, { params: { code: 'JP' }, query: { product: id } });
  expect(verdict.facts).toMatchObject({ packSizes: [4], labelLanguages: ['ja'] });
  expect(verdict.habits.find(({ outcome }) => outcome === 'gap')).toMatchObject({
    topic: 'number',
    status: 'unconfirmed',
  });
  expect(verdict.checks.find(({ code }) => code === 'JP-FOOD-LABEL')?.outcome).toBe('pass');
});

test('somebody else’s draft has no checklist; a published product has one for everybody but observers', async () => {
  const { id } = await maker().call(createProduct, { body: sauce() });
  const asked = { params: { code: 'GB' }, query: { product: id } };
  await expect(app.as({ role: 'visitor' }).call(getMarketVerdict, asked)).rejects.toMatchObject({
    problem: { code: 'platform.notFound' },
  });
  await maker().call(publishProduct, { params: { id } });
  expect((await app.as({ role: 'visitor' }).call(getMarketVerdict, asked)).market).toBe('GB');
  await expect(app.as({ role: 'observer', userId: 'o' }).call(getMarketVerdict, asked)).rejects.toMatchObject(
    {
      problem: { code: 'platform.forbidden' },
    },
  );
});

import { createProduct, getProduct, publishProduct, putVariant, type ProductInput } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { TestApp } from '../../../platform/testing/app.ts';
import { admitEnterprise, sauce } from './enterprise.ts';

/** An admitted enterprise with somebody to act for it. */
export async function maker(app: TestApp) {
  const organisationId = await admitEnterprise(app);
  return {
    role: 'enterprise',
    userId: v7(),
    userName: 'Maker',
    organisationId,
    organisationRole: 'owner',
  } as const;
}
export type Maker = Awaited<ReturnType<typeof maker>>;

/** A published product of a maker. @returns its id */
export async function product(app: TestApp, owner: Maker, over: Partial<ProductInput> = {}): Promise<string> {
  const client = app.as(owner);
  const { id } = await client.call(createProduct, { body: sauce(over) });
  await client.call(publishProduct, { params: { id } });
  return id;
}

const jar = {
  level: 'unit',
  contains: 1,
  netGrams: 500,
  grossGrams: 700,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  gtin: null,
} as const;

/** Anyue lemons by the kilogram: 75 days at 11–15 °C, chilled they suffer. */
export const lemons: Partial<ProductInput> = {
  names: { 'zh-CN': '安岳柠檬', en: 'Anyue lemon', ru: 'Лимон из Аньюэ' },
  category: 'fresh-fruit',
  kind: 'anyue-lemon',
  hs6: '080550',
  origin: { code: '512021', text: null },
  storage: 'cool',
  minTemperature: 110,
  maxTemperature: 150,
  shelfLifeDays: 75,
  ingredients: { en: 'lemon', 'zh-CN': '柠檬' },
  allergens: [],
  unit: 'KGM',
  prices: [
    { minQuantity: 1, amount: 800, currency: 'CNY', incoterm: 'EXW', place: '安岳', byAgreement: false },
  ],
};

/** Hotpot base in jars, of beef tallow or of plant oil. */
export const hotpotBase = (of: 'tallow' | 'plant'): Partial<ProductInput> => ({
  names: { 'zh-CN': '火锅底料', en: 'Hotpot base' },
  category: 'hotpot-bases',
  hs6: '210390',
  ingredients:
    of === 'tallow'
      ? { en: 'beef tallow, chilli, salt, spices', 'zh-CN': '牛油、辣椒、食用盐、香辛料' }
      : { en: 'rapeseed oil, chilli, salt, spices', 'zh-CN': '菜籽油、辣椒、食用盐、香辛料' },
  animalIngredients: of === 'tallow' ? 'contains' : 'none',
  allergens: [],
  packing: [jar],
  prices: [
    { minQuantity: 1, amount: 2_000, currency: 'CNY', incoterm: 'EXW', place: '成都', byAgreement: false },
  ],
});

/** Makes a product's variant for a market, its label in these languages. */
export async function label(
  app: TestApp,
  owner: Maker,
  id: string,
  market: string,
  labelLanguages: string[],
): Promise<void> {
  const client = app.as(owner);
  const { version } = await client.call(getProduct, { params: { id } });
  await client.call(
    putVariant,
    { params: { id, market }, body: { names: {}, size: null, recipe: null, labelLanguages, packing: [] } },
    { ifMatch: version },
  );
}

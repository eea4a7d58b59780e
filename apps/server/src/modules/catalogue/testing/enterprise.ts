import type { ProductInput } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { App } from '../../../app.ts';
import { demoOrganisations, insertDemoOrganisations } from '../../members/index.ts';

let seed = 1000;

/** An admitted enterprise of its own. @returns its id */
export async function admitEnterprise(app: Pick<App, 'database'>): Promise<string> {
  const organisation = demoOrganisations(1, seed++).find(({ kind }) => kind === 'enterprise')!;
  const row = { ...organisation, id: v7(), creditCode: null, aliases: [], resources: [] };
  await app.database.db.transaction().execute((trx) => insertDemoOrganisations(trx, [row]));
  return row.id;
}

/** A doubanjiang that could be published, with a SKU of its own. */
export const sauce = (over: Partial<ProductInput> = {}): ProductInput => ({
  sku: `S-${v7().slice(-12)}`,
  names: { 'zh-CN': '郫县豆瓣', en: 'Pixian doubanjiang', ru: 'Пиксянь доубаньцзян' },
  descriptions: { en: 'Broad bean chilli paste, aged a year' },
  kind: null,
  category: 'sauces',
  hs6: '210390',
  gtin: null,
  origin: { code: '510117', text: null },
  storage: 'ambient',
  minTemperature: null,
  maxTemperature: null,
  shelfLifeDays: 540,
  ingredients: { en: 'chilli, broad beans, salt, wheat flour' },
  allergens: ['gluten', 'soybeans'],
  additives: [],
  animalIngredients: 'none',
  batteries: false,
  dangerous: false,
  geographicalIndication: null,
  minimumOrder: 100,
  unit: 'H87',
  monthlyCapacity: 20_000,
  leadTimeDays: 14,
  packing: [],
  prices: [],
  ...over,
});

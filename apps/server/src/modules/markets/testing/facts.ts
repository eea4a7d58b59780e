import { productFacts, type ProductFacts } from '@jiechuan/contract';

/** A product of which nothing is known. */
export const nothingKnown: ProductFacts = {
  hs6: null,
  category: null,
  kind: null,
  storageClass: 'ambient',
  minTenthsC: null,
  maxTenthsC: null,
  shelfLifeDays: null,
  ingredients: null,
  animalIngredients: null,
  allergens: null,
  additives: null,
  batteries: false,
  dangerous: false,
  alcoholPermille: null,
  certificates: [],
  labelLanguages: null,
  geographicalIndication: null,
  packSizes: null,
};

const food = { ingredients: [], animalIngredients: [], allergens: [], additives: [], shelfLifeDays: 365 };
const ofAnimal = (name: string) => ({ ...food, ingredients: [name, 'salt'], animalIngredients: [name] });

const products: Record<string, Partial<ProductFacts>> = {
  doubanjiang: {
    ...food,
    hs6: '210390',
    category: 'sauces',
    kind: 'pixian-doubanjiang',
    ingredients: ['chilli', 'broad-bean', 'wheat-flour', 'salt'],
    allergens: ['gluten'],
  },
  'tallow-base': {
    ...ofAnimal('beef-tallow'),
    hs6: '210390',
    category: 'hotpot-bases',
    kind: 'hotpot-base-tallow',
  },
  'plant-base': {
    ...food,
    hs6: '210390',
    category: 'hotpot-bases',
    kind: 'hotpot-base-plant',
    ingredients: ['rapeseed-oil', 'chilli'],
  },
  'pao-cai': {
    ...food,
    hs6: '200599',
    category: 'pickles',
    kind: 'dongpo-pao-cai',
    ingredients: ['cabbage', 'salt'],
  },
  kimchi: { ...food, hs6: '200599', category: 'pickles', kind: 'kimchi', ingredients: ['cabbage', 'chilli'] },
  tea: { ...food, hs6: '090210', category: 'tea', kind: 'emei-tea', ingredients: ['tea-leaf'] },
  herb: { ...food, hs6: '121190', category: 'herbs', kind: 'chuanxiong', ingredients: ['chuanxiong'] },
  baijiu: {
    ...food,
    hs6: '220890',
    category: 'baijiu',
    kind: 'luzhou-baijiu',
    ingredients: ['sorghum'],
    alcoholPermille: 520,
  },
  sausage: { ...ofAnimal('pork'), hs6: '160100', category: 'meat', kind: 'sichuan-sausage' },
  rabbit: { ...ofAnimal('rabbit'), hs6: '160290', category: 'meat', kind: 'cold-eaten-rabbit' },
  honey: { ...ofAnimal('honey'), hs6: '040900', category: 'honey', kind: 'sichuan-honey' },
  caviar: {
    ...ofAnimal('sturgeon-roe'),
    hs6: '160431',
    category: 'fish',
    kind: 'tianquan-caviar',
    storageClass: 'chilled',
  },
  lemon: {
    ...food,
    hs6: '080550',
    category: 'fresh-fruit',
    kind: 'anyue-lemon',
    storageClass: 'cool',
    shelfLifeDays: 60,
    ingredients: ['lemon'],
  },
  kiwifruit: {
    ...food,
    hs6: '081050',
    category: 'fresh-fruit',
    kind: 'kiwifruit',
    storageClass: 'chilled',
    shelfLifeDays: 75,
    ingredients: ['kiwifruit'],
  },
  panel: { hs6: '854143', category: 'photovoltaics', kind: 'pv-module', storageClass: 'none' },
  battery: {
    hs6: '850760',
    category: 'batteries',
    kind: 'li-ion-battery',
    storageClass: 'none',
    batteries: true,
    dangerous: true,
  },
  car: { hs6: '870380', category: 'vehicles', kind: 'electric-car', storageClass: 'none', batteries: true },
  motorcycle: { hs6: '871120', category: 'vehicles', kind: 'motorcycle', storageClass: 'none' },
  lantern: { hs6: '940542', category: 'lanterns', kind: 'zigong-lantern', storageClass: 'none' },
  panda: { hs6: '950300', category: 'gifts-toys', kind: 'panda-toy', storageClass: 'none' },
  pot: { hs6: '691200', category: 'ceramics', kind: 'longchang-pottery', storageClass: 'none' },
  brocade: { hs6: '500720', category: 'needlework', kind: 'shu-brocade', storageClass: 'none' },
  crankshaft: { hs6: '848310', category: 'machinery', kind: 'crankshaft', storageClass: 'none' },
};

/**
 * A product in one line: `pao-cai has:fda,halal label:en,fr pack:4 left:200 additive:E171 life:30`.
 * @returns its facts, and the days of life left at arrival where the line tells them
 */
export function product(line: string): { facts: ProductFacts; incidental: { lifeLeftDays: number | null } } {
  const [name, ...words] = line.split(' ') as [string, ...string[]];
  const base = products[name];
  if (!base) throw new Error(`no product called ${name}`);
  const told = new Map(words.map((word) => word.split(':') as [string, string]));
  const list = (key: string) => told.get(key)?.split(',');
  const facts = productFacts.parse({
    ...nothingKnown,
    ...base,
    certificates: (list('has') ?? []).map((kind) => ({ kind, number: 'T-1', validUntil: null })),
    ...(told.has('label') && { labelLanguages: list('label') }),
    ...(told.has('pack') && { packSizes: list('pack')!.map(Number) }),
    ...(told.has('additive') && { additives: list('additive') }),
    ...(told.has('life') && { shelfLifeDays: Number(told.get('life')) }),
  });
  return { facts, incidental: { lifeLeftDays: told.has('left') ? Number(told.get('left')) : null } };
}

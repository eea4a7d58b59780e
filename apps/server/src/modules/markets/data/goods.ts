import type { RuleScope } from '@jiechuan/contract';

/**
 * Goods as rules name them: by HS 2022 chapters and headings, and by the catalogue's categories where a product has
 * no HS code yet. A lantern is 9405 41 (solar), 42 (LED) or 50 (not electric); 9405 40 is no longer there.
 */
type Goods = Pick<RuleScope, 'hs'> & Partial<Pick<RuleScope, 'categories'>>;
const goods = (hs: string, categories = ''): Goods => ({
  hs: hs.split(' '),
  ...(categories ? { categories: categories.split(' ') } : {}),
});

export const food = goods(
  '02 03 04 07 08 09 10 11 12 15 16 17 18 19 20 21 22 2501',
  'sauces hotpot-bases pickles spices oils-vinegar-salt fresh-fruit nuts-dried-fruit mushrooms noodles-convenience ' +
    'grain meat fish honey snacks tea baijiu infusions herbs',
);
export const spirits = goods('2203 2204 2205 2206 2208', 'baijiu');
export const freshFruit = goods('0709 080450 0805 0809 0810', 'fresh-fruit');
/** Shelf-stable goods in closed packs to which acid may have been added. */
export const preserved = goods('2001 2005 2103', 'pickles sauces hotpot-bases');
export const herbs = goods('1211', 'herbs');
/** Tea, ground sweet peppers and chillies, groundnuts: on the list of increased controls for China. */
export const watched = goods('0902 090422 1202 200811', 'tea');
export const batteries = goods('8507', 'batteries');
export const photovoltaics = goods('2804 8541', 'photovoltaics');
export const cars = goods('8703 8704', 'vehicles');
export const motorcycles = goods('8711');
/** Goods with a plug, a lamp or a circuit. */
export const electrical = goods('8471 8502 8524 8541 8806 940541 940542', 'electronics drones');
export const machines = goods('8432 8483 8502', 'machinery');
export const toys = goods('9503', 'gifts-toys');
export const textiles = goods('5007 5311 5810 940440', 'needlework fabrics bedding');
export const footwear = goods('6403 6405', 'footwear');
export const tableware = goods('6912', 'ceramics');
export const caviar = goods('160431');

/** What lives in water, as keys of the catalogue's ingredients. */
export const seafood = ['fish', 'sturgeon-roe', 'seafood', 'shrimp', 'crayfish', 'crab', 'squid', 'molluscs'];
/** What of an animal in food from China may enter the EU and Great Britain: the annex to Decision 2002/994/EC, as keys. */
export const listedAnimals = [
  ...seafood,
  'gelatine',
  'collagen',
  'casings',
  'rabbit',
  'honey',
  'royal-jelly',
  'propolis',
  'egg',
];
/** Of an animal, neither meat nor fat, and spoken of by few rules: what a market asks of it is seldom researched. */
export const otherAnimals = [
  'milk',
  'propolis',
  'bee-pollen',
  'beeswax',
  'insects',
  'carmine',
  'shellac',
  'lanolin',
  'birds-nest',
];
/** Of an animal, but no meat and no fat of land animals. */
export const notMeat = [...seafood, 'honey', 'royal-jelly', ...otherAnimals];

/** Everything but these goods: what nobody has looked into. */
export const otherThan = (...known: Goods[]): Pick<RuleScope, 'exceptHs'> => ({
  exceptHs: [...new Set(known.flatMap(({ hs }) => hs))],
});

/** Meat and fat of land animals, as keys of the catalogue's ingredients and the usual words. */
export const meat = [
  'pork',
  'beef',
  'mutton',
  'beef-tallow',
  'lard',
  'rabbit',
  'duck',
  'goose',
  'chicken',
  'poultry',
  'game',
  'meat',
  'animal-fat',
  'chicken-fat',
  'duck-fat',
  'goose-fat',
  'bone-broth',
  'casings',
  'gelatine',
  'collagen',
];

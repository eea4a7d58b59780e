import { expect, test } from 'vitest';
import { animalWords, innocentWords } from './animals.ts';
import { findIngredients } from './index.ts';

const animals = (text: string) => findIngredients([text]).animals.toSorted();

test.each(innocentWords.map((word) => word.replace('=', '')))('%s is nothing of an animal', (word) =>
  expect(animals(word)).toEqual([]),
);
test.each([
  'eggplant',
  'honeysuckle',
  'chickpeas',
  'gooseberries',
  '花生酱',
  'шелковица',
  'печенье',
  'медь',
  'сырой картофель',
  '蜂窝',
  '鸡㙡菌油',
  '冬虫夏草',
  'horseradish',
])('%s has an animal in its letters only', (word) => expect(animals(word)).toEqual([]));
test.each(animalWords.map(({ key, word }) => [word.replace('=', ''), key]))('%s is %s', (word, key) =>
  expect(animals(word)).toContain(key),
);
test.each([
  ['牛油果、牛油', ['beef-tallow']],
  ['芒果肉、猪肉', ['pork']],
  ['蛋黄、乳清蛋白、无骨鸡爪', ['chicken', 'egg', 'milk']],
  ['蜗牛油', ['beef-tallow', 'molluscs']],
  ['coconut, milk', ['milk']],
  ['Eggs and Anchovies', ['egg', 'fish']],
  ['雞蛋、魚露、蠔油', ['egg', 'fish', 'molluscs']],
  ['яйца, масло сливочное, мёд', ['egg', 'honey', 'milk']],
  ['беконом, говядины, куриного жира', ['beef', 'chicken-fat', 'pork']],
  ['milk-free, no egg, 不含牛油, без молока', []],
  ['sheep sorrel, horny-goat-weed', []],
] as [string, string[]][])('%s: %j', (text, expected) => expect(animals(text)).toEqual(expected));

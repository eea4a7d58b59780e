import { allergens, productFields, quantityUnits, storageClasses, storageLimits } from '@jiechuan/contract';
import { describe, expect, test } from 'vitest';
import { findPlace } from '../../../platform/geography/index.ts';
import { analyseQuery, analyseText, loadTerms } from '../../../platform/text/index.ts';
import {
  categories,
  categoryNames,
  categoryPath,
  findCategory,
  findIngredient,
  findKind,
  ingredients,
  kindNames,
  productKinds,
  vocabularyTerms,
} from './index.ts';
import { kindRows } from './kinds/index.ts';

const twice = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);
const scripts = {
  'zh-CN': /\p{Script=Han}/u,
  en: /^[^\p{Script=Han}\p{Script=Cyrillic}]+$/u,
  ru: /\p{Script=Cyrillic}/u,
};
const keysOf = (kinds: readonly { key: string }[]) => kinds.map(({ key }) => key);

describe('product kinds', () => {
  test('are more than eighty, each with a key of its own that the contract takes', () => {
    expect(productKinds.length).toBeGreaterThan(80);
    expect(twice(keysOf(productKinds))).toEqual([]);
    expect(productKinds.filter(({ key }) => !productFields.kind.safeParse(key).success)).toEqual([]);
  });
  test.each(Object.entries(scripts))(
    'are named in %s in its own letters, no two alike',
    (language, script) => {
      const names = productKinds.map(({ names: all }) => all[language as 'en']);
      expect(names.filter((name) => !script.test(name))).toEqual([]);
      expect(twice(names)).toEqual([]);
    },
  );
  test.each(Object.entries(scripts))(
    'have other words in %s, in its letters, none said twice',
    (language, script) => {
      const of = (kind: (typeof productKinds)[number]) => kind.aliases[language as 'en'];
      expect(keysOf(productKinds.filter((kind) => of(kind).length === 0))).toEqual([]);
      expect(productKinds.flatMap((kind) => of(kind).filter((word) => !script.test(word)))).toEqual([]);
      expect(
        keysOf(productKinds.filter((kind) => twice([kind.names[language as 'en'], ...of(kind)]).length > 0)),
      ).toEqual([]);
    },
  );
  test('have six-digit headings of HS 2022, whose chapters exist', () => {
    expect(productKinds.filter(({ hs6 }) => !productFields.hs6.safeParse(hs6).success)).toEqual([]);
    // Chapter 77 is kept free; 940540 and 854140 ended with HS 2017.
    expect(productKinds.filter(({ hs6 }) => /^77|^940540|^854140|^880610/.test(hs6))).toEqual([]);
  });
  test('stand in a category at the end of a branch, and every such category has a kind', () => {
    const leaves = categories.filter(({ key }) => !categories.some(({ parent }) => parent === key));
    expect(new Set(productKinds.map(({ category }) => category))).toEqual(new Set(keysOf(leaves)));
  });
  test('come from places that exist', () => {
    expect(productKinds.flatMap(({ origins }) => origins).filter((code) => !findPlace(code))).toEqual([]);
    expect(keysOf(productKinds.filter(({ origins }) => origins.length === 0))).toEqual([]);
  });
  test('are made of ingredients that are known, and every ingredient is used', () => {
    const used = new Set(kindRows.flatMap((row) => row.ingredients?.split(' ') ?? []));
    expect([...used].filter((key) => !findIngredient(key))).toEqual([]);
    expect(keysOf(ingredients).filter((key) => !used.has(key))).toEqual([]);
  });
  test('carry what follows from their ingredients', () => {
    expect(findKind('pixian-doubanjiang')).toMatchObject({
      allergens: ['gluten'],
      animalIngredients: 'none',
    });
    expect(findKind('hotpot-base-tallow')?.animalIngredients).toBe('contains');
    expect(findKind('hotpot-base-plant')?.animalIngredients).toBe('none');
    expect(findKind('tianquan-caviar')?.allergens).toEqual(['fish']);
    expect(findKind('mapo-tofu-sauce')?.allergens).toEqual(['gluten', 'soybeans']);
    expect(
      ingredients.flatMap(({ allergens: all }) => all).filter((one) => !allergens.includes(one)),
    ).toEqual([]);
  });
  test('are kept within a range that their class allows', () => {
    const outside = productKinds.filter(({ storage, minTemperature, maxTemperature }) => {
      if (storage === 'none') return minTemperature !== null || maxTemperature !== null;
      const [coldest, warmest] = storageLimits[storage];
      return minTemperature! < coldest || maxTemperature! > warmest || minTemperature! >= maxTemperature!;
    });
    expect(keysOf(outside)).toEqual([]);
    expect(findKind('anyue-lemon')).toMatchObject({
      storage: 'cool',
      minTemperature: 110,
      maxTemperature: 150,
    });
  });
  test('use the classes and units of the contract, weights above zero and prices in order', () => {
    expect(keysOf(productKinds.filter(({ storage }) => !storageClasses.includes(storage)))).toEqual([]);
    expect(keysOf(productKinds.filter(({ unit }) => !quantityUnits.includes(unit)))).toEqual([]);
    expect(
      keysOf(productKinds.filter(({ grams, price: [low, high] }) => grams <= 0 || low <= 0 || low >= high)),
    ).toEqual([]);
    expect(new Set(productKinds.map(({ storage }) => storage))).toEqual(new Set(storageClasses));
  });
  test('say of each fact where it comes from and how sure it is', () => {
    const facts = productKinds.flatMap((kind) => [
      ...Object.values(kind.evidence),
      ...(kind.geographicalIndication ? [kind.geographicalIndication] : []),
    ]);
    expect(facts.filter(({ source }) => source.length < 5)).toEqual([]);
    expect(new Set(facts.map(({ confidence }) => confidence))).toEqual(
      new Set(['verified', 'typical', 'estimated']),
    );
  });
  test('call no pickle a kimchi and no lantern 940540', () => {
    expect(
      productKinds.flatMap(({ key }) => kindNames(key)).filter(({ text }) => /kimchi|кимчи|辛奇/i.test(text)),
    ).toEqual([]);
    expect(['zigong-lantern', 'solar-lantern', 'paper-lantern'].map((key) => findKind(key)?.hs6)).toEqual([
      '940542',
      '940541',
      '940550',
    ]);
  });
});

test('categories are named in three languages, no two alike, below a parent that stands before them', () => {
  expect(twice(keysOf(categories))).toEqual([]);
  for (const language of Object.keys(scripts))
    expect(twice(categories.map(({ names }) => names[language as 'en']))).toEqual([]);
  expect(categories.filter(({ key }) => !productFields.category.safeParse(key).success)).toEqual([]);
  expect(categories.filter(({ parent }) => parent !== null && !findCategory(parent))).toEqual([]);
  expect(keysOf(categoryPath('pickles'))).toEqual(['pickles', 'food']);
  expect(categoryNames('pickles').map(({ text }) => text)).toContain('Продукты питания');
});

test('ingredients are named in three languages, no two alike', () => {
  for (const language of Object.keys(scripts))
    expect(twice(ingredients.map(({ names }) => names[language as 'en']))).toEqual([]);
});

test('every kind is found by every word it is called', () => {
  loadTerms(vocabularyTerms());
  const missed = productKinds.flatMap(({ key }) => {
    const texts = kindNames(key);
    const lexemes = analyseText(texts).a;
    const has = (wanted: string) =>
      wanted.endsWith('*')
        ? lexemes.some((lexeme) => lexeme.startsWith(wanted.slice(0, -1)))
        : lexemes.includes(wanted);
    return texts
      .filter(({ text }) => !analyseQuery(text).must.every((anyOf) => anyOf.some(has)))
      .map(({ text }) => text);
  });
  expect(missed).toEqual([]);
});

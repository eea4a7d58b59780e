import { productInput } from '@jiechuan/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesOf } from '../../platform/forms.ts';
import { productOf, smallestParts, typedOf } from './product-values.ts';

test('a typed amount becomes its smallest parts and comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -900, max: 1_000_000_000 }),
      fc.integer({ min: 0, max: 3 }),
      (parts, places) => {
        expect(smallestParts(typedOf(parts, places), places)).toBe(parts);
      },
    ),
  );
});

test.each([
  ['12.5', 1, 125],
  ['12,5', 1, 125],
  ['-18', 1, -180],
  ['3', 2, 300],
  ['1 200.00', 2, 120_000],
])('“%s” with %i places is %i', (typed, places, parts) => {
  expect(smallestParts(typed, places)).toBe(parts);
});

test.each(['abc', '1.234', '1..2', '5 元'])(
  '“%s” stays as it was typed, so that it can be refused by name',
  (typed) => {
    expect(smallestParts(typed, 2)).toBe(typed);
  },
);

test('a filled form is a product that the contract accepts', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['sku', 'PX-500'],
    ['names.zh-CN', '郫县豆瓣'],
    ['names.en', 'Pixian doubanjiang'],
    ['category', 'condiment'],
    ['storage', 'chilled'],
    ['unit', 'H87'],
    ['animalIngredients', 'none'],
    ['minTemperature', '-1.5'],
    ['allergens[]', 'soybeans'],
    ['allergens[]', 'gluten'],
    ['additives', '山梨酸钾、谷氨酸钠'],
    ['packing.0.level', 'unit'],
    ['packing.0.netGrams', '500'],
    ['packing.0.grossGrams', '560'],
    ['packing.1.level', 'carton'],
    ['prices.0.minQuantity', '100'],
    ['prices.0.amount', '12.80'],
    ['prices.0.currency', 'CNY'],
    ['prices.0.incoterm', 'FOB'],
    ['prices.0.place', '钦州'],
    ['prices.1.currency', 'CNY'],
  ] as const)
    form.append(name, value);
  const product = productInput.parse(productOf(valuesOf(form)));
  expect(product.minTemperature).toBe(-15);
  expect(product.allergens).toEqual(['soybeans', 'gluten']);
  expect(product.additives).toEqual(['山梨酸钾', '谷氨酸钠']);
  expect(product.packing.map(({ level }) => level)).toEqual(['unit']);
  expect(product.prices).toEqual([
    { minQuantity: 100, amount: 1280, currency: 'CNY', incoterm: 'FOB', place: '钦州', byAgreement: false },
  ]);
});

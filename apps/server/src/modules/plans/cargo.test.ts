import { packing, type Packing } from '@jiechuan/contract';
import { describe, expect, test } from 'vitest';
import { cargoOf } from './cargo.ts';

const level = (over: Partial<Packing> & Pick<Packing, 'level'>): Packing =>
  packing.parse({ netGrams: 0, grossGrams: 0, ...over });
const jar = level({ level: 'unit', netGrams: 500, grossGrams: 700 });
const carton = level({
  level: 'carton',
  contains: 12,
  netGrams: 6_000,
  grossGrams: 9_000,
  lengthMm: 400,
  widthMm: 300,
  heightMm: 200,
});
const product = (unit: 'H87' | 'KGM' | 'LTR' | 'SET', levels: Packing[] = [], hs6 = '210390') => ({
  sku: 'S',
  unit,
  packing: levels,
  hs6,
});

describe('weight and volume', () => {
  test('are those of whole cartons where packing is told', () => {
    expect(cargoOf(product('H87', [jar, carton]), 100)).toMatchObject({
      netGrams: 50_000,
      grossGrams: 9 * 9_000,
      volumeCm3: 9 * 24_000,
      reason: { code: 'plans.byPacking', params: { packages: 9 } },
    });
  });
  test('do not depend on the order in which levels were written', () => {
    expect(cargoOf(product('H87', [carton, jar]), 100)).toEqual(cargoOf(product('H87', [jar, carton]), 100));
  });
  test('are reckoned for goods sold by weight, and say so', () => {
    expect(cargoOf(product('KGM'), 500)).toMatchObject({
      netGrams: 500_000,
      grossGrams: 550_000,
      volumeCm3: 1_650_000,
      reason: { code: 'plans.weightReckoned' },
    });
  });
  test('of cars whose size is not told are reckoned at 8 litres a kilogram', () => {
    const car = level({ level: 'unit', netGrams: 1_700_000, grossGrams: 1_700_000 });
    expect(cargoOf(product('H87', [car], '870380'), 20)).toMatchObject({
      grossGrams: 34_000_000,
      volumeCm3: 272_000_000,
      reason: { code: 'plans.reckonedAsVehicles' },
    });
    const measured = { ...car, lengthMm: 4_700, widthMm: 1_900, heightMm: 1_600 };
    expect(cargoOf(product('H87', [measured], '870380'), 1).volumeCm3).toBe(14_288_000);
  });
  test('are never less gross than net', () => {
    const light = level({ level: 'carton', contains: 10, netGrams: 10_000, grossGrams: 10_000 });
    const found = cargoOf(product('KGM', [light]), 25);
    expect(found.grossGrams).toBeGreaterThanOrEqual(found.netGrams);
  });
  test('of pieces without packing are refused, naming the product', () => {
    expect(() => cargoOf(product('SET'), 1)).toThrow(
      expect.objectContaining({ code: 'plans.weightUnknown', params: { sku: 'S' } }),
    );
  });
  test('beyond 100,000 tonnes are refused: no consignment is so heavy', () => {
    expect(cargoOf(product('KGM'), 90_000_000).grossGrams).toBe(99_000_000_000);
    expect(() => cargoOf(product('KGM'), 100_000_000)).toThrow(
      expect.objectContaining({ code: 'plans.tooHeavy', params: { most: 100_000 } }),
    );
  });
});

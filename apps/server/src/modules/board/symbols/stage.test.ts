import { symbolStages } from '@jiechuan/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { continentOf } from '../../../platform/geography/index.ts';
import { stageOf, type MarketOrders } from './stage.ts';

const codes = ['CN', 'HU', 'DE', 'JP', 'KR', 'US', 'BR', 'ZA', 'AU', 'XX'] as const;
/** One order: where, on which day. */
const order = fc.record({ market: fc.constantFrom(...codes), day: fc.integer({ min: 1, max: 4 }) });
type Order = { market: string; day: number };

const counted = (orders: readonly Order[]): MarketOrders[] =>
  [...Map.groupBy(orders, ({ market }) => market)].map(([market, some]) => ({
    market,
    orders: some.length,
    days: new Set(some.map(({ day }) => day)).size,
  }));
const stage = (orders: readonly Order[]) => stageOf(counted(orders)).stage;
const rank = (orders: readonly Order[]) => symbolStages.indexOf(stage(orders));
const runs = { numRuns: 2000, seed: 24 };

test('one market never makes a global hit, however many orders', () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.array(order, { maxLength: 200 }), (market, orders) => {
      const all = orders.map(({ day }) => ({ market, day }));
      expect(['regional', 'known']).toContain(stage(all));
    }),
    runs,
  );
});

test('a stage is what its words say, reckoned another way', () => {
  fc.assert(
    fc.property(fc.array(order, { maxLength: 30 }), (orders) => {
      const repeat = codes.filter(
        (code) =>
          code !== 'CN' &&
          orders.some((one) =>
            orders.some((other) => one.market === code && other.market === code && one.day !== other.day),
          ),
      );
      const continents = new Set(repeat.map((code) => continentOf(code)).filter(Boolean));
      const wanted =
        repeat.length === 0
          ? 'regional'
          : repeat.length === 1
            ? 'known'
            : repeat.length >= 3 && continents.size >= 2
              ? 'global'
              : 'several';
      expect(stage(orders)).toBe(wanted);
    }),
    runs,
  );
});

test('one more order never sets a product back, and their order doesn’t matter', () => {
  fc.assert(
    fc.property(fc.array(order, { maxLength: 30 }), order, (orders, more) => {
      expect(rank([...orders, more])).toBeGreaterThanOrEqual(rank(orders));
      expect(stage(orders.toReversed())).toBe(stage(orders));
    }),
    runs,
  );
});

test('orders at home, and any number on one day, make no repeat', () => {
  fc.assert(
    fc.property(fc.array(order, { maxLength: 50 }), (orders) => {
      expect(stage(orders.map((one) => ({ ...one, day: 1 })))).toBe('regional');
      expect(stage(orders.map((one) => ({ ...one, market: 'CN' })))).toBe('regional');
    }),
    runs,
  );
});

test('three markets of one continent are several, not global', () => {
  const twice = (market: string) => ({ market, orders: 2, days: 2 });
  expect(stageOf(['HU', 'DE', 'FR', 'IT'].map(twice))).toEqual({
    stage: 'several',
    repeatMarkets: 4,
    repeatContinents: 1,
  });
  expect(stageOf(['HU', 'DE', 'JP'].map(twice)).stage).toBe('global');
  expect(stageOf(['HU', 'JP'].map(twice)).stage).toBe('several');
});

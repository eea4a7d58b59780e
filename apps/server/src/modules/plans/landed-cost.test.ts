import { incoterms, planAssumptions } from '@jiechuan/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bornBy } from './incoterms.ts';
import { landedCost, type LandedInput } from './landed-cost.ts';
import { reason } from './reason.ts';

const source = { title: 'a tariff', citation: null, url: null, date: null };
const charge = (line: 'duty' | 'vat', ratePpm: number, basis: 'fob' | 'cif' | 'cifPlusDuty') =>
  ({
    line,
    basis,
    ratePpm,
    fixedFen: null,
    reason: reason('byTariff'),
    note: {},
    confidence: 'published',
    source,
  }) as const;
const unknownDuty = { ...charge('duty', 0, 'cif'), ratePpm: null, confidence: 'unknown' } as const;
const input = (over: Partial<LandedInput> = {}): LandedInput => ({
  incoterm: 'DDP',
  quantity: 100,
  price: { totalFen: 1_000_000, incoterm: 'EXW', reason: reason('byBand'), doubts: [] },
  carriageFen: 200_000,
  carriageConfidence: 'published',
  charges: [charge('duty', 100_000, 'cif'), charge('vat', 200_000, 'cifPlusDuty')],
  assumptions: planAssumptions.parse({
    insurancePpm: 0,
    exportHandlingFen: 0,
    unloadingFen: 0,
    importClearanceFen: 0,
    deliveryFen: 0,
  }),
  rate: null,
  rateDoubts: [],
  ...over,
});
const amount = (cost: ReturnType<typeof landedCost>, line: string) =>
  cost.lines.find((one) => one.line === line)?.amountFen;

test('duty is asked of goods and carriage, VAT of both and the duty', () => {
  const cost = landedCost(input());
  expect(amount(cost, 'duty')).toBe(120_000);
  expect(amount(cost, 'vat')).toBe(264_000);
  expect(cost).toMatchObject({ totalFen: 1_584_000, perUnitFen: 15_840, lowerBound: false });
});

test('where duty is asked of the FOB value, carriage is free of it', () => {
  const cost = landedCost(input({ charges: [charge('duty', 100_000, 'fob')] }));
  expect(amount(cost, 'duty')).toBe(100_000);
});

test('insurance covers 110 % of the value that contains it', () => {
  const cost = landedCost(
    input({ charges: [], assumptions: { ...input().assumptions, insurancePpm: 10_000 } }),
  );
  const insured = amount(cost, 'insurance')!;
  // r · 1.1 · (C + F + insurance) = insurance
  expect(insured).toBeCloseTo(0.01 * 1.1 * (1_200_000 + insured), -1);
});

test('what the price contains is not paid twice', () => {
  const cif = landedCost(
    input({ price: { totalFen: 1_200_000, incoterm: 'CIF', reason: reason('byBand'), doubts: [] } }),
  );
  expect(amount(cif, 'mainCarriage')).toBe(0);
  expect(cif.lines.find(({ line }) => line === 'mainCarriage')?.reason.code).toBe('plans.containedInPrice');
  expect(amount(cif, 'duty')).toBe(120_000);
});

test('an unknown duty makes the sums lower bounds, never nothing', () => {
  const cost = landedCost(input({ charges: [unknownDuty, charge('vat', 200_000, 'cifPlusDuty')] }));
  expect(amount(cost, 'duty')).toBeNull();
  expect(cost.lowerBound).toBe(true);
  expect(cost.reasons.map(({ params }) => params['line'])).toEqual(['duty']);
});

test('without a price there is no sum, and each line says what it can', () => {
  const cost = landedCost(input({ price: null }));
  expect(cost).toMatchObject({ totalFen: null, perUnitFen: null, shelfPriceFen: null, sellerPriceFen: null });
  expect(amount(cost, 'mainCarriage')).toBe(200_000);
});

test('the shelf price is the cost before VAT, the margins of trade, and VAT once at the end', () => {
  const cost = landedCost(input());
  // (1,584,000 − 264,000) · 1.2 · 1.3 · 1.2 / 100 units
  expect(cost.shelfPriceFen).toBe(24_711);
});

test('a market without minor units is paid in whole units', () => {
  const cost = landedCost(
    input({ rate: { currency: 'JPY', perCny: '21.5', date: '2026-11-20', minorUnits: 0 } }),
  );
  expect(cost.local).toMatchObject({ perUnit: Math.ceil(158.4 * 21.5), rateDate: '2026-11-20' });
});

test('under each Incoterm seller and buyer together bear each line once, and a longer term never costs the seller less', () => {
  const ladder = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'] as const;
  fc.assert(
    fc.property(
      fc.nat(10_000_000),
      fc.nat(1_000_000),
      fc.nat(500_000),
      fc.nat(300_000),
      (goods, carriage, duty, vat) => {
        const costs = incoterms.map((incoterm) =>
          landedCost(
            input({
              incoterm,
              price: { totalFen: goods, incoterm: 'EXW', reason: reason('byBand'), doubts: [] },
              carriageFen: carriage,
              charges: [charge('duty', duty, 'cif'), charge('vat', vat, 'cifPlusDuty')],
              assumptions: planAssumptions.parse({}),
            }),
          ),
        );
        for (const cost of costs) {
          const sum = (who: string) =>
            cost.lines.filter((one) => one.bornBy === who).reduce((total, one) => total + one.amountFen!, 0);
          expect(sum('seller') + sum('buyer')).toBe(cost.totalFen);
          expect(sum('seller')).toBe(cost.sellerPriceFen);
          // Who pays does not change what it costs.
          expect(cost.totalFen).toBe(costs[0]!.totalFen);
        }
        const asked = ladder.map((term) => costs[incoterms.indexOf(term)]!.sellerPriceFen!);
        expect(asked).toEqual(asked.toSorted((a, b) => a - b));
      },
    ),
  );
});

test('insurance is the seller’s under CIF and CIP, not under CFR and CPT', () => {
  expect((['CFR', 'CPT', 'CIF', 'CIP'] as const).map((term) => bornBy(term, 'insurance'))).toEqual([
    'buyer',
    'buyer',
    'seller',
    'seller',
  ]);
});

test('a price converted at an old rate is an estimate, and what is doubtful of the rates is said once', () => {
  const doubt = reason('rateOld', { currency: 'RUB', on: '2026-09-24' });
  const cost = landedCost(
    input({
      price: { totalFen: 1_000_000, incoterm: 'EXW', reason: reason('byBand'), doubts: [doubt] },
      rateDoubts: [doubt],
    }),
  );
  expect(cost.lines.find(({ line }) => line === 'goods')!.confidence).toBe('estimated');
  expect(cost.reasons.filter(({ code }) => code === 'plans.rateOld')).toEqual([doubt]);
  expect(landedCost(input({})).lines.find(({ line }) => line === 'goods')!.confidence).toBe('published');
});

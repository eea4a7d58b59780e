import { planAssumptions, type PlanAssumptions } from '@jiechuan/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { borrowOrBuild } from './borrow-or-build.ts';

const assumptions = (over: object = {}): PlanAssumptions => ({ ...planAssumptions.parse({}), ...over });
const { build } = assumptions();

test('a higher rent makes building cost more and changes nothing of borrowing', () => {
  const before = borrowOrBuild(5_000, 1_000, assumptions());
  const after = borrowOrBuild(
    5_000,
    1_000,
    assumptions({ build: { ...build, monthlyRentFen: build.monthlyRentFen + 100_000 } }),
  );
  expect(after.build.costFen - before.build.costFen).toBe(100_000 * 24);
  expect(after.build.expectedFen!).toBeLessThan(before.build.expectedFen!);
  expect(after.borrow).toEqual(before.borrow);
});

test('with a rent low enough and enough sold, building is better, and the answer turns', () => {
  const free = {
    ...build,
    setUpFen: 0,
    monthlyRentFen: 0,
    staff: 0,
    monthlyOtherFen: 0,
    successPpm: 900_000,
  };
  expect(borrowOrBuild(5_000, 1_000, assumptions()).better).toBe('borrow');
  expect(borrowOrBuild(5_000, 1_000, assumptions({ build: free })).better).toBe('build');
});

test('what is at risk is what was spent before the first sale', () => {
  const { borrow, build: built } = borrowOrBuild(5_000, 1_000, assumptions());
  expect(borrow.atRiskFen).toBe(3_000_000);
  expect(built.atRiskFen).toBe(60_000_000 + 9 * (3_000_000 + 3 * 2_000_000 + 800_000));
});

test('where prices are not known, costs are told and no side is called better', () => {
  const found = borrowOrBuild(null, 1_000, assumptions());
  expect(found).toMatchObject({ better: null, switchUnitsPerMonth: null });
  expect(found.build.costFen).toBeGreaterThan(0);
  expect(found.build.profitFen).toBeNull();
});

test('from the quantity named on building is better, and below it is not', () => {
  let turned = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 100_000 }),
      fc.nat(5_000_000),
      fc.nat(60_000_000),
      fc.integer({ min: 1, max: 60 }),
      (perUnit, rent, setUpFen, horizonMonths) => {
        const at = (unitsPerMonth: number) =>
          borrowOrBuild(
            perUnit,
            1,
            assumptions({
              horizonMonths,
              unitsPerMonth,
              build: { ...build, monthlyRentFen: rent, setUpFen, successPpm: 700_000, monthsToFirstSale: 2 },
            }),
          );
        const units = at(1).switchUnitsPerMonth;
        if (units === null || units < 2 || units > 10_000_000) return;
        turned++;
        const [below, from] = [at(units - 1), at(units + 1)];
        expect(below.borrow.expectedFen! - below.build.expectedFen!).toBeGreaterThanOrEqual(-1);
        expect(from.build.expectedFen! - from.borrow.expectedFen!).toBeGreaterThanOrEqual(-1);
      },
    ),
  );
  expect(turned).toBeGreaterThan(20);
});

test('the month in which money has come back is the first in which the balance is not negative', () => {
  const found = borrowOrBuild(10_000, 2_000, assumptions({ unitsPerMonth: 1_000 }));
  // 8 % of 120 yuan… 20 % margin less 10 % commission of the wholesale price: 800 fen a unit, 2,000 yuan fee.
  expect(found.borrow.breakEvenMonth).toBe(2 + Math.ceil(3_000_000 / (1_000 * 800 - 200_000)));
});

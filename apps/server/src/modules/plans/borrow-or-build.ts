import type { BorrowOrBuild, PlanAssumptions } from '@jiechuan/contract';

interface Ship {
  setUpFen: number;
  monthsToFirstSale: number;
  /** Paid every month, from the first month or from the first sale on. */
  monthlyFen: number;
  monthlyFromTheStart: boolean;
  /** What is left of one unit sold; null where prices aren't known. */
  marginFen: number | null;
  revenueFen: number | null;
  successPpm: number;
}

/**
 * Borrowing a ship (a partner in the market sells) beside building one (a branch of one's own), over the same months.
 *
 * One unit sold leaves `wholesale − landed`; a partner keeps its commission of the wholesale price of it, a branch
 * costs rent, wages and the rest from the first month on, whether it sells or not. If selling never begins, what was
 * spent until the first sale should have come is lost: expected = p · profit − (1 − p) · that.
 * @param perUnitFen landed cost of a unit, without what a later seller gets back; null: not known
 */
export function borrowOrBuild(
  perUnitFen: number | null,
  quantity: number,
  assumptions: PlanAssumptions,
): Omit<BorrowOrBuild, 'partners' | 'partnerCount'> {
  const { borrow, build, horizonMonths, importerMarginPpm } = assumptions;
  const unitsPerMonth = assumptions.unitsPerMonth ?? Math.max(1, Math.round(quantity / 2));
  const wholesale =
    perUnitFen === null ? null : Math.round((perUnitFen * (1_000_000 + importerMarginPpm)) / 1_000_000);
  const left = (commissionPpm: number): number | null =>
    perUnitFen === null || wholesale === null
      ? null
      : wholesale - perUnitFen - Math.round((wholesale * commissionPpm) / 1_000_000);
  const borrowed: Ship = {
    setUpFen: borrow.setUpFen,
    monthsToFirstSale: borrow.monthsToFirstSale,
    monthlyFen: borrow.monthlyFeeFen,
    monthlyFromTheStart: false,
    marginFen: left(borrow.commissionPpm),
    revenueFen: wholesale,
    successPpm: borrow.successPpm,
  };
  const built: Ship = {
    setUpFen: build.setUpFen,
    monthsToFirstSale: build.monthsToFirstSale,
    monthlyFen: build.monthlyRentFen + build.staff * build.monthlyWageFen + build.monthlyOtherFen,
    monthlyFromTheStart: true,
    marginFen: left(0),
    revenueFen: wholesale,
    successPpm: build.successPpm,
  };
  const one = sail(borrowed, unitsPerMonth, horizonMonths);
  const other = sail(built, unitsPerMonth, horizonMonths);
  return {
    horizonMonths,
    unitsPerMonth,
    borrow: one,
    build: other,
    better:
      one.expectedFen === null || other.expectedFen === null
        ? null
        : one.expectedFen >= other.expectedFen
          ? 'borrow'
          : 'build',
    switchUnitsPerMonth: switchAt(borrowed, built, horizonMonths),
  };
}

const sellingMonths = (ship: Ship, horizon: number): number => Math.max(0, horizon - ship.monthsToFirstSale);
const fixedCost = (ship: Ship, horizon: number): number =>
  ship.setUpFen + ship.monthlyFen * (ship.monthlyFromTheStart ? horizon : sellingMonths(ship, horizon));
const atRisk = (ship: Ship, horizon: number): number =>
  ship.setUpFen +
  (ship.monthlyFromTheStart ? ship.monthlyFen * Math.min(horizon, ship.monthsToFirstSale) : 0);

/** Expected result as a straight line over units a month. */
function line(ship: Ship, horizon: number): { at0: number; slope: number } {
  const p = ship.successPpm / 1_000_000;
  return {
    at0: -p * fixedCost(ship, horizon) - (1 - p) * atRisk(ship, horizon),
    slope: p * sellingMonths(ship, horizon) * (ship.marginFen ?? 0),
  };
}

function sail(ship: Ship, units: number, horizon: number): BorrowOrBuild['borrow'] {
  const months = sellingMonths(ship, horizon);
  const fixed = fixedCost(ship, horizon);
  const profit = ship.marginFen === null ? null : units * months * ship.marginFen - fixed;
  const { at0, slope } = line(ship, horizon);
  return {
    setUpFen: ship.setUpFen,
    costFen: fixed,
    revenueFen: ship.revenueFen === null ? null : units * months * ship.revenueFen,
    profitFen: profit,
    expectedFen: profit === null ? null : Math.round(at0 + slope * units),
    monthsToFirstSale: ship.monthsToFirstSale,
    breakEvenMonth: breakEven(ship, units, horizon),
    atRiskFen: atRisk(ship, horizon),
    successPpm: ship.successPpm,
  };
}

function breakEven(ship: Ship, units: number, horizon: number): number | null {
  if (ship.marginFen === null) return null;
  let balance = -ship.setUpFen;
  for (let month = 1; month <= horizon; month++) {
    const selling = month > ship.monthsToFirstSale;
    if (selling || ship.monthlyFromTheStart) balance -= ship.monthlyFen;
    if (selling) balance += units * ship.marginFen;
    if (balance >= 0 && selling) return month;
  }
  return null;
}

/** The least units a month at which building is expected to leave more; null where that never comes. */
function switchAt(borrowed: Ship, built: Ship, horizon: number): number | null {
  if (borrowed.marginFen === null || built.marginFen === null) return null;
  const one = line(borrowed, horizon);
  const other = line(built, horizon);
  if (other.at0 > one.at0) return 0;
  if (other.slope <= one.slope) return null;
  return Math.floor((one.at0 - other.at0) / (other.slope - one.slope)) + 1;
}

import type { PlanAssumptions, PlanInput } from '@jiechuan/contract';
import { wholeNumber, type FormValues } from '../../platform/forms.ts';
import { decimalsOf, smallestParts, typedOf } from '../catalogue/product-values.ts';

/** How people write an assumption: a share in percent, money in yuan, a span in months, a count. */
export type Written = 'percent' | 'yuan' | 'months' | 'units' | 'people';

/** Decimal places between what is written and what is kept: ppm, fen, months, pieces. */
const places: Record<Written, number> = { percent: 4, yuan: 2, months: 0, units: 0, people: 0 };

/** Every assumption by its place in the contract's body, in the order of the form. */
export const assumptionGroups = {
  way: [
    ['insurancePpm', 'percent'],
    ['exportHandlingFen', 'yuan'],
    ['unloadingFen', 'yuan'],
    ['importClearanceFen', 'yuan'],
    ['deliveryFen', 'yuan'],
  ],
  trade: [
    ['importerMarginPpm', 'percent'],
    ['retailMarginPpm', 'percent'],
  ],
  ships: [
    ['horizonMonths', 'months'],
    ['unitsPerMonth', 'units'],
  ],
  borrow: [
    ['borrow.setUpFen', 'yuan'],
    ['borrow.monthlyFeeFen', 'yuan'],
    ['borrow.commissionPpm', 'percent'],
    ['borrow.monthsToFirstSale', 'months'],
    ['borrow.successPpm', 'percent'],
  ],
  build: [
    ['build.setUpFen', 'yuan'],
    ['build.monthlyRentFen', 'yuan'],
    ['build.staff', 'people'],
    ['build.monthlyWageFen', 'yuan'],
    ['build.monthlyOtherFen', 'yuan'],
    ['build.monthsToFirstSale', 'months'],
    ['build.successPpm', 'percent'],
  ],
} as const satisfies Record<string, readonly (readonly [path: string, written: Written])[]>;

export type AssumptionGroup = keyof typeof assumptionGroups;
const everyAssumption = Object.values(assumptionGroups).flat();

const at = (values: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (place, part) => (typeof place === 'object' && place !== null ? place[part as never] : undefined),
      values,
    );

/** An assumption as a field starts with it: 300,000 ppm → `30`, 80,000 fen → `800`. */
export function typedAssumption(assumptions: PlanAssumptions, path: string, written: Written): string {
  const value = at(assumptions, path);
  return typeof value === 'number' ? typedOf(value, places[written]) : '';
}

/**
 * Assumptions as a form says them, over those that stood before: a field that the form doesn't show, or that
 * was left empty, keeps its number; only `unitsPerMonth` may be emptied, which means that nobody has told it.
 */
export function assumptionsOf(values: FormValues, before: PlanAssumptions): PlanAssumptions {
  const told = structuredClone(before) as unknown as Record<string, unknown>;
  const given = (values['assumptions'] ?? {}) as FormValues;
  for (const [path, written] of everyAssumption) {
    const typed = at(given, path);
    if (typed === undefined) continue;
    const parts = path.split('.');
    const last = parts.pop()!;
    const place = parts.reduce((inner, part) => inner[part] as Record<string, unknown>, told);
    place[last] = smallestParts(typed, places[written]);
  }
  if (values['told'] === 'assumptions' && given['unitsPerMonth'] === undefined) told['unitsPerMonth'] = null;
  return told as unknown as PlanAssumptions;
}

/** What the form asks for, all but product, market and assumptions, as the contract's body. Empty means untold. */
export function wishesOf(values: FormValues): Omit<PlanInput, 'productId' | 'market' | 'assumptions'> {
  const price = (values['price'] ?? {}) as FormValues;
  return {
    quantity: wholeNumber(plain(values['quantity'])),
    readyOn: values['readyOn'] ?? null,
    destination: values['destination'] ?? null,
    incoterm: values['incoterm'],
    lifeLeftDays: wholeNumber(plain(values['lifeLeftDays'])) ?? null,
    lifeAtArrivalDays: wholeNumber(plain(values['lifeAtArrivalDays'])) ?? 0,
    wish: values['wish'],
    road: values['road'] ?? null,
    avoidHubs: values['avoidHubs'] ?? [],
    price:
      price['amount'] === undefined
        ? null
        : {
            amount: smallestParts(price['amount'], decimalsOf(String(price['currency']))),
            currency: price['currency'],
            incoterm: price['incoterm'],
          },
    setSize: wholeNumber(plain(values['setSize'])) ?? null,
  } as unknown as Omit<PlanInput, 'productId' | 'market' | 'assumptions'>;
}

/** `1,200` and `1 200` are how people write 1200. */
const plain = (typed: unknown): unknown =>
  typeof typed === 'string' ? typed.trim().replaceAll(/(?<=\d)[,\s](?=\d{3}\b)/g, '') : typed;

/** What a form starts with: an earlier plan's wishes, or what was typed before it was refused. */
export type PlanValues = Partial<Omit<PlanInput, 'assumptions'>>;

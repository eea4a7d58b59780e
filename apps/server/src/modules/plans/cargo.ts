import type { Packing, PlanReason, ProductPage } from '@jiechuan/contract';
import { Problem } from '../../platform/errors.ts';
import { isRoadVehicle } from '../freight/index.ts';
import { plansProblems } from './problems.ts';
import { reason } from './reason.ts';

/** What is carried: weights in grams, volume in cm³, all of it. */
export interface Cargo {
  netGrams: number;
  grossGrams: number;
  volumeCm3: number;
  reason: PlanReason;
}

const gramsOf: Partial<Record<string, number>> = { KGM: 1000, TNE: 1_000_000, LTR: 1000 };
/**
 * Where packing isn't told: a tenth for the box, and 3 dm³ a kilogram (a mixed load of boxed food), or 8 of a car
 * (4.7 × 1.9 × 1.6 m and 1.8 t).
 */
const boxTenths = 11;
const cm3PerGram = { boxed: 3, vehicle: 8 };
/** Beyond it no ship takes a consignment, and sums of storage would no longer be exact. */
const mostTonnes = 100_000;

/**
 * Weight and volume of a quantity in the product's unit: by its packing levels where they say so, else reckoned from
 * the unit (a litre as a kilogram), a tenth added for the box and 3 dm³ a kilogram gross, of road vehicles 8.
 * @throws Problem plans.weightUnknown where pieces have no packing that tells their weight; plans.tooHeavy
 */
export function cargoOf(
  product: Pick<ProductPage, 'packing' | 'unit' | 'sku' | 'hs6'>,
  quantity: number,
): Cargo {
  const levels = perUnit(product.packing);
  const perUnitNet = levels[0]?.net || gramsOf[product.unit];
  if (!perUnitNet) throw new Problem(plansProblems.weightUnknown, { sku: product.sku });
  const netGrams = Math.ceil(perUnitNet * quantity);
  // The outermost level that is told is what is loaded; half a carton is a carton.
  const loaded = levels.findLast(({ level }) => level.level !== 'pallet') ?? levels.at(-1);
  const packages = loaded ? Math.ceil(quantity / loaded.units) : 0;
  const weighed = loaded && loaded.level.grossGrams > 0;
  const grossGrams = Math.max(
    netGrams,
    weighed ? packages * loaded.level.grossGrams : Math.ceil((netGrams * boxTenths) / 10),
  );
  if (grossGrams > mostTonnes * 1_000_000) throw new Problem(plansProblems.tooHeavy, { most: mostTonnes });
  const { lengthMm, widthMm, heightMm } = loaded?.level ?? {};
  const measured = lengthMm && widthMm && heightMm;
  const vehicles = !measured && isRoadVehicle(product.hs6);
  const volumeCm3 = measured
    ? Math.ceil((packages * lengthMm * widthMm * heightMm) / 1000)
    : grossGrams * cm3PerGram[vehicles ? 'vehicle' : 'boxed'];
  const packed = weighed && measured ? 'byPacking' : weighed ? 'volumeReckoned' : 'weightReckoned';
  const how = vehicles ? 'reckonedAsVehicles' : packed;
  return { netGrams, grossGrams, volumeCm3, reason: reason(how, { packages }) };
}

/** Each level with how many of the product's units it holds and what one of these weighs, net. */
function perUnit(packing: readonly Packing[]): { level: Packing; units: number; net: number }[] {
  const order = ['unit', 'inner', 'carton', 'pallet'];
  let units = 1;
  return packing
    .toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
    .map((level) => {
      if (level.level !== 'unit') units *= level.contains;
      return { level, units, net: level.netGrams / units };
    });
}

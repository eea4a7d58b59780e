import type { Tariff } from '@jiechuan/contract';

/** What a 40-foot high-cube container takes: 26 t and 67 m³ (ISO 668 size 45, less dunnage). */
export const containerLimits = { grams: 26_000_000, cm3: 67_000_000 } as const;

export interface Load {
  grossWeightG: number;
  volumeCm3: number;
}

/** Containers a load begins. */
export const containersFor = ({ grossWeightG, volumeCm3 }: Load): number =>
  Math.max(1, Math.ceil(grossWeightG / containerLimits.grams), Math.ceil(volumeCm3 / containerLimits.cm3));

/**
 * What carriage of a load costs, in minor units of the tariff's currency: by weight or measure, whichever is more; or by
 * whole containers where that is less (or where there is no other rate); the surcharge for goods kept at a temperature
 * on top; never below the minimum. Each product is exact and rounded once, up, at the end: a quotation is never below
 * what the rate says.
 */
export function carriagePrice(tariff: Tariff, load: Load, keptCool: boolean): number {
  // Products stay whole numbers: thousandths of a minor unit for weight, millionths for measure.
  const byWeight = tariff.perKg === null ? 0 : (tariff.perKg * load.grossWeightG) / 1000;
  const byMeasure = tariff.perM3 === null ? 0 : (tariff.perM3 * load.volumeCm3) / 1_000_000;
  const loose = tariff.perKg === null && tariff.perM3 === null ? Infinity : Math.max(byWeight, byMeasure);
  const whole = tariff.perContainer === null ? Infinity : tariff.perContainer * containersFor(load);
  const rate = Math.min(loose, whole) * (keptCool ? 1 + tariff.reeferSurchargePermille / 1000 : 1);
  // A product of decimals may stand a hair above the whole number it is.
  return Math.max(tariff.minimum, Math.ceil(rate - 1e-6));
}

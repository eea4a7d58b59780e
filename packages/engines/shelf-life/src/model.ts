import { checkTemperature, kelvin, LifeFault } from './fault.ts';

/** Life lost to cold that isn't frost: below the limit, colder is worse, by this factor for every 10 K. */
export interface ChillingInjury {
  belowTenthsC: number;
  /** At least 1. */
  q10: number;
}

/** What else temperature does to goods. All in tenths of °C; what is left out isn't known or doesn't matter. */
export interface LifeLimits {
  /** The range they are to be kept in: leaving it is told, and changes no rate by itself. */
  minTenthsC?: number | undefined;
  maxTenthsC?: number | undefined;
  chilling?: ChillingInjury | undefined;
  /** At it and below the goods are destroyed. For goods that are kept frozen it is left out. */
  freezingTenthsC?: number | undefined;
}

/**
 * How long goods last, and how temperature changes that. `lifeMinutes` is the life at the reference temperature;
 * `q10` the factor by which life is used faster when it is 10 K warmer; the activation energy in J/mol.
 */
export type LifeModel = LifeLimits & { referenceTenthsC: number; lifeMinutes: number } & (
    | { kind: 'q10'; q10: number }
    | { kind: 'arrhenius'; activationEnergyJPerMol: number }
  );

/** J/(mol·K), exact since the SI of 2019 (CODATA 2018), shortened. */
const gasConstant = 8.314_462_618;

/**
 * How fast life is used up at a temperature (tenths of °C), as a multiple of the speed at the reference temperature:
 * 1 there, 2 where an hour costs two, Infinity at and below the freezing limit.
 *
 * - `q10`: q10^((T − T₀) / 10 K) (van 't Hoff's rule).
 * - `arrhenius`: e^(Eₐ/R × (1/T₀ − 1/T)), T in kelvin, R = 8.3145 J/(mol·K) (Arrhenius 1889; as used for the shelf
 *   life of food by Labuza 1982).
 * - Below the chilling limit c both would say that colder is better, which for lemons, bananas or cucumbers is wrong.
 *   There the rate is that at c times chilling.q10^((c − T) / 10 K): it goes on where it was and grows as it gets
 *   colder. That injury grows with the depth and the length of the chilling is known; this shape of it is an
 *   assumption of ours, to be fitted to a crop by its q10.
 *
 * @throws LifeFault
 */
export function lifeRate(model: LifeModel, tenthsC: number): number {
  checkModel(model);
  checkTemperature(tenthsC, 'tenthsC');
  return rateAt(model, tenthsC);
}

/** The life in minutes of goods kept at one temperature: `lifeMinutes` over the rate; 0 where they freeze. @throws LifeFault */
export const lifeAt = (model: LifeModel, tenthsC: number): number =>
  model.lifeMinutes / lifeRate(model, tenthsC);

/** The rate by a model that has been checked. */
export function rateAt(model: LifeModel, tenthsC: number): number {
  const { freezingTenthsC, chilling } = model;
  if (freezingTenthsC !== undefined && tenthsC <= freezingTenthsC) return Infinity;
  if (chilling === undefined || tenthsC >= chilling.belowTenthsC) return warmthRate(model, tenthsC);
  const depth = chilling.belowTenthsC - tenthsC;
  return warmthRate(model, chilling.belowTenthsC) * chilling.q10 ** (depth / 100);
}

function warmthRate(model: LifeModel, tenthsC: number): number {
  const { referenceTenthsC } = model;
  if (model.kind === 'q10') return model.q10 ** ((tenthsC - referenceTenthsC) / 100);
  const { activationEnergyJPerMol: energy } = model;
  return Math.exp((energy / gasConstant) * (1 / kelvin(referenceTenthsC) - 1 / kelvin(tenthsC)));
}

/** @throws LifeFault where the model says nothing that can be reckoned with, or its reference lies where its limits forbid */
export function checkModel(model: LifeModel): void {
  const { referenceTenthsC, lifeMinutes, chilling, freezingTenthsC, minTenthsC, maxTenthsC } = model;
  checkTemperature(referenceTenthsC, 'referenceTenthsC');
  if (!Number.isFinite(lifeMinutes) || lifeMinutes <= 0) throw new LifeFault('lifeMinutes', 'notPositive');
  if (model.kind === 'q10') checkFactor(model.q10, 'q10');
  else if (!Number.isFinite(model.activationEnergyJPerMol) || model.activationEnergyJPerMol <= 0)
    throw new LifeFault('activationEnergyJPerMol', 'notPositive');
  for (const [path, limit] of Object.entries({ minTenthsC, maxTenthsC, freezingTenthsC }))
    if (limit !== undefined) checkTemperature(limit, path);
  if (chilling !== undefined) {
    checkTemperature(chilling.belowTenthsC, 'chilling.belowTenthsC');
    checkFactor(chilling.q10, 'chilling.q10');
  }
  const lowest = Math.max(minTenthsC ?? -Infinity, chilling?.belowTenthsC ?? -Infinity);
  if (referenceTenthsC < lowest || referenceTenthsC > (maxTenthsC ?? Infinity))
    throw new LifeFault('referenceTenthsC', 'referenceOutsideLimits');
  if (referenceTenthsC <= (freezingTenthsC ?? -Infinity))
    throw new LifeFault('referenceTenthsC', 'referenceOutsideLimits');
}

function checkFactor(factor: number, path: string): void {
  if (!Number.isFinite(factor) || factor < 1) throw new LifeFault(path, 'lessThanOne');
}

import { kelvin, LifeFault } from './fault.ts';
import { checkHistory, type Stay } from './history.ts';

/** J/(mol·K), in the digits with which the default activation energy makes ΔH/R exactly 10,000 K. */
const gasConstant = 8.3144;

/**
 * Mean kinetic temperature: the one temperature that would have done as much as all of a history, in tenths of °C,
 * not rounded.
 *
 *     T_K = (ΔH/R) / −ln( Σ tᵢ·e^(−ΔH/(R·Tᵢ)) / Σ tᵢ ),  Tᵢ in kelvin (°C + 273.15)
 *
 * Haynes 1971, as in ICH Q1A (R2) and USP ⟨1150⟩: ΔH = 83.144 kJ/mol, R = 8.3144 J/(mol·K). Never below the mean of
 * the temperatures, since warm hours count for more than cold ones.
 *
 * @param history stays, or bare readings taken at even intervals
 * @param deltaH activation energy in J/mol
 * @throws LifeFault; a history without any time has no mean
 */
export function meanKineticTemperature(history: readonly (number | Stay)[], deltaH = 83_144): number {
  if (!Number.isFinite(deltaH) || deltaH <= 0) throw new LifeFault('deltaH', 'notPositive');
  const stays = history.map((each) => (typeof each === 'number' ? { minutes: 1, tenthsC: each } : each));
  checkHistory(stays);
  const total = stays.reduce((sum, { minutes }) => sum + minutes, 0);
  if (total === 0) throw new LifeFault('history', 'empty');
  // Measured from the warmest stay the exponents are at most 0: nothing overflows, and even weather stays as it is.
  const warmest = stays.reduce(
    (most, { minutes, tenthsC }) => (minutes > 0 ? Math.max(most, tenthsC) : most),
    -Infinity,
  );
  const perKelvin = deltaH / gasConstant;
  const top = 1 / kelvin(warmest);
  const sum = stays.reduce(
    (all, { minutes, tenthsC }) => all + minutes * Math.exp(perKelvin * (top - 1 / kelvin(tenthsC))),
    0,
  );
  const mean = 1 / (top - Math.log(sum / total) / perKelvin);
  return (mean - kelvin(0)) * 10;
}

export type LifeProblem =
  | 'notATemperature'
  | 'notADuration'
  | 'notPositive'
  | 'lessThanOne'
  | 'referenceOutsideLimits'
  | 'arrivesBeforeDeparture'
  | 'empty';

/** Input that no life can be reckoned from: which part, and what is wrong with it. */
export class LifeFault extends Error {
  readonly path: string;
  readonly problem: LifeProblem;
  constructor(path: string, problem: LifeProblem) {
    super(`${path}: ${problem}`);
    this.name = 'LifeFault';
    this.path = path;
    this.problem = problem;
  }
}

const absoluteZero = -2731.5;

export function checkTemperature(tenthsC: number, path: string): void {
  if (!Number.isFinite(tenthsC) || tenthsC <= absoluteZero) throw new LifeFault(path, 'notATemperature');
}

export function checkDuration(minutes: number, path: string): void {
  if (!Number.isFinite(minutes) || minutes < 0) throw new LifeFault(path, 'notADuration');
}

/** Tenths of °C as kelvin. */
export const kelvin = (tenthsC: number): number => (tenthsC - absoluteZero) / 10;

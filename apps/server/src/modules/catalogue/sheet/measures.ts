import { readInteger } from './numbers.ts';
import { CellProblem } from './text.ts';

/** Days of a unit of time: a month counts 30, so that no life is longer than was said. */
const times: readonly (readonly [pattern: RegExp, days: number])[] = [
  [/^(天|日|d|days?|дн|день|дня|дней|сут|суток)$/u, 1],
  [/^(周|星期|w|weeks?|нед|неделя|недели|недель)$/u, 7],
  [/^(个月|月|m|mo|mos|months?|мес|месяц|месяца|месяцев)$/u, 30],
  [/^(年|y|yr|yrs|years?|г|год|года|лет)$/u, 365],
];

/** The days of a unit of time; undefined where the word is none. */
export function daysOf(word: string): number | undefined {
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.()]/g, '')
    .replace('個', '个');
  return times.find(([pattern]) => pattern.test(plain))?.[1];
}

/**
 * A shelf life in days: `18个月`, `60天`, `12 months`, `18 мес`.
 * @param each days of the unit that the heading tells, for a bare number; null where it tells none
 * @throws CellProblem catalogue.cellShelfLife, for a bare number of unknown unit catalogue.cellShelfLifeUnit
 */
export function readShelfLife(cell: string, each: number | null): number {
  const text = cell.normalize('NFKC').trim();
  if (/^-?\d[\d ]*(\.0+)?$/.test(text)) {
    if (each === null) throw new CellProblem('catalogue.cellShelfLifeUnit');
    return readInteger(text) * each;
  }
  // Half a year is told in months: 1.5年.
  const found = /^(\d{1,5}(?:\.5)?)\s*([^\d]+)$/u.exec(text);
  const days = found && daysOf(found[2]!);
  if (!found || days === undefined || days === null) throw new CellProblem('catalogue.cellShelfLife');
  return Math.floor(Number(found[1]) * days);
}

const masses: readonly (readonly [pattern: RegExp, grams: number])[] = [
  [/^(g|gr|克|г|гр)$/u, 1],
  [/^(kg|kgs|千克|公斤|кг)$/u, 1000],
  [/^(t|吨|т)$/u, 1_000_000],
];

/** The grams of a unit of mass; undefined where the word is none. */
export function gramsOf(word: string): number | undefined {
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.()]/g, '');
  return masses.find(([pattern]) => pattern.test(plain))?.[1];
}

/**
 * A weight in whole grams: `500g`, `6.2 кг`.
 * @param each grams of the unit that the heading tells, for a bare number; null where it tells none
 * @throws CellProblem catalogue.cellWeight, for a bare number of unknown unit catalogue.cellWeightUnit
 */
export function readWeight(cell: string, each: number | null): number {
  const found = /^(\d{1,9})(?:[.,](\d{1,6}))?\s*(\D*)$/u.exec(cell.normalize('NFKC').trim());
  if (!found) throw new CellProblem('catalogue.cellWeight');
  const word = found[3]!.trim();
  const grams = word === '' ? each : gramsOf(word);
  if (grams === null) throw new CellProblem('catalogue.cellWeightUnit');
  const fraction = found[2] ?? '';
  // Reckoned in integers: 6.2 kg are 62 × 1000 / 10.
  const parts = grams === undefined ? NaN : Number(found[1]! + fraction) * grams;
  const weight = parts / 10 ** fraction.length;
  if (!Number.isInteger(weight)) throw new CellProblem('catalogue.cellWeight');
  return weight;
}

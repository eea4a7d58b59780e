import { CellProblem } from './text.ts';

/** A whole number; spaces and grouping commas are passed over. @throws CellProblem catalogue.cellNotInteger */
export function readInteger(cell: string): number {
  const digits = cell
    .replaceAll(/[\s\u00A0\u202F]/g, '')
    .replace(/^-?\d{1,3}(,\d{3})+$/, (grouped) => grouped.replaceAll(',', ''));
  if (!/^[+-]?\d{1,15}(\.0+)?$/.test(digits)) throw new CellProblem('catalogue.cellNotInteger');
  return Number(digits) || 0;
}

/**
 * A decimal number (point or comma) as an integer count of its last place: `readScaled('-18.5', 1)` = −185.
 * @param digits decimal places at most
 * @throws CellProblem catalogue.cellNotDecimal
 */
export function readScaled(cell: string, digits: number): number {
  const found = /^([+-]?)(\d{1,13})(?:[.,](\d+))?\s*(?:°C|℃)?$/.exec(cell.trim().replace('−', '-'));
  const fraction = (found?.[3] ?? '').replace(/0+$/, '');
  if (!found || fraction.length > digits) throw new CellProblem('catalogue.cellNotDecimal', { digits });
  const size = Number(found[2]! + fraction.padEnd(digits, '0'));
  return (found[1] === '-' ? -size : size) || 0;
}

/** Undoes `readScaled`: `writeScaled(-185, 1)` = '-18.5'. */
export function writeScaled(value: number, digits: number): string {
  if (digits === 0) return String(value);
  const size = String(Math.abs(value)).padStart(digits + 1, '0');
  return `${value < 0 ? '-' : ''}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}

const known = new Map<string, number>();
/** Decimal places of a currency's amounts (ISO 4217): 2 for CNY, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  let digits = known.get(currency);
  if (digits === undefined) {
    digits =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2;
    known.set(currency, digits);
  }
  return digits;
}

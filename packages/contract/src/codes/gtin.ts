import { compare, wrong, type CodeCheck } from './check.ts';

/**
 * The check digit of a GS1 number: weights 3 and 1 in turn from the right, up to the next ten
 * (GS1 General Specifications 7.9).
 * @param body all digits but the last
 */
export function gtinCheckDigit(body: string): string {
  const sum = [...body]
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Checks a GTIN-8, GTIN-12 (UPC), GTIN-13 (EAN) or GTIN-14. */
export function checkGtin(value: string): CodeCheck {
  if (!/^\d*$/.test(value)) return wrong('alphabet');
  if (![8, 12, 13, 14].includes(value.length)) return wrong('length');
  return compare(value.at(-1)!, gtinCheckDigit(value.slice(0, -1)));
}

import { compare, wrong, type CodeCheck } from './check.ts';

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/**
 * The check digit of a UPU S10 item identifier: 11 − (weighted sum mod 11), 10 → 0, 11 → 5.
 * @param serial the eight digits of the serial number
 */
export function postalItemCheckDigit(serial: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(serial[index]), 0);
  const check = 11 - (sum % 11);
  return String(check === 10 ? 0 : check === 11 ? 5 : check);
}

/** Checks a UPU S10 parcel number: two letters, eight digits, check digit, country code (RA473124829CN). */
export function checkPostalItem(value: string): CodeCheck {
  if (value.length !== 13) return wrong('length');
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(value)) return wrong('alphabet');
  return compare(value[10]!, postalItemCheckDigit(value.slice(2, 10)));
}

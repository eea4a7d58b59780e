import { compare, wrong, type CodeCheck } from './check.ts';

/**
 * ISO 7064 MOD 11,10 over digits.
 * @param body digits without the check digit
 */
export function mod11_10(body: string): string {
  let product = 10;
  for (const digit of body) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Checks a Chinese food production licence: SC + 14 digits, the last by ISO 7064 MOD 11,10 (食品生产许可管理办法). */
export function checkFoodLicence(value: string): CodeCheck {
  if (value.length !== 16) return wrong('length');
  if (!/^SC\d{14}$/.test(value)) return wrong('alphabet');
  return compare(value.at(-1)!, mod11_10(value.slice(2, 15)));
}

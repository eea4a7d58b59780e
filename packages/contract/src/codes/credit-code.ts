import { compare, wrong, type CodeCheck } from './check.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/**
 * Registering department (place 1) and kind of body (place 2), GB 32100-2015 table 1 with the later
 * additions in use: 1 establishment office, 2 foreign affairs, 3 judicial, 4 culture, 5 civil affairs,
 * 6 tourism, 7 religion, 8 trade unions, 9 market regulator, A military, N agriculture, Y other.
 */
const departments = new Set('123456789ANY');

/**
 * The check digit of a unified social credit code.
 * GB 32100-2015: 17 places of a 31-letter alphabet (no I, O, S, V, Z), weights 3^(i−1) mod 31,
 * check = (31 − sum mod 31) mod 31 in the same alphabet.
 * @param body the first 17 places, upper case; undefined when a letter is not of the alphabet
 */
export function creditCodeCheckDigit(body: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const letter of body) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}

/** Checks a unified social credit code (统一社会信用代码): 18 places, upper case. */
export function checkCreditCode(value: string): CodeCheck {
  if (value.length !== 18) return wrong('length');
  const expected = creditCodeCheckDigit(value.slice(0, 17));
  if (expected === undefined) return wrong('alphabet');
  if (!departments.has(value[0]!) || !/^\d{6}$/.test(value.slice(2, 8))) return wrong('structure');
  return compare(value[17]!, expected);
}

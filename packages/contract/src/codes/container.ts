import { compare, wrong, type CodeCheck } from './check.ts';

/** Letters count 10 upwards, leaving out the multiples of 11 (ISO 6346 annex A). */
const letterValue = (letter: string): number => {
  const place = letter.charCodeAt(0) - 65;
  const plain = 10 + place;
  return plain + Math.floor((plain - 1) / 10);
};

/**
 * The check digit of a freight container: values times 2^i, mod 11, mod 10 (ISO 6346).
 * @param body owner code, category letter and six digits: CSQU305438
 */
export function containerCheckDigit(body: string): string {
  const sum = [...body].reduce(
    (total, sign, index) => total + (/\d/.test(sign) ? Number(sign) : letterValue(sign)) * 2 ** index,
    0,
  );
  return String((sum % 11) % 10);
}

/** Checks a container number: three letters, U, J or Z, six digits, check digit. */
export function checkContainer(value: string): CodeCheck {
  if (value.length !== 11) return wrong('length');
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(value)) return wrong('alphabet');
  return compare(value[10]!, containerCheckDigit(value.slice(0, 10)));
}

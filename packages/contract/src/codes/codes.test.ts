import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containerCheckDigit } from './container.ts';
import { hs6Pattern } from './hs6.ts';
import { mod11_10 } from './food-licence.ts';
import {
  checkContainer,
  checkCreditCode,
  checkCustomsDeclaration,
  checkFoodLicence,
  checkGtin,
  checkPostalItem,
  creditCodeCheckDigit,
  gtinCheckDigit,
} from './index.ts';
import { postalItemCheckDigit } from './postal-item.ts';

describe('published vectors', () => {
  test('a unified social credit code with the right check digit is fine, another is told the right one', () => {
    expect(checkCreditCode('911000000000192465')).toEqual({ ok: true });
    expect(checkCreditCode('91350100M000100Y4Z')).toEqual({
      ok: false,
      reason: 'check-digit',
      expected: '3',
    });
    expect(checkCreditCode('91350100M000100Y43')).toEqual({ ok: true });
  });
  test('a food production licence ends in its MOD 11,10 digit', () => {
    expect(mod11_10('0794')).toBe('5');
  });
  test('UPU S10 47312482 → 9, ISO 6346 CSQU305438 → 3, GTIN 690123456789 → 2', () => {
    expect(postalItemCheckDigit('47312482')).toBe('9');
    expect(checkPostalItem('RA473124829CN')).toEqual({ ok: true });
    expect(containerCheckDigit('CSQU305438')).toBe('3');
    expect(checkContainer('CSQU3054383')).toEqual({ ok: true });
    expect(gtinCheckDigit('690123456789')).toBe('2');
    expect(checkGtin('6901234567892')).toEqual({ ok: true });
  });
});

describe('any wrong check digit is found, and the right one told', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const others = (right: string, alphabet: string) => [...alphabet].filter((sign) => sign !== right);
  test.each([
    ['GTIN', digits(12), gtinCheckDigit, (body: string, check: string) => checkGtin(body + check)],
    [
      'food licence',
      digits(13),
      mod11_10,
      (body: string, check: string) => checkFoodLicence(`SC${body}${check}`),
    ],
    [
      'parcel',
      digits(8),
      postalItemCheckDigit,
      (body: string, check: string) => checkPostalItem(`EE${body}${check}CN`),
    ],
    [
      'container',
      fc.stringMatching(/^[A-Z]{3}U\d{6}$/),
      containerCheckDigit,
      (body: string, check: string) => checkContainer(body + check),
    ],
  ] as const)('%s', (_, body, digit, check) => {
    fc.assert(
      fc.property(body, (text) => {
        expect(check(text, digit(text))).toEqual({ ok: true });
        for (const other of others(digit(text), '0123456789')) {
          expect(check(text, other)).toEqual({ ok: false, reason: 'check-digit', expected: digit(text) });
        }
      }),
    );
  });
  test('credit code', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^9[123]\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/), (body) => {
        const right = creditCodeCheckDigit(body)!;
        expect(checkCreditCode(body + right)).toEqual({ ok: true });
        for (const other of others(right, '0123456789ABCDEFGHJKLMNPQRTUWXY')) {
          expect(checkCreditCode(body + other)).toEqual({
            ok: false,
            reason: 'check-digit',
            expected: right,
          });
        }
      }),
    );
  });
});

test('anything at all is checked without a fault', () => {
  const checks = [
    checkContainer,
    checkCreditCode,
    checkCustomsDeclaration,
    checkFoodLicence,
    checkGtin,
    checkPostalItem,
  ];
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) =>
      checks.every((check) => typeof check(text).ok === 'boolean'),
    ),
  );
});

test('a customs declaration number has 18 digits with a year and a direction', () => {
  expect(checkCustomsDeclaration('790220267790000001')).toEqual({ ok: false, reason: 'structure' });
  expect(checkCustomsDeclaration('790220260000000001')).toEqual({ ok: true });
  expect(checkCustomsDeclaration('7902')).toEqual({ ok: false, reason: 'length' });
});

test('an HS code of six digits has a chapter that there is and a heading: 96 × 99 × 100 of them, no other', () => {
  const fits = (code: number) => hs6Pattern.test(String(code).padStart(6, '0'));
  let count = 0;
  for (let code = 0; code < 1_000_000; code++) {
    const [chapter, heading] = [Math.floor(code / 10_000), Math.floor(code / 100) % 100];
    const there = chapter >= 1 && chapter <= 97 && chapter !== 77 && heading >= 1;
    if (fits(code) !== there) expect.fail(String(code));
    if (there) count++;
  }
  expect(count).toBe(96 * 99 * 100);
  for (const other of ['21039', '2103900', '2103.90', ' 210390', '２１０３９０', ''])
    expect(hs6Pattern.test(other), other).toBe(false);
});

import type { ContractTerms } from '@jiechuan/contract';
import { wholeNumber, type FormValues } from '../../platform/forms.ts';

/** Terms in both languages, in the order in which the form asks for them. */
export const bothTexts = [
  'payment',
  'packing',
  'quality',
  'sample',
  'inspection',
  'scope',
  'special',
] as const;

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Minor units as a form shows them: `12.50`. */
export const majorOf = (minor: number, currency: string): string => {
  const digits = digitsOf(currency);
  return (minor / 10 ** digits).toFixed(digits);
};

/** What was typed, in minor units; anything that isn't such an amount as it is, for the contract to refuse by name. */
export function minorOf(typed: unknown, currency: string): unknown {
  const found = typeof typed === 'string' ? /^(\d{1,12})(?:[.,](\d+))?$/.exec(typed.trim()) : null;
  const digits = digitsOf(currency);
  if (!found || (found[2]?.length ?? 0) > digits) return typed;
  return Number(`${found[1]}${(found[2] ?? '').padEnd(digits, '0')}`);
}

/** The terms as the form says them; what it doesn't ask for stays as it was. */
export function termsOf(values: FormValues, before: ContractTerms): ContractTerms {
  const typed = (values['terms'] ?? {}) as FormValues;
  const { currency } = before;
  const lines = before.lines.map((line, at) => {
    const row = ((typed['lines'] as FormValues | undefined)?.[String(at)] ?? {}) as FormValues;
    return {
      ...line,
      description: row['description'] ?? {},
      hs6: row['hs6'] ?? null,
      quantity: wholeNumber(row['quantity']),
      unitPriceMinor: minorOf(row['unitPrice'], currency),
    };
  });
  const plain = [
    'incoterm',
    'place',
    'deliveryFrom',
    'deliveryUntil',
    'validUntil',
    'otherLaw',
    ...bothTexts,
  ];
  const percent = typed['commission'];
  return {
    ...before,
    lines,
    ...Object.fromEntries(plain.map((name) => [name, typed[name] ?? null])),
    commissionPpm:
      percent === undefined ? null : Math.round(Number(String(percent).replace(',', '.')) * 10_000),
    exclusive: typed['exclusive'] === 'on',
    law: typed['law'] ?? before.law,
    forum: typed['forum'] ?? before.forum,
    prevailing: typed['prevailing'] ?? before.prevailing,
  } as ContractTerms;
}

import { paperSpeaksOf, type InputOf, type PaperPage, type updatePaper } from '@jiechuan/contract';
import { wholeNumber, type FormValues } from '../../platform/forms.ts';
import { minorOf } from '../contracts/terms-values.ts';

/** Grams as a form shows them, in kilograms: `275.5`. */
export const kilogramsOf = (grams: number | null): string => (grams === null ? '' : String(grams / 1000));

/** What was typed in kilograms, as grams; anything that isn't such a weight as it is, for the contract to refuse by name. */
export function gramsOf(typed: unknown): unknown {
  if (typed === undefined) return null;
  const found = typeof typed === 'string' ? /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(typed.trim()) : null;
  return found ? Number(`${found[1]}${(found[2] ?? '').padEnd(3, '0')}`) : typed;
}

/** Codes of countries as they are typed one after another: `HU, AT`. */
export const codesOf = (typed: unknown): string[] =>
  typeof typed === 'string'
    ? typed
        .toUpperCase()
        .split(/[\s,;，；、→]+/)
        .filter(Boolean)
    : [];

/** The paper as the form says it; what it doesn't ask for stays as it was. */
export function contentOf(values: FormValues, paper: PaperPage): InputOf<typeof updatePaper>['body'] {
  const { kind, currency, content } = paper;
  const { prices, weights, details: known } = paperSpeaksOf[kind];
  const group = (name: string) => (values[name] ?? {}) as FormValues;
  const rows = group('lines');
  const lines = content.lines.map((line, at) => {
    const row = (rows[String(at)] ?? {}) as FormValues;
    return {
      ...line,
      description: row['description'] ?? {},
      hs6: row['hs6'] ?? null,
      quantity: wholeNumber(row['quantity']),
      ...(prices && {
        unitPriceMinor: row['unitPrice'] === undefined ? null : minorOf(row['unitPrice'], currency),
      }),
      ...(weights && {
        netGrams: gramsOf(row['net']),
        grossGrams: gramsOf(row['gross']),
        packages: wholeNumber(row['packages']) ?? null,
        packageKind: row['packageKind'] ?? null,
      }),
    };
  });
  const stated = group('totals');
  const totals = {
    amountMinor: stated['amount'] === undefined ? null : minorOf(stated['amount'], currency),
    netGrams: gramsOf(stated['net']),
    grossGrams: gramsOf(stated['gross']),
    packages: wholeNumber(stated['packages']) ?? null,
  };
  const typed = group('details');
  const details = Object.fromEntries(
    known.map((name) => [name, name === 'visits' ? codesOf(typed[name]) : (typed[name] ?? null)]),
  );
  // What isn't a number is sent as it was typed: the contract says what is wrong with it.
  return { lines, totals, details } as InputOf<typeof updatePaper>['body'];
}

import type { ProductInput, ProductPage } from '@jiechuan/contract';
import { wholeNumber, type FormValues } from '../../platform/forms.ts';

/** Decimal places of a currency's amounts: 2 for CNY, 0 for JPY (ISO 4217). */
export const decimalsOf = (currency: string): number => {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    );
  } catch {
    // Not a currency: the contract says so, beside its field.
    return 2;
  }
};

/**
 * A decimal number in units a person types, as an integer of its smallest parts: `12.5` with 1 place → 125.
 * What isn't such a number stays as it was typed, for the contract to refuse by name.
 */
export function smallestParts(typed: unknown, places: number): unknown {
  if (typeof typed !== 'string') return typed;
  const found = /^(-?)(\d{1,12})(?:[.,](\d+))?$/.exec(typed.trim().replaceAll(/\s/g, ''));
  if (!found) return typed;
  const [, sign, whole = '', fraction = ''] = found;
  if (fraction.length > places) return typed;
  return Number(`${sign}${whole}${fraction.padEnd(places, '0')}`);
}

/** The reverse of `smallestParts`, for a field to start with: 125 with 1 place → `12.5`. */
export function typedOf(parts: number | null, places: number): string {
  if (parts === null) return '';
  const typed = (parts / 10 ** places).toFixed(places);
  return places === 0 ? typed : typed.replace(/\.?0+$/, '');
}

const listed = (group: unknown): FormValues[] =>
  Object.entries((group ?? {}) as Record<string, FormValues>)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, row]) => row);

/** What the editor's form says, as the contract's body. The form shows every field: empty means none. */
export function productOf(values: FormValues): ProductInput {
  const origin = (values['origin'] ?? {}) as FormValues;
  const packing = listed(values['packing'])
    // A level counts once its weights are told; the row names the level by itself.
    .filter((row) => row['netGrams'] !== undefined || row['grossGrams'] !== undefined)
    .map((row) => ({
      level: row['level'],
      contains: wholeNumber(row['contains'] ?? '1'),
      netGrams: wholeNumber(row['netGrams']),
      grossGrams: wholeNumber(row['grossGrams']),
      lengthMm: wholeNumber(row['lengthMm']) ?? null,
      widthMm: wholeNumber(row['widthMm']) ?? null,
      heightMm: wholeNumber(row['heightMm']) ?? null,
      gtin: row['gtin'] ?? null,
    }));
  const prices = listed(values['prices'])
    .filter((row) => row['amount'] !== undefined)
    .map((row) => ({
      minQuantity: wholeNumber(row['minQuantity'] ?? '1'),
      amount: smallestParts(row['amount'], decimalsOf(String(row['currency']))),
      currency: row['currency'],
      incoterm: row['incoterm'],
      place: row['place'],
      byAgreement: row['byAgreement'] === 'on',
    }));
  return {
    sku: values['sku'],
    names: values['names'] ?? {},
    descriptions: values['descriptions'] ?? {},
    category: values['category'],
    kind: values['kind'] ?? null,
    hs6: values['hs6'] ?? null,
    gtin: values['gtin'] ?? null,
    origin: { code: origin['code'] ?? null, text: origin['text'] ?? null },
    storage: values['storage'],
    minTemperature: smallestParts(values['minTemperature'], 1) ?? null,
    maxTemperature: smallestParts(values['maxTemperature'], 1) ?? null,
    shelfLifeDays: wholeNumber(values['shelfLifeDays']) ?? null,
    ingredients: values['ingredients'] ?? {},
    allergens: values['allergens'] ?? [],
    additives: splitList(values['additives']),
    animalIngredients: values['animalIngredients'],
    batteries: values['batteries'] === 'on',
    dangerous: values['dangerous'] === 'on',
    geographicalIndication: values['geographicalIndication'] ?? null,
    minimumOrder: wholeNumber(values['minimumOrder']) ?? null,
    unit: values['unit'],
    monthlyCapacity: wholeNumber(values['monthlyCapacity']) ?? null,
    leadTimeDays: wholeNumber(values['leadTimeDays']) ?? null,
    packing,
    prices,
  } as unknown as ProductInput;
}

/** Names between commas of any script, or one a line. */
const splitList = (text: unknown): string[] =>
  typeof text === 'string'
    ? text
        .split(/[,，、;；\n]/)
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : [];

/** A product as far as the editor needs it: all of it, or nothing yet. */
export type Edited = Partial<ProductPage>;

import type { OfferTerms } from '@jiechuan/contract';
import { wholeNumber, type FormValues } from '../../platform/forms.ts';
import { decimalsOf, smallestParts } from '../catalogue/product-values.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const typedNumber = (value: unknown) => wholeNumber(text(value)?.replaceAll(/[\s,]/g, '') ?? null);

/** The lines of a form that say anything, in order. */
const linesOf = (values: FormValues): FormValues[] =>
  Object.entries((values['lines'] ?? {}) as FormValues)
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .map(([, line]) => line as FormValues)
    .filter((line) => line['description'] !== undefined || line['quantity'] !== undefined);

/** What a form offers; anything that isn't as it should be is left for the contract to refuse by name. */
export function offerOf(values: FormValues): OfferTerms {
  const currency = text(values['currency']) ?? 'CNY';
  const delivery = (values['delivery'] ?? {}) as FormValues;
  const { earliest, latest } = delivery;
  return {
    lines: linesOf(values).map((line) => ({
      productId: text(line['productId']),
      description: text(line['description']) ?? '',
      hs6: text(line['hs6'])?.replaceAll(/[\s.]/g, '') ?? null,
      quantity: typedNumber(line['quantity']),
      unit: line['unit'],
      unitPrice: smallestParts(line['unitPrice'], decimalsOf(currency)),
    })),
    currency,
    incoterm: values['incoterm'],
    place: text(values['place']) ?? '',
    payment: text(values['payment']) ?? '',
    delivery:
      earliest === undefined && latest === undefined
        ? null
        : { earliest: earliest ?? latest, latest: latest ?? earliest },
    note: text(values['note']),
    expiresOn: values['expiresOn'] ?? '',
  } as OfferTerms;
}

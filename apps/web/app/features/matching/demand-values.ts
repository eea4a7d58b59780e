import type { DemandInput } from '@jiechuan/contract';
import { wholeNumber, type FormValues } from '../../platform/forms.ts';
import { decimalsOf, smallestParts } from '../catalogue/product-values.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a form says of a demand; anything that isn't as it should be is left for the contract to refuse by name. */
export function demandOf(values: FormValues): DemandInput {
  const price = (values['targetPrice'] ?? {}) as FormValues;
  const arrives = (values['arrives'] ?? {}) as FormValues;
  const currency = text(price['currency']) ?? 'CNY';
  return {
    words: text(values['words']) ?? '',
    hs6: text(values['hs6'])?.replaceAll(/[\s.]/g, '') ?? null,
    quantity: wholeNumber(text(values['quantity'])?.replaceAll(/[\s,]/g, '') ?? null),
    unit: values['unit'],
    rhythm: values['rhythm'],
    market: values['market'] ?? '',
    targetPrice:
      price['amount'] === undefined
        ? null
        : { amount: smallestParts(price['amount'], decimalsOf(currency)), currency },
    incoterm: values['incoterm'],
    certificates: values['certificates'] ?? [],
    storage: text(values['storage']),
    arrives:
      arrives['earliest'] === undefined && arrives['latest'] === undefined
        ? null
        : {
            earliest: arrives['earliest'] ?? arrives['latest'],
            latest: arrives['latest'] ?? arrives['earliest'],
          },
    note: text(values['note']),
    openUntil: values['openUntil'] ?? '',
  } as DemandInput;
}

import type { createHub, InputOf } from '@jiechuan/contract';
import { wholeNumber, type FormValues } from '../../platform/forms.ts';

/** The number that a text is, a comma for a point allowed; any other text as it is, for the contract to refuse by name. */
function decimal(text: unknown): unknown {
  const typed = typeof text === 'string' ? text.trim().replace(',', '.') : text;
  return typeof typed === 'string' && /^[+-]?\d{1,3}(\.\d{1,12})?$/.test(typed) ? Number(typed) : text;
}

/** A hub as its form holds it. The form shows every field, so one that is left empty is meant to be empty. */
export function hubOf(values: FormValues): Omit<InputOf<typeof createHub>['body'], 'code'> {
  const source = (values['source'] ?? {}) as FormValues;
  return {
    names: values['names'] ?? {},
    kind: values['kind'],
    country: values['country'],
    latitude: decimal(values['latitude']),
    longitude: decimal(values['longitude']),
    zone: String(values['zone'] ?? '').trim(),
    unlocode: upper(values['unlocode']),
    iata: upper(values['iata']),
    temperatureClasses: values['temperatureClasses'] ?? [],
    minTransferMinutes: wholeNumber(values['minTransferMinutes']),
    storageFenPerTonneDay: wholeNumber(values['storageFenPerTonneDay']),
    confidence: values['confidence'],
    source: { title: source['title'] ?? '', url: source['url'] ?? null, date: source['date'] ?? null },
  } as Omit<InputOf<typeof createHub>['body'], 'code'>;
}

/** Codes are written in capitals and, of UN/LOCODE, often with a space. */
const upper = (code: unknown): string | null =>
  typeof code === 'string' ? code.replaceAll(/\s/g, '').toUpperCase() : null;

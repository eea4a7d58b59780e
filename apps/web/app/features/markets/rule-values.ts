import type { addMarketRule, InputOf, MarketRule } from '@jiechuan/contract';
import type { FormValues } from '../../platform/forms.ts';
import { predicates } from './vocabulary.ts';

type Body = InputOf<typeof addMarketRule>['body'];

/** Words of a line, parted by commas of either script or line ends. */
export const wordsOf = (text: unknown): string[] =>
  typeof text === 'string'
    ? text
        .split(/[,，、;；\n]/)
        .map((word) => word.trim())
        .filter((word) => word !== '')
    : [];

/** A predicate's values as the line of a form. */
export function lineOf(predicate: MarketRule['predicate']): string {
  const field = predicates[predicate.is];
  if (field === null) return '';
  const value = (predicate as unknown as Record<string, string[] | number>)[field];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

/** The predicate that a form's choice and line make; what doesn't fit is for the contract to refuse by name. */
export function predicateOf(values: FormValues): unknown {
  const { is, line, all } = (values['predicate'] ?? {}) as FormValues;
  const field = predicates[is as keyof typeof predicates];
  if (!field) return { is };
  if (field === 'permille' || field === 'days') return { is, [field]: Number(line) };
  const list = wordsOf(line);
  return {
    is,
    [field]: field === 'counts' ? list.map(Number) : list,
    ...(is === 'labelInLanguages' && { all: all === 'on' }),
  };
}

/** The scope that a form makes: what is left empty doesn't narrow. */
export function scopeOf(values: FormValues): Body['scope'] {
  const scope = (values['scope'] ?? {}) as FormValues;
  return {
    hs: wordsOf(scope['hs']),
    exceptHs: wordsOf(scope['exceptHs']),
    categories: wordsOf(scope['categories']),
    kinds: wordsOf(scope['kinds']),
    ingredients: wordsOf(scope['ingredients']),
    animal: scope['animal'] === 'on',
    batteries: scope['batteries'] === 'on',
  };
}

export const sourceOf = (values: FormValues) => ({
  title: '',
  citation: null,
  url: null,
  date: null,
  ...((values['source'] ?? {}) as object),
});

/** What would show it follows from what is asked. */
function evidenceOf(predicate: unknown) {
  const { is, kinds, languages } = predicate as { is?: string; kinds?: string[]; languages?: string[] };
  return { certificates: is === 'certificateOfKind' ? (kinds ?? []) : [], labelLanguages: languages ?? [] };
}

/** A rule as a form holds it. */
export function ruleOf(values: FormValues): Omit<Body, 'code'> {
  const predicate = predicateOf(values);
  return {
    area: values['area'],
    effect: values['effect'],
    scope: scopeOf(values),
    predicate,
    evidence: evidenceOf(predicate),
    requirement: values['requirement'] ?? {},
    source: sourceOf(values),
    validFrom: values['validFrom'] ?? null,
    validTo: values['validTo'] ?? null,
    confidence: values['confidence'],
  } as Omit<Body, 'code'>;
}

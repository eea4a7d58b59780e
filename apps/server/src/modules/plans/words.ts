import type { PlanReason, PlanResult } from '@jiechuan/contract';
import { message } from '../../platform/i18n/messages.ts';

/** How the values of a sentence are put in a language, by their name. */
type Wording = (value: string | number, language: string, hubs: ReadonlyMap<string, string>) => string;

const displayed =
  (type: 'region' | 'language' | 'currency'): Wording =>
  (value, language) =>
    String(value)
      .split(', ')
      .map((code) => {
        try {
          return new Intl.DisplayNames([language], { type }).of(code) ?? code;
        } catch {
          return code;
        }
      })
      .join(language.startsWith('zh') ? '、' : ', ');
const fromCatalogue =
  (group: string): Wording =>
  (value, language) =>
    String(value)
      .split(', ')
      .map((one) => {
        const code = `plans.${group}.${one}`;
        const found = message(language, code);
        return found === code ? one : found;
      })
      .join(language.startsWith('zh') ? '、' : ', ');
const hub: Wording = (value, _language, hubs) =>
  String(value)
    .split(', ')
    .map((id) => hubs.get(id) ?? id)
    .join(', ');
const day: Wording = (value, language) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${value}T00:00:00Z`),
  );
const number: Wording = (value, language) => new Intl.NumberFormat(language).format(Number(value));

const wordings: Partial<Record<string, Wording>> = {
  market: displayed('region'),
  country: displayed('region'),
  languages: displayed('language'),
  currency: displayed('currency'),
  storage: fromCatalogue('storage'),
  pillar: fromCatalogue('pillar'),
  line: fromCatalogue('line'),
  why: fromCatalogue('refusal'),
  kind: fromCatalogue('certificate'),
  kinds: fromCatalogue('certificate'),
  allergens: fromCatalogue('allergen'),
  ingredients: (value) => String(value).replaceAll('-', ' '),
  validUntil: day,
  from: hub,
  to: hub,
  hubs: hub,
  on: day,
  count: number,
  packages: number,
  services: number,
};

/** A sentence in a language. */
export function wordReason(
  { code, params }: PlanReason,
  language: string,
  hubs: ReadonlyMap<string, string> = new Map(),
): string {
  const worded = Object.entries(params).map(([name, value]) => {
    // A plural is chosen by the number itself.
    if (name === 'count' || name === 'days') return [name, value];
    return [name, wordings[name]?.(value, language, hubs) ?? value];
  });
  return message(language, code, Object.fromEntries(worded) as Record<string, string | number>);
}

/** A result as this reader reads it: every sentence in it with its text. What is kept has none. */
export function wordResult(result: PlanResult, language: string): PlanResult {
  const hubs = new Map(
    result.roads.hubs.map(({ id, names }) => [id, names[language] ?? names['en'] ?? names['zh-CN'] ?? id]),
  );
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, put(one)]));
    return isReason(value) ? { ...inner, text: wordReason(value, language, hubs) } : inner;
  };
  return put(result) as PlanResult;
}

const isReason = (value: object): value is PlanReason =>
  'code' in value && typeof value.code === 'string' && 'params' in value && typeof value.params === 'object';

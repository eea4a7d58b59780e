import { amountOf, contractTerms, type ContractLine, type ContractTerms } from '@jiechuan/contract';
import { message } from '../../../platform/i18n/messages.ts';
import { amountIn } from './money.ts';

/** One term that changes: its name, and what it was and becomes in words of a language. */
export interface Delta {
  term: string;
  before: string;
  after: string;
}

/** What an amendment changes, in a language; nothing where the terms say the same. */
export function deltasOf(before: ContractTerms, after: ContractTerms, language: string): Delta[] {
  const say = (name: string, params = {}) => message(language, `contracts.${name}`, params);
  const simple = (Object.keys(contractTerms.shape) as (keyof ContractTerms)[])
    .filter((name) => name !== 'lines' && name !== 'language')
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({
      term: say(`term.${name}`),
      before: worded(before, name, language),
      after: worded(after, name, language),
    }));
  const most = Math.max(before.lines.length, after.lines.length);
  const lines = Array.from({ length: most }, (_, at) => at)
    .filter((at) => JSON.stringify(before.lines[at]) !== JSON.stringify(after.lines[at]))
    .map((at) => ({
      term: say('term.line', { line: at + 1 }),
      before: line(before.lines[at], before.currency, language),
      after: line(after.lines[at], after.currency, language),
    }));
  return [...lines, ...simple];
}

function line(one: ContractLine | undefined, currency: string, language: string): string {
  if (!one) return message(language, 'contracts.none');
  const text = language === 'zh-CN' ? one.description.zh : one.description.other;
  const unit = message(language, `contracts.unit.${one.unit}`);
  return `${text} · ${one.hs6 ?? '–'} · ${one.quantity} ${unit} × ${amountIn(one.unitPriceMinor, currency)} = ${amountIn(one.quantity * one.unitPriceMinor, currency)}`;
}

function worded(terms: ContractTerms, name: keyof ContractTerms, language: string): string {
  const say = (word: string) => message(language, `contracts.${word}`);
  const value = terms[name];
  if (value === null) return say('none');
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (typeof value === 'object' && 'zh' in value) return language === 'zh-CN' ? value.zh : value.other;
  if (name === 'statedAmountMinor') return amountIn(Number(value), terms.currency);
  if (name === 'commissionPpm') return `${Number(value) / 10_000} %`;
  if (name === 'law') return value === 'other' ? say('term.otherLaw') : say(`law.${value}`);
  if (name === 'forum') return value === 'courts' ? say('clause.courts') : say(`forum.${value}`);
  if (name === 'prevailing') return say(`prevailing.${value}`);
  return String(value);
}

/** By how much an amendment moves the amount, in minor units of the amended contract's currency. */
export const amountDelta = (before: ContractTerms, after: ContractTerms): number =>
  amountOf(after) - amountOf(before);

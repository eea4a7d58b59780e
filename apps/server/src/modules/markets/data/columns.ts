import { createHash } from 'node:crypto';
import { ruleScope, type RuleEvidence, type RulePredicate } from '@jiechuan/contract';
import type { ShippedCharge, ShippedHabit, ShippedRule, ShortSource, ThreeTexts } from './shipped.ts';

const hashOf = (fact: object): string =>
  createHash('sha256').update(JSON.stringify(fact)).digest('hex').slice(0, 32);

const textsOf = ([zh, en, ru]: ThreeTexts) => ({ 'zh-CN': zh, en, ru });
const sourceOf = ({ title, citation = null, url = null, date = null }: ShortSource) => ({
  title,
  citation,
  url,
  date,
});
const beginning = (code: string): string => code.slice(0, code.indexOf('-'));

/** What would show that a rule is met follows from what it asks. */
export function evidenceOf(predicate: RulePredicate): RuleEvidence {
  return {
    certificates: predicate.is === 'certificateOfKind' ? predicate.kinds : [],
    labelLanguages:
      predicate.is === 'labelInLanguages' || predicate.is === 'allergensDeclaredIn'
        ? predicate.languages
        : [],
  };
}

/** A shipped rule as its row, ready to be written; the hash tells whether a later edition says something else. */
export const ruleColumns = (rule: ShippedRule) => ({
  code: rule.code,
  area: beginning(rule.code),
  effect: rule.effect,
  scope: JSON.stringify(ruleScope.parse(rule.scope)),
  predicate: JSON.stringify(rule.predicate),
  requirement: JSON.stringify(textsOf(rule.texts)),
  evidence: JSON.stringify(evidenceOf(rule.predicate)),
  source: JSON.stringify(sourceOf(rule.source)),
  valid_from: rule.from ?? null,
  valid_to: rule.to ?? null,
  confidence: rule.confidence,
  shipped_hash: hashOf(rule),
});

export const habitColumns = (habit: ShippedHabit) => ({
  code: habit.code,
  market: beginning(habit.code),
  topic: habit.topic,
  claim: JSON.stringify(textsOf(habit.claim)),
  advice: JSON.stringify(textsOf(habit.advice)),
  scope: JSON.stringify(ruleScope.parse(habit.scope ?? {})),
  check: habit.check ? JSON.stringify(habit.check) : null,
  source: JSON.stringify(sourceOf(habit.source)),
  shipped_hash: hashOf(habit),
});

/** One row a heading. */
export const chargeColumns = (charge: ShippedCharge) =>
  (charge.hs?.split(' ') ?? ['']).map((hs) => ({
    area: charge.area,
    kind: charge.kind,
    name: charge.name ?? '',
    hs,
    valid_from: charge.from ?? '-infinity',
    valid_to: null,
    rate: charge.rate && JSON.stringify(charge.rate),
    note: JSON.stringify(charge.note ? textsOf(charge.note) : {}),
    source: JSON.stringify(sourceOf(charge.source)),
    confidence: charge.confidence,
    shipped_hash: hashOf(charge),
  }));

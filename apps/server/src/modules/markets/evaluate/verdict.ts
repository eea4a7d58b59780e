import type { Entry, Outcome, RuleEffect, RulePredicate, RuleScope } from '@jiechuan/contract';
import { ask, type Answer, type Question } from './predicates.ts';
import { scopeApplies } from './scope.ts';

/**
 * One rule or habit against one product: null where it doesn't speak of it. Where that itself can't be told,
 * only a product that would pass anyway passes.
 */
export function check(scope: RuleScope, predicate: RulePredicate, question: Question): Answer | null {
  const applies = scopeApplies(scope, question.facts);
  if (applies === 'no') return null;
  const answer = ask(predicate, question);
  return applies === 'unknown' && answer.outcome === 'gap'
    ? { outcome: 'unknown', reason: { code: 'scopeUnknown', params: {} } }
    : answer;
}

/**
 * What all checks come to: a blocking rule that isn't met refuses, one that can't be judged leaves it
 * unknown; any other that isn't shown to be met wants a document or another label.
 */
export function entryOf(checks: readonly { effect: RuleEffect; outcome: Outcome }[]): Entry {
  const blocking = checks.filter(({ effect }) => effect === 'blocks');
  if (blocking.some(({ outcome }) => outcome === 'gap')) return 'refused';
  if (blocking.some(({ outcome }) => outcome === 'unknown')) return 'unknown';
  return checks.some(({ outcome }) => outcome !== 'pass') ? 'needsDocuments' : 'clear';
}

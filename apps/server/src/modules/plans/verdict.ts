import type { Pillar, PlanReason, PlanResult, PlanVerdict } from '@jiechuan/contract';
import { notResearched, reason } from './reason.ts';

/**
 * The answer in one word, the gravest first: a rule refuses; no road lasts; a blocking rule can't be judged; a pillar is
 * empty; papers are missing; ready. Habits have no voice here.
 */
export function verdictOf(facts: {
  entry: PlanResult['entry'];
  roadFound: boolean;
  pillars: readonly Pillar[];
  checks: PlanResult['checks'];
  roadReasons: readonly PlanReason[];
}): { verdict: PlanVerdict; reasons: PlanReason[] } {
  const failing = facts.checks.filter(({ outcome }) => outcome !== 'pass');
  const rules = (outcome: 'gap' | 'unknown', blocking: boolean): PlanReason[] =>
    failing
      .filter((check) => check.outcome === outcome && (check.effect === 'blocks') === blocking)
      .map((check) =>
        check.reason.code === notResearched
          ? reason('rule.notResearched', { rule: check.code })
          : reason(`rule.${outcome}`, {
              rule: check.code,
              title: [check.source.title, check.source.citation].filter(Boolean).join(', '),
            }),
      );
  const empty = facts.pillars
    .filter(({ state }) => state === 'empty')
    .map(({ pillar }): PlanReason => reason('pillarEmpty', { pillar }));
  const all = {
    refused: rules('gap', true),
    noRoad: facts.roadFound ? [] : [...facts.roadReasons],
    unknown: rules('unknown', true),
    notReady: empty,
    needsDocuments: [...rules('gap', false), ...rules('unknown', false)],
  };
  const verdict: PlanVerdict =
    facts.entry === 'refused'
      ? 'refused'
      : !facts.roadFound
        ? 'noRoad'
        : facts.entry === 'unknown'
          ? 'unknown'
          : empty.length > 0
            ? 'notReady'
            : facts.entry === 'needsDocuments'
              ? 'needsDocuments'
              : 'ready';
  return { verdict, reasons: Object.values(all).flat().slice(0, 40) };
}

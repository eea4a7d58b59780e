import type {
  CheckReason,
  FlaggedHabit,
  PlanCheck,
  PlanHabit,
  PlanReason,
  RuleCheck,
} from '@jiechuan/contract';

/** A market's reason among the plan's own: lists as one text, its code in the market's catalogue. */
const reasonOf = ({ code, params }: CheckReason): PlanReason => ({
  code: `markets.check.${code}`,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  ),
});

export const presentCheck = (check: RuleCheck): PlanCheck => ({
  ruleId: check.ruleId,
  code: check.code,
  effect: check.effect,
  outcome: check.outcome,
  reason: reasonOf(check.reason),
  requirement: check.requirement,
  evidence: check.evidence,
  source: check.citation,
  validFrom: check.validFrom,
  validTo: check.validTo,
  review: check.review,
  confidence: check.confidence,
});

export function presentHabit(habit: FlaggedHabit): PlanHabit {
  const counted = habit.voices.filter(({ earlierWording }) => !earlierWording);
  const by = (wanted: string) =>
    counted
      .filter(({ voice }) => voice === wanted)
      .map(({ organisationNames }) => organisationNames ?? {})
      .slice(0, 20);
  return {
    habitId: habit.id,
    topic: habit.topic,
    status: habit.status,
    claim: habit.claim,
    advice: habit.advice,
    source: habit.source,
    applies: habit.outcome === 'gap',
    confirmedBy: by('confirms'),
    contestedBy: by('contests'),
  };
}

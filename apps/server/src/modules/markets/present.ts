import type { FlaggedHabit, HabitNote, HabitStatus, MarketRule, RuleCheck } from '@jiechuan/contract';
import type { Answer } from './evaluate/predicates.ts';
import type { HabitRow, RuleRow, Texts, VoiceRow } from './tables.ts';

const reviewOf = (row: RuleRow): MarketRule['review'] =>
  row.reviewed_at && { person: row.reviewed_by_name ?? '—', at: row.reviewed_at.toISOString() };

export const presentRule = (row: RuleRow): MarketRule => ({
  id: row.id,
  code: row.code,
  area: row.area,
  effect: row.effect,
  scope: row.scope,
  predicate: row.predicate,
  requirement: row.requirement,
  evidence: row.evidence,
  source: row.source,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  confidence: row.confidence,
  review: reviewOf(row),
  shipped: row.shipped_hash !== null,
  updatedAt: row.updated_at.toISOString(),
  version: row.version,
});

/** One line of a checklist. */
export const presentCheck = (row: RuleRow, { outcome, reason }: Answer): RuleCheck => ({
  ruleId: row.id,
  code: row.code,
  area: row.area,
  effect: row.effect,
  outcome,
  reason,
  requirement: row.requirement,
  evidence: row.evidence,
  citation: row.source,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  review: reviewOf(row),
  confidence: row.confidence,
});

const counts = (habit: HabitRow, voice: VoiceRow): boolean => voice.habit_version >= habit.wording_version;

/** One voice against is enough to contest; nothing is confirmed by silence. */
export function statusOf(habit: HabitRow, voices: readonly VoiceRow[]): HabitStatus {
  const counted = voices.filter((voice) => counts(habit, voice));
  if (counted.some(({ voice }) => voice === 'contests')) return 'contested';
  return counted.length > 0 ? 'confirmed' : 'unconfirmed';
}

/** @param names of the organisations that spoke; null where the reader may not read about single members */
export const presentHabit = (
  row: HabitRow,
  voices: readonly VoiceRow[],
  names: ReadonlyMap<string, Texts> | null,
): HabitNote => ({
  id: row.id,
  market: row.market,
  topic: row.topic,
  claim: row.claim,
  advice: row.advice,
  scope: row.scope,
  check: row.check,
  source: row.source,
  status: statusOf(row, voices),
  voices: voices.map((one) => ({
    organisationId: one.organisation_id,
    organisationNames: names?.get(one.organisation_id) ?? null,
    person: names && one.person_name,
    voice: one.voice,
    note: one.note,
    at: one.at.toISOString(),
    earlierWording: !counts(row, one),
  })),
  shipped: row.shipped_hash !== null,
  updatedAt: row.updated_at.toISOString(),
  version: row.version,
});

export const presentFlagged = (note: HabitNote, answer: Answer | null): FlaggedHabit => ({
  ...note,
  outcome: answer?.outcome ?? null,
  reason: answer?.reason ?? null,
});

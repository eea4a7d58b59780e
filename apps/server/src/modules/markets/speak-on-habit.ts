import type { HabitNote, Voice } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { deleteVoice, lockHabit, putVoice } from './habit.sql.ts';
import { presentHabits } from './list-habits.ts';
import { marketsProblems } from './problems.ts';
import type { HabitRow } from './tables.ts';
import type { MarketsWiring } from './wiring.ts';

type Wiring = Pick<MarketsWiring, 'organisationNames' | 'countryOf'>;

/**
 * The habit and whose voice this is: only an admitted member at home in that market has one.
 * @throws Problem platform.notFound, markets.habitElsewhere
 */
async function lockAsMember(
  trx: Db,
  actor: Actor,
  id: string,
  wiring: Wiring,
): Promise<{ habit: HabitRow; organisationId: string }> {
  const habit = await lockHabit(trx, id);
  if (!habit) throw new Problem(problems.notFound);
  const { organisationId } = actor;
  if (organisationId === null || (await wiring.countryOf(trx, organisationId)) !== habit.market)
    throw new Problem(marketsProblems.habitElsewhere, { market: habit.market });
  return { habit, organisationId };
}

/** Confirms or contests a habit in an organisation's name: one voice each, the last word counts. */
export async function speakOnHabit(
  trx: Db,
  actor: Actor,
  input: { id: string; voice: Voice; note: string | null },
  wiring: Wiring,
): Promise<HabitNote> {
  const { habit, organisationId } = await lockAsMember(trx, actor, input.id, wiring);
  const { voice, note } = input;
  await putVoice(trx, {
    habit_id: habit.id,
    organisation_id: organisationId,
    voice,
    note,
    habit_version: habit.version,
    person_id: actor.userId,
    person_name: actor.userName,
  });
  await recordAudit(trx, actor, {
    action: 'markets.speakOnHabit',
    subjectKind: 'marketHabit',
    subjectId: habit.id,
    before: null,
    after: { organisationId, voice, note, habitVersion: habit.version },
  });
  return (await presentHabits(trx, actor, [habit], wiring))[0]!;
}

/** Takes an organisation's voice back. One that wasn't there is no fault. */
export async function withdrawVoice(trx: Db, actor: Actor, id: string, wiring: Wiring): Promise<HabitNote> {
  const { habit, organisationId } = await lockAsMember(trx, actor, id, wiring);
  await deleteVoice(trx, habit.id, organisationId);
  await recordAudit(trx, actor, {
    action: 'markets.withdrawVoice',
    subjectKind: 'marketHabit',
    subjectId: habit.id,
    before: { organisationId },
    after: null,
  });
  return (await presentHabits(trx, actor, [habit], wiring))[0]!;
}

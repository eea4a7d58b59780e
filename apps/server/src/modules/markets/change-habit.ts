import type { addHabit as addEndpoint, BodyOf, changeHabit as endpoint, HabitNote } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { insertHabit, lockHabit, updateHabit } from './habit.sql.ts';
import { presentHabits, type Names } from './list-habits.ts';
import { findMarket } from './market.sql.ts';
import type { FactChange, HabitRow } from './tables.ts';
import { keepVersion } from './versions.sql.ts';

type Written = Omit<BodyOf<typeof addEndpoint>, 'market'>;

const columnsOf = (habit: Partial<Written>) => ({
  topic: habit.topic,
  claim: habit.claim && JSON.stringify(habit.claim),
  advice: habit.advice && JSON.stringify(habit.advice),
  scope: habit.scope && JSON.stringify(habit.scope),
  check: habit.check === undefined ? undefined : habit.check && JSON.stringify(habit.check),
  source: habit.source && JSON.stringify(habit.source),
});

const contentOf = ({ topic, claim, advice, scope, check, source, ended_at: endedAt }: HabitRow) => ({
  topic,
  claim,
  advice,
  scope,
  check,
  source,
  endedAt,
});

/** What follows every change of a habit: its version and the audit. */
async function keepHabit(
  trx: Db,
  actor: Actor,
  habit: { before: HabitRow | null; after: HabitRow; change: FactChange; action: string },
): Promise<void> {
  const { before, after, change, action } = habit;
  const snapshot = contentOf(after);
  await keepVersion(trx, actor, { id: after.id, version: after.version, change, snapshot });
  await recordAudit(trx, actor, {
    action,
    subjectKind: 'marketHabit',
    subjectId: after.id,
    before: before && contentOf(before),
    after: snapshot,
  });
}

/** Writes a habit down, unconfirmed. @throws Problem markets.marketUnknown */
export async function addHabit(
  trx: Db,
  actor: Actor,
  habit: BodyOf<typeof addEndpoint>,
  wiring: Names,
): Promise<HabitNote> {
  await findMarket(trx, habit.market);
  const after = await insertHabit(trx, {
    id: v7(),
    code: null,
    market: habit.market,
    topic: habit.topic,
    claim: JSON.stringify(habit.claim),
    advice: JSON.stringify(habit.advice),
    scope: JSON.stringify(habit.scope),
    check: habit.check && JSON.stringify(habit.check),
    source: JSON.stringify(habit.source),
    shipped_hash: null,
  });
  await keepHabit(trx, actor, { before: null, after, change: 'added', action: 'markets.addHabit' });
  return (await presentHabits(trx, actor, [after], wiring))[0]!;
}

/**
 * Changes what is named. A new claim or advice waits for new voices: those given were about other words.
 * @throws Problem platform.notFound, platform.staleVersion
 */
export async function changeHabit(
  trx: Db,
  actor: Actor,
  input: { id: string; expectedVersion: number; change: BodyOf<typeof endpoint> },
  wiring: Names,
): Promise<HabitNote> {
  const { change } = input;
  const before = await lockHabit(trx, input.id);
  if (!before) throw new Problem(problems.notFound);
  if (before.version !== input.expectedVersion)
    throw new Problem(problems.staleVersion, { current: before.version });
  const version = before.version + 1;
  const reworded = change.claim !== undefined || change.advice !== undefined;
  const after = await updateHabit(trx, before.id, {
    ...columnsOf(change),
    shipped_hash: null,
    version,
    ...(reworded && { wording_version: version }),
  });
  await keepHabit(trx, actor, { before, after, change: 'changed', action: 'markets.changeHabit' });
  return (await presentHabits(trx, actor, [after], wiring))[0]!;
}

/** Takes a habit out of what is told; its history and the reason are kept. @throws Problem platform.notFound */
export async function endHabit(trx: Db, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const before = await lockHabit(trx, input.id);
  if (!before) throw new Problem(problems.notFound);
  const change = { ended_at: new Date(), shipped_hash: null, version: before.version + 1 };
  const after = await updateHabit(trx, before.id, change);
  await keepHabit(trx, actor, { before, after, change: 'ended', action: 'markets.endHabit' });
  await recordAudit(trx, actor, {
    action: 'markets.endHabit',
    subjectKind: 'marketHabit',
    subjectId: after.id,
    before: null,
    after: { reason: input.reason },
  });
}

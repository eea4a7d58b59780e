import type { BodyOf, Introduction as Presented, passIntroduction as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { findIntroduction, insertStep, isOpen, resting, type Introduction } from './introduction.sql.ts';
import { presentIntroduction } from './present-introduction.ts';
import { networkProblems } from './problems.ts';
import { ownOrganisation } from './relation.sql.ts';
import { network, type StepRow } from './tables.ts';
import { tellOf, type TellGround } from './tell.ts';
import { directTrust } from './ways.sql.ts';

/** Most organisations that an introduction leads through before it comes to the one asked for. */
const mostBetween = 2;

/**
 * An introduction that waits for the actor's organisation, locked, with its step.
 * @throws Problem platform.notFound, network.notToAnswer where another's turn it is or it was answered, network.tooLate
 */
async function toAnswer(
  trx: Db,
  actor: Actor,
  id: string,
): Promise<{ introduction: Introduction; step: StepRow; now: Date }> {
  const introduction = await findIntroduction(trx, actor, id, { lock: true });
  const step = introduction.steps.find((one) => one.organisation_id === ownOrganisation(actor));
  if (!step || step.answer !== null) throw new Problem(networkProblems.notToAnswer);
  const now = new Date();
  if (!isOpen(introduction, now)) throw new Problem(networkProblems.tooLate);
  return { introduction, step, now };
}

const answer = (trx: Db, step: StepRow, change: Pick<StepRow, 'answer' | 'note'>, at: Date) =>
  network(trx)
    .updateTable('introduction_step')
    .set({ ...change, answered_at: at })
    .where('introduction_id', '=', step.introduction_id)
    .where('position', '=', step.position)
    .execute();

/**
 * Passes an introduction on: to the one asked for, or to an acquaintance who knows them, once.
 * @throws Problem as `toAnswer`; network.notToPass for the one asked for; network.noSuchWay, network.introducerResting
 */
export async function passIntroduction(
  trx: Db,
  actor: Actor,
  { id, to, note }: { id: string } & BodyOf<typeof endpoint>,
  ground: TellGround,
): Promise<Presented> {
  const { introduction, step, now } = await toAnswer(trx, actor, id);
  const { asker_id: asker, target_id: target } = introduction.row;
  const own = step.organisation_id;
  if (own === target) throw new Problem(networkProblems.notToPass);
  const before = [asker, ...introduction.steps.map((one) => one.organisation_id)];
  const leads =
    (await directTrust(trx, own, to)) !== null &&
    (to === target || (step.position < mostBetween && (await directTrust(trx, to, target)) !== null));
  if (before.includes(to) || !leads) throw new Problem(networkProblems.noSuchWay);
  if (to !== target && (await resting(trx)).includes(to))
    throw new Problem(networkProblems.introducerResting);
  await answer(trx, step, { answer: 'passed', note }, now);
  await insertStep(trx, { introduction_id: id, position: step.position + 1, organisation_id: to }, now);
  await tellOf(trx, ground, {
    id,
    template: to === target ? 'network.wanted' : 'network.asked',
    to: [to],
    asker,
    target,
  });
  await recordAudit(trx, actor, {
    action: 'network.passIntroduction',
    subjectKind: 'introduction',
    subjectId: id,
    before: null,
    after: { to },
  });
  return presentIntroduction(trx, actor, id);
}

/**
 * The one asked for agrees: both ends and whoever passed it on are told.
 * @throws Problem as `toAnswer`; network.notToAgree for who only passes on
 */
export async function agreeToIntroduction(
  trx: Db,
  actor: Actor,
  id: string,
  ground: TellGround,
): Promise<Presented> {
  const { introduction, step, now } = await toAnswer(trx, actor, id);
  const { asker_id: asker, target_id: target } = introduction.row;
  if (step.organisation_id !== target) throw new Problem(networkProblems.notToAgree);
  await answer(trx, step, { answer: 'agreed', note: null }, now);
  await network(trx)
    .updateTable('introduction')
    .set({ state: 'introduced', introduced_at: now })
    .where('id', '=', id)
    .execute();
  const told = [asker, ...introduction.steps.map((one) => one.organisation_id)];
  await tellOf(trx, ground, { id, template: 'network.introduced', to: told, asker, target });
  await recordAudit(trx, actor, {
    action: 'network.agreeToIntroduction',
    subjectKind: 'introduction',
    subjectId: id,
    before: { state: 'open' },
    after: { state: 'introduced' },
  });
  return presentIntroduction(trx, actor, id);
}

/** Declines in one's turn. To everybody else it goes on to wait until it expires. @throws Problem as `toAnswer` */
export async function declineIntroduction(trx: Db, actor: Actor, id: string): Promise<void> {
  const { step, now } = await toAnswer(trx, actor, id);
  await answer(trx, step, { answer: 'declined', note: null }, now);
  await recordAudit(trx, actor, {
    action: 'network.declineIntroduction',
    subjectKind: 'introduction',
    subjectId: id,
    before: null,
    after: { answer: 'declined' },
  });
}

/** The asker takes it back. @throws Problem platform.notFound, network.notToAnswer for others, network.tooLate */
export async function withdrawIntroduction(trx: Db, actor: Actor, id: string): Promise<void> {
  const introduction = await findIntroduction(trx, actor, id, { lock: true });
  if (introduction.row.asker_id !== actor.organisationId) throw new Problem(networkProblems.notToAnswer);
  if (!isOpen(introduction, new Date())) throw new Problem(networkProblems.tooLate);
  await network(trx).updateTable('introduction').set({ state: 'withdrawn' }).where('id', '=', id).execute();
  await recordAudit(trx, actor, {
    action: 'network.withdrawIntroduction',
    subjectKind: 'introduction',
    subjectId: id,
    before: { state: 'open' },
    after: { state: 'withdrawn' },
  });
}

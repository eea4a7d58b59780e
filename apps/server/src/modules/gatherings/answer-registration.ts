import type {
  answerRegistration as endpoint,
  BodyOf,
  giveFeedback as feedback,
  OwnRegistration,
  Registration,
} from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { isOn, keeps, lockGathering, placesTaken } from './gathering.sql.ts';
import { leaveMeetings } from './meetings/leave-meetings.ts';
import { moveUp } from './move-up.ts';
import { presentOwn, presentRegistrations } from './present.ts';
import { gatheringsProblems } from './problems.ts';
import { lockOwn, saveRegistration } from './registration.sql.ts';
import { gatherings, type RegistrationRow } from './tables.ts';
import { tell, type TellGround } from './tell.ts';

/**
 * Approves or refuses a registration, as often as the host thinks better of it: approved without a free place it waits,
 * and a place that is taken back goes to the first who waits.
 * @throws Problem platform.notFound, gatherings.notAnnounced, gatherings.notToAnswer
 */
export async function answerRegistration(
  trx: Db,
  actor: Actor,
  { id, answer }: { id: string } & BodyOf<typeof endpoint>,
  ground: TellGround,
): Promise<Registration> {
  const known = await findRegistration(trx, id);
  const gathering = known && (await lockGathering(trx, known.gathering_id));
  if (!gathering || !keeps(actor, gathering)) throw new Problem(problems.notFound);
  // Again, now that nobody else can change it.
  const row = (await findRegistration(trx, id))!;
  if (!isOn(gathering)) throw new Problem(gatheringsProblems.notAnnounced);
  const answered = answer === 'approved' ? ['approved', 'waiting'] : ['refused'];
  if (row.state === 'withdrawn' || answered.includes(row.state))
    throw new Problem(gatheringsProblems.notToAnswer);
  const full = (await placesTaken(trx, gathering.id)) >= gathering.capacity;
  const state = answer === 'refused' ? 'refused' : full ? 'waiting' : 'approved';
  const saved = await saveRegistration(trx, id, { state });
  await recordAudit(trx, actor, {
    action: 'gatherings.answerRegistration',
    subjectKind: 'gathering_registration',
    subjectId: id,
    before: { state: row.state },
    after: { state },
  });
  await tell(trx, ground, row.organisation_id, {
    template: `gatherings.${state}`,
    gathering,
    page: state === 'approved' ? '/agenda' : '',
    params: { who: row.person },
  });
  if (row.state === 'approved') await giveUpPlace(trx, row, ground);
  return (await presentRegistrations(trx, [saved]))[0]!;
}

const findRegistration = (trx: Db, id: string): Promise<RegistrationRow | undefined> =>
  gatherings(trx).selectFrom('gathering_registration').selectAll().where('id', '=', id).executeTakeFirst();

/** What follows when somebody doesn't come after all: the first who waits does, and nobody waits at a table for them. */
async function giveUpPlace(trx: Db, row: RegistrationRow, ground: TellGround): Promise<void> {
  const gathering = await lockGathering(trx, row.gathering_id);
  await leaveMeetings(trx, gathering, row.organisation_id, ground);
  await moveUp(trx, gathering, ground);
}

/** Takes one's registration back. @throws Problem platform.notFound, gatherings.notToWithdraw */
export async function withdrawRegistration(
  trx: Db,
  actor: Actor,
  id: string,
  ground: TellGround,
): Promise<OwnRegistration> {
  const { row, gathering } = await lockOwn(trx, actor, id);
  if (!['asked', 'approved', 'waiting'].includes(row.state) || !isOn(gathering))
    throw new Problem(gatheringsProblems.notToWithdraw);
  const saved = await saveRegistration(trx, id, { state: 'withdrawn', calendar_hash: null });
  if (row.state === 'approved') await giveUpPlace(trx, row, ground);
  return (await presentOwn(trx, [saved]))[0]!;
}

/**
 * Keeps what somebody says of a gathering, once.
 * @throws Problem platform.notFound, gatherings.notApproved, gatherings.notBegun, gatherings.feedbackGiven
 */
export async function giveFeedback(
  trx: Db,
  actor: Actor,
  { id, rating, text }: { id: string } & BodyOf<typeof feedback>,
): Promise<OwnRegistration> {
  const { row, gathering } = await lockOwn(trx, actor, id);
  if (row.state !== 'approved') throw new Problem(gatheringsProblems.notApproved);
  if (gathering.starts_at.getTime() > Date.now()) throw new Problem(gatheringsProblems.notBegun);
  if (row.rating !== null) throw new Problem(gatheringsProblems.feedbackGiven);
  return (await presentOwn(trx, [await saveRegistration(trx, id, { rating, feedback: text })]))[0]!;
}

import type { askForIntroduction as endpoint, BodyOf, Introduction } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { organisationCards } from '../members/index.ts';
import {
  againAfterDays,
  countAsked,
  insertStep,
  lastAsked,
  mostAsked,
  oneAskAtATime,
  openDays,
  resting,
} from './introduction.sql.ts';
import { presentIntroduction } from './present-introduction.ts';
import { networkProblems } from './problems.ts';
import { ownOrganisation } from './relation.sql.ts';
import { network } from './tables.ts';
import { tellOf, type TellGround } from './tell.ts';
import { directTrust, leadsTo } from './ways.sql.ts';

const day = 86_400_000;

/**
 * Asks an acquaintance to introduce the actor's organisation to a member. Limits count what was asked, never what was
 * answered, so that none of them tells of a refusal.
 * @throws Problem network.withOneself, network.noSuchMember, network.knownAlready, network.askedAlready,
 * network.tooManyAsked, network.noSuchWay, network.introducerResting
 */
export async function askForIntroduction(
  trx: Db,
  actor: Actor,
  { organisationId: to, through, purpose }: BodyOf<typeof endpoint>,
  ground: TellGround,
): Promise<Introduction> {
  const own = ownOrganisation(actor);
  if (to === own || through === own || through === to) throw new Problem(networkProblems.withOneself);
  const cards = await organisationCards(trx, [to, through]);
  if (!cards.has(to) || !cards.has(through)) throw new Problem(networkProblems.noSuchMember);
  await oneAskAtATime(trx, own);
  const now = new Date();
  const last = await lastAsked(trx, own, to);
  const again = last && new Date(last.getTime() + againAfterDays * day);
  if (again && again > now)
    throw new Problem(networkProblems.askedAlready, { date: again.toISOString().slice(0, 10) });
  if ((await countAsked(trx, own)) >= mostAsked)
    throw new Problem(networkProblems.tooManyAsked, { most: mostAsked, days: openDays });
  if ((await directTrust(trx, own, to)) !== null) throw new Problem(networkProblems.knownAlready);
  const spared = await resting(trx);
  if (spared.includes(through)) throw new Problem(networkProblems.introducerResting);
  const way = { from: through, to, without: [own, ...spared] };
  if ((await directTrust(trx, own, through)) === null || !(await leadsTo(trx, way)))
    throw new Problem(networkProblems.noSuchWay);
  const row = await network(trx)
    .insertInto('introduction')
    .values({
      id: v7(),
      asker_id: own,
      target_id: to,
      purpose,
      state: 'open',
      asked_at: now,
      expires_at: new Date(now.getTime() + openDays * day),
      introduced_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await insertStep(trx, { introduction_id: row.id, position: 1, organisation_id: through }, now);
  await tellOf(trx, ground, { id: row.id, template: 'network.asked', to: [through], asker: own, target: to });
  await recordAudit(trx, actor, {
    action: 'network.askForIntroduction',
    subjectKind: 'introduction',
    subjectId: row.id,
    before: null,
    after: { organisationId: to, through },
  });
  return presentIntroduction(trx, actor, row.id);
}

import type { applyForMembership as endpoint, Application, BodyOf } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { attachEvidence, insertApplication } from './admission.sql.ts';
import { stateAfter } from './admission-states.ts';
import { readApplication } from './get-application.ts';
import { recordMove, type MoveGround } from './move-organisation.ts';
import {
  changeOrganisation,
  findOrganisation,
  insertOrganisation,
  lockOrganisation,
  type Organisation,
} from './organisation.sql.ts';
import { textIn } from '../../platform/i18n/text-in.ts';
import { membersProblems } from './problems.ts';
import { wholeProfileColumns } from './profile-columns.ts';
import { reindexOrganisation } from './reindex-organisation.ts';

/** Makes the person owner of the organisation, where people and their organisations are kept. */
export type CreateOwner = (
  trx: Db,
  organisation: { id: string; name: string; ownerUserId: string },
) => Promise<unknown>;

/**
 * A signed-in person applies; an organisation that was refused or has left applies again with the same id.
 * @throws Problem members.alreadyApplied, members.alreadyMember, members.creditCodeTaken,
 *   members.evidenceUnknown, members.countryUnknown, members.placeUnknown, platform.forbidden
 */
export async function applyForMembership(
  trx: Db,
  actor: Actor,
  input: BodyOf<typeof endpoint>,
  ground: MoveGround & { createOwner: CreateOwner },
): Promise<Application> {
  if (!actor.userId) throw new Problem(problems.signInFirst);
  const { kind, answers, evidence, ...profile } = input;
  const earlier = await earlierOrganisation(trx, actor);
  const fields = { kind, state: 'applying' as const, ...wholeProfileColumns(profile) };
  const organisation = { id: earlier?.id ?? v7(), kind, names: profile.names, contact: profile.contact };
  if (earlier) {
    await changeOrganisation(trx, earlier.id, { ...fields, version: earlier.version + 1 });
  } else {
    await insertOrganisation(trx, {
      id: organisation.id,
      sort_key: '',
      search: '',
      search_text: '',
      admitted_at: null,
      ...fields,
    });
  }
  const applicationId = v7();
  await insertApplication(trx, {
    id: applicationId,
    organisationId: organisation.id,
    answers,
    language: actor.language,
    submittedBy: actor.userId,
  });
  await attachEvidence(
    trx,
    actor,
    { id: applicationId, organisation_id: organisation.id, questionId: null },
    evidence,
  );
  await reindexOrganisation(trx, organisation.id);
  if (!earlier) {
    const name = textIn(profile.names, 'zh-CN');
    await ground.createOwner(trx, { id: organisation.id, name, ownerUserId: actor.userId });
  }
  const from = earlier?.state ?? null;
  await recordMove(
    trx,
    actor,
    organisation,
    { from, to: 'applying', move: 'apply', reason: answers.purpose },
    ground,
  );
  return readApplication(trx, { ...actor, organisationId: organisation.id }, applicationId);
}

/** The organisation the person acts for already; only a refused or departed one may apply again. */
async function earlierOrganisation(trx: Db, actor: Actor): Promise<Organisation | undefined> {
  if (!actor.organisationId || !(await findOrganisation(trx, actor.organisationId))) return undefined;
  const earlier = await lockOrganisation(trx, actor.organisationId);
  if (stateAfter(earlier.state, 'apply') === undefined) {
    throw new Problem(
      earlier.state === 'applying' ? membersProblems.alreadyApplied : membersProblems.alreadyMember,
    );
  }
  if (actor.organisationRole === 'member') throw new Problem(problems.forbidden);
  return earlier;
}

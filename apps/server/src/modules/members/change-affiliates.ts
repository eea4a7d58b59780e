import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { authorise, authoriseFor } from '../../platform/policy.ts';
import { deleteAffiliation, insertAffiliation } from './affiliation.sql.ts';
import { changeOrganisation, findOrganisation, lockOrganisation } from './organisation.sql.ts';
import { membersPolicy } from './policy.ts';
import { membersProblems } from './problems.ts';

interface Affiliation {
  associationId: string;
  memberId: string;
}

/**
 * An association names an admitted member as one of its own; naming it twice changes nothing.
 * @throws Problem platform.notFound, members.notAssociation, members.affiliateUnknown
 */
export async function addAffiliate(trx: Db, actor: Actor, input: Affiliation): Promise<void> {
  authoriseFor(membersPolicy, actor, 'members.addAffiliate', input.associationId);
  const association = await findOrganisation(trx, input.associationId);
  if (!association) throw new Problem(problems.notFound);
  if (association.kind !== 'association') throw new Problem(membersProblems.notAssociation);
  const member = await findOrganisation(trx, input.memberId);
  if (member?.state !== 'admitted' || member.id === association.id) {
    throw new Problem(membersProblems.affiliateUnknown);
  }
  if (!(await insertAffiliation(trx, input))) return;
  await noteChange(trx, actor, input, 'members.addAffiliate');
}

/** The association or the member itself ends it. @throws Problem platform.notFound */
export async function removeAffiliate(trx: Db, actor: Actor, input: Affiliation): Promise<void> {
  const extent = authorise(membersPolicy, actor, 'members.removeAffiliate');
  const own = [input.associationId, input.memberId];
  if (extent === 'own' && !own.includes(actor.organisationId ?? '')) throw new Problem(problems.notFound);
  if (!(await deleteAffiliation(trx, input))) throw new Problem(problems.notFound);
  await noteChange(trx, actor, input, 'members.removeAffiliate');
}

async function noteChange(trx: Db, actor: Actor, input: Affiliation, action: string): Promise<void> {
  // In the order of ids, so that two such changes at once can't wait for each other.
  for (const id of [input.associationId, input.memberId].toSorted()) {
    const { version } = await lockOrganisation(trx, id);
    await changeOrganisation(trx, id, { version: version + 1 });
  }
  const named = { memberId: input.memberId };
  await recordAudit(trx, actor, {
    action,
    subjectKind: 'organisation',
    subjectId: input.associationId,
    before: action === 'members.removeAffiliate' ? named : null,
    after: action === 'members.addAffiliate' ? named : null,
  });
}

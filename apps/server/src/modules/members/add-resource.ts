import type { addResource as endpoint, BodyOf, MemberResource } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { changeOrganisation, lockOrganisation, resourcesOf } from './organisation.sql.ts';
import { membersPolicy } from './policy.ts';
import { presentResource } from './present.ts';
import { membersProblems } from './problems.ts';
import { reindexOrganisation } from './reindex-organisation.ts';
import { insertResource } from './resource.sql.ts';
import { resourceColumnsOf } from './resource-columns.ts';

/** Resources an organisation may offer. */
const limit = 200;

/**
 * Offers a resource in the organisation's name: whose it is stands on every line.
 * @throws Problem platform.notFound, members.countryUnknown, members.tooManyResources
 */
export async function addResource(
  trx: Db,
  actor: Actor,
  input: { organisationId: string; resource: BodyOf<typeof endpoint> },
): Promise<MemberResource> {
  const { organisationId, resource } = input;
  authoriseFor(membersPolicy, actor, 'members.addResource', organisationId);
  const organisation = await lockOrganisation(trx, organisationId);
  if ((await resourcesOf(trx, organisationId)).length >= limit) {
    throw new Problem(membersProblems.tooManyResources, { limit });
  }
  const id = v7();
  await insertResource(trx, {
    organisation_id: organisationId,
    id,
    demo: organisation.demo,
    ...resourceColumnsOf(resource),
  });
  await changeOrganisation(trx, organisationId, { version: organisation.version + 1 });
  await reindexOrganisation(trx, organisationId);
  const added = (await resourcesOf(trx, organisationId)).find((one) => one.id === id)!;
  const presented = presentResource(added, actor);
  await recordAudit(trx, actor, {
    action: 'members.addResource',
    subjectKind: 'resource',
    subjectId: id,
    before: null,
    after: presented,
  });
  return presented;
}

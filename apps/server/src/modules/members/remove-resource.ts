import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { changeOrganisation, lockOrganisation } from './organisation.sql.ts';
import { membersPolicy } from './policy.ts';
import { presentResource } from './present.ts';
import { reindexOrganisation } from './reindex-organisation.ts';
import { deleteResource, lockResource } from './resource.sql.ts';

/** No longer offers a resource. @throws Problem platform.notFound */
export async function removeResource(
  trx: Db,
  actor: Actor,
  input: { organisationId: string; id: string },
): Promise<void> {
  const { organisationId, id } = input;
  authoriseFor(membersPolicy, actor, 'members.removeResource', organisationId);
  const organisation = await lockOrganisation(trx, organisationId);
  const row = await lockResource(trx, organisationId, id);
  if (!row) throw new Problem(problems.notFound);
  await deleteResource(trx, organisationId, id);
  await changeOrganisation(trx, organisationId, { version: organisation.version + 1 });
  await reindexOrganisation(trx, organisationId);
  await recordAudit(trx, actor, {
    action: 'members.removeResource',
    subjectKind: 'resource',
    subjectId: id,
    before: presentResource(row, actor),
    after: null,
  });
}

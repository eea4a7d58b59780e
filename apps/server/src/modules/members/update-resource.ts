import type { BodyOf, MemberResource, updateResource as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { changeOrganisation, lockOrganisation, refuseStale } from './organisation.sql.ts';
import { membersPolicy } from './policy.ts';
import { presentResource } from './present.ts';
import { reindexOrganisation } from './reindex-organisation.ts';
import { changeResource, lockResource } from './resource.sql.ts';
import { resourceColumnsOf } from './resource-columns.ts';

/**
 * Edits an offered resource; only what is named changes.
 * @throws Problem platform.notFound, platform.staleVersion, members.countryUnknown
 */
export async function updateResource(
  trx: Db,
  actor: Actor,
  input: { organisationId: string; id: string; expectedVersion: number; change: BodyOf<typeof endpoint> },
): Promise<MemberResource> {
  const { organisationId, id } = input;
  authoriseFor(membersPolicy, actor, 'members.updateResource', organisationId);
  const organisation = await lockOrganisation(trx, organisationId);
  const row = await lockResource(trx, organisationId, id);
  if (!row) throw new Problem(problems.notFound);
  refuseStale(row, input.expectedVersion);
  const before = presentResource(row, actor);
  const change = resourceColumnsOf({ ...before, contact: row.contact, ...input.change });
  await changeResource(trx, organisationId, id, { ...change, version: row.version + 1 });
  await changeOrganisation(trx, organisationId, { version: organisation.version + 1 });
  await reindexOrganisation(trx, organisationId);
  const after = presentResource((await lockResource(trx, organisationId, id))!, actor);
  await recordAudit(trx, actor, {
    action: 'members.updateResource',
    subjectKind: 'resource',
    subjectId: id,
    before,
    after,
  });
  return after;
}

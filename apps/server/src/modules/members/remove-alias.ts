import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { deleteAlias } from './alias.sql.ts';
import { changeOrganisation, lockOrganisation } from './organisation.sql.ts';
import { membersPolicy } from './policy.ts';
import { presentAlias } from './present.ts';
import { reindexOrganisation } from './reindex-organisation.ts';

/** Removes a spelling; the organisation is no longer found by it. @throws Problem platform.notFound */
export async function removeAlias(
  trx: Db,
  actor: Actor,
  input: { organisationId: string; aliasId: string },
): Promise<void> {
  const { organisationId } = input;
  authoriseFor(membersPolicy, actor, 'members.removeAlias', organisationId);
  const organisation = await lockOrganisation(trx, organisationId);
  const removed = await deleteAlias(trx, organisationId, input.aliasId);
  if (!removed) throw new Problem(problems.notFound);
  await changeOrganisation(trx, organisationId, { version: organisation.version + 1 });
  await reindexOrganisation(trx, organisationId);
  await recordAudit(trx, actor, {
    action: 'members.removeAlias',
    subjectKind: 'organisation',
    subjectId: organisationId,
    before: presentAlias(removed),
    after: null,
  });
}

import type { addAlias as endpoint, BodyOf, OrganisationAlias } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { insertAlias } from './alias.sql.ts';
import { aliasesOf, changeOrganisation, lockOrganisation } from './organisation.sql.ts';
import { membersPolicy } from './policy.ts';
import { presentAlias } from './present.ts';
import { membersProblems } from './problems.ts';
import { reindexOrganisation } from './reindex-organisation.ts';
import { normaliseSpelling } from '../../platform/text/index.ts';

/** Spellings an organisation may have. */
const limit = 50;

/**
 * Adds a spelling by which the organisation is found from now on.
 * @throws Problem platform.notFound, members.aliasThere, members.tooManyAliases
 */
export async function addAlias(
  trx: Db,
  actor: Actor,
  input: { organisationId: string; alias: BodyOf<typeof endpoint> },
): Promise<OrganisationAlias> {
  const { organisationId, alias } = input;
  authoriseFor(membersPolicy, actor, 'members.addAlias', organisationId);
  const organisation = await lockOrganisation(trx, organisationId);
  if ((await aliasesOf(trx, organisationId)).length >= limit) {
    throw new Problem(membersProblems.tooManyAliases, { limit });
  }
  const row = {
    organisation_id: organisationId,
    id: v7(),
    normalised: normaliseSpelling(alias.text),
    created_at: new Date(),
    ...alias,
  };
  if (!(await insertAlias(trx, row))) throw new Problem(membersProblems.aliasThere, { text: alias.text });
  await changeOrganisation(trx, organisationId, { version: organisation.version + 1 });
  await reindexOrganisation(trx, organisationId);
  const added = presentAlias(row);
  await recordAudit(trx, actor, {
    action: 'members.addAlias',
    subjectKind: 'organisation',
    subjectId: organisationId,
    before: null,
    after: added,
  });
  return added;
}

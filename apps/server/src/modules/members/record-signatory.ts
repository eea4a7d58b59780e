import type { BodyOf, recordSignatory as endpoint, Signatory } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, type ProblemDefinition } from '../../platform/errors.ts';
import { findCharter, insertSignatory } from './charter.sql.ts';
import { findOrganisation } from './organisation.sql.ts';
import { membersProblems } from './problems.ts';

/** Records a founding signature. @throws Problem members.noCharter, members.signatoryOrganisationUnknown */
export async function recordSignatory(
  trx: Db,
  actor: Actor,
  input: BodyOf<typeof endpoint>,
): Promise<Signatory> {
  if (!(await findCharter(trx, input.charterNumber)))
    throw refusal(membersProblems.noCharter, 'charterNumber');
  const organisation = input.organisationId ? await findOrganisation(trx, input.organisationId) : undefined;
  if (input.organisationId && organisation?.state !== 'admitted') {
    throw refusal(membersProblems.signatoryOrganisationUnknown, 'organisationId');
  }
  const signatory: Signatory = {
    id: v7(),
    ...input,
    organisationNames: organisation?.names ?? null,
    demo: false,
  };
  await insertSignatory(trx, {
    id: signatory.id,
    names: JSON.stringify(input.names),
    organisation_id: input.organisationId,
    signed_on: input.signedOn,
    charter_number: input.charterNumber,
  });
  await recordAudit(trx, actor, {
    action: 'members.recordSignatory',
    subjectKind: 'signatory',
    subjectId: signatory.id,
    before: null,
    after: signatory,
  });
  return signatory;
}

const refusal = (definition: ProblemDefinition, field: string): Problem =>
  new Problem(definition, {}, [{ path: `body.${field}`, code: definition.code }]);

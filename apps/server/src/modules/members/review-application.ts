import type { Application } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { closeApplication, lockOpenApplication } from './admission.sql.ts';
import { readApplication } from './get-application.ts';
import { moveOrganisation, type MoveGround } from './move-organisation.ts';

/**
 * Admits or refuses. The application's row is locked, so of two reviewers at once one decides and
 * the other is told who did.
 * @throws Problem platform.notFound, members.alreadyDecided
 */
export async function reviewApplication(
  trx: Db,
  actor: Actor,
  input: { applicationId: string; decision: 'admit' | 'refuse'; reason: string },
  ground: MoveGround,
): Promise<Application> {
  const row = await lockOpenApplication(trx, input.applicationId);
  const state = input.decision === 'admit' ? 'admitted' : 'refused';
  await closeApplication(trx, actor, row.id, { state, reason: input.reason });
  await moveOrganisation(
    trx,
    actor,
    { organisationId: row.organisation_id, move: input.decision, reason: input.reason },
    ground,
  );
  return readApplication(trx, actor, row.id);
}

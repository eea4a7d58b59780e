import type { OwnOrganisation } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { readOwn } from './get-member.ts';
import { moveOrganisation, type MoveGround } from './move-organisation.ts';
import { membersPolicy } from './policy.ts';

const operationOf = {
  suspend: 'members.suspendMember',
  reinstate: 'members.reinstateMember',
  leave: 'members.leaveAlliance',
} as const;

/**
 * Suspends a member, ends a suspension, or takes an organisation out of the alliance at its own wish.
 * @throws Problem platform.notFound, members.moveOutOfOrder
 */
export async function changeStanding(
  trx: Db,
  actor: Actor,
  input: { organisationId: string; move: keyof typeof operationOf; reason: string },
  ground: MoveGround,
): Promise<OwnOrganisation> {
  authoriseFor(membersPolicy, actor, operationOf[input.move], input.organisationId);
  await moveOrganisation(trx, actor, input, ground);
  return readOwn(trx, actor, input.organisationId);
}

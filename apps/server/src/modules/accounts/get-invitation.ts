import type { getInvitation as endpoint, InvitationState, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { findAddress, findInvitation, type Invitation } from '../../platform/auth/index.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';

/**
 * What became of an invitation. Whoever holds its link learns that much, so that nobody signs up for one
 * that has run out; of the organisation and the inviter only the one it was mailed to.
 * @throws Problem platform.notFound when there never was one
 */
export async function getInvitation(trx: Db, actor: Actor, id: string): Promise<ResponseOf<typeof endpoint>> {
  const found = await findInvitation(trx, id);
  if (!found) throw new Problem(problems.notFound);
  const address = actor.userId === null ? undefined : await findAddress(trx, actor.userId);
  const yours = address ? address.email.toLowerCase() === found.email.toLowerCase() : null;
  const { organisation, inviterEmail, role, expiresAt } = found;
  return {
    state: stateOf(found, new Date()),
    yours,
    details:
      yours && address?.verified
        ? { organisation, inviterEmail, role, expiresAt: expiresAt.toISOString() }
        : null,
  };
}

function stateOf({ status, expiresAt }: Invitation, now: Date): InvitationState {
  if (status === 'pending') return expiresAt > now ? 'open' : 'expired';
  return status === 'accepted' ? 'accepted' : status === 'rejected' ? 'declined' : 'withdrawn';
}

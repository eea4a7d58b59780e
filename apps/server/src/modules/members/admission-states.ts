import type { OrganisationState } from '@jiechuan/contract';

export type Move = 'apply' | 'admit' | 'refuse' | 'suspend' | 'reinstate' | 'leave';

/** Which move leads from where to where; anything else is out of order. */
const moves: Record<Move, { from: readonly (OrganisationState | null)[]; to: OrganisationState }> = {
  apply: { from: [null, 'refused', 'left'], to: 'applying' },
  admit: { from: ['applying'], to: 'admitted' },
  refuse: { from: ['applying'], to: 'refused' },
  suspend: { from: ['admitted'], to: 'suspended' },
  reinstate: { from: ['suspended'], to: 'admitted' },
  leave: { from: ['admitted', 'suspended'], to: 'left' },
};

/** The state a move leads to, or undefined where it is out of order. `null` is an organisation not there yet. */
export const stateAfter = (state: OrganisationState | null, move: Move): OrganisationState | undefined =>
  moves[move].from.includes(state) ? moves[move].to : undefined;

import type { Policy } from '../../platform/policy.ts';

/** The board is for everybody, observers too: totals, and nothing that speaks of one member. */
export const boardPolicy: Policy = {
  'board.getSigningBoard': { all: 'everyone' },
  'board.streamSigningBoard': { all: 'everyone' },
  'board.announceHeadline': { all: ['secretariat'] },
  'board.removeHeadline': { all: ['secretariat'] },
};

import { defineProblems } from '../../../platform/errors.ts';

export const ceremoniesProblems = defineProblems('ceremonies', {
  outOfOrder: 409,
  closed: 409,
  notOpen: 409,
  notToSign: 409,
  elsewhere: 409,
  declined: 409,
  full: 409,
  notAsked: 409,
  notWaiting: 409,
  alreadyCalled: 409,
  oneIsCalled: 409,
  nobodyWaits: 409,
  notInQueue: 409,
});

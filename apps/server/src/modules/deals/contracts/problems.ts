import { defineProblems } from '../../../platform/errors.ts';

export const contractsProblems = defineProblems('contracts', {
  notAgreedYet: 409,
  alreadyDrafted: 409,
  notADraft: 409,
  notIssued: 409,
  alreadySigned: 409,
  notSignedYet: 409,
  amendmentOpen: 409,
  nothingAmended: 422,
  tooManyAmendments: 409,
  incomplete: 422,
  otherDocument: 409,
  notASignatory: 403,
  keysDoNotSign: 403,
  secondStepNeeded: 409,
  proofRefused: 403,
  passkeyRefused: 403,
  challengeGone: 409,
  tooManyTries: 429,
  fileLost: 503,
  amountTooLarge: 422,
});

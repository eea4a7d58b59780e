import { defineProblems } from '../../../platform/errors.ts';

export const papersProblems = defineProblems('papers', {
  noContract: 409,
  tooHeavy: 422,
  notSigned: 409,
  noGoods: 409,
  alreadyDrafted: 409,
  sellersTask: 403,
  notADraft: 409,
  notOfThisKind: 422,
  missing: 422,
  hs6Missing: 422,
  packingMissing: 422,
  contradicts: 422,
  notIssued: 409,
  underWay: 409,
  notAnApplication: 409,
  outdated: 409,
  noSuchCouncil: 422,
  notSubmitted: 409,
  fileLost: 503,
  noUbl: 409,
});

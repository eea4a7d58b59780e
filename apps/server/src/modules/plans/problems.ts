import { defineProblems } from '../../platform/errors.ts';

export const plansProblems = defineProblems('plans', {
  marketUnknown: 422,
  productUnknown: 422,
  weightUnknown: 422,
  hubUnknown: 422,
  roadGone: 409,
  readyInThePast: 422,
  expiryInThePast: 422,
  noSuchVersion: 404,
  tooManyShares: 409,
  noPriceRate: 422,
});

import { defineProblems } from '../../platform/errors.ts';

export const plansProblems = defineProblems('plans', {
  productUnknown: 404,
  productAmbiguous: 409,
  weightUnknown: 422,
  tooHeavy: 422,
  hubUnknown: 422,
  noOrigin: 422,
  noDestination: 422,
  readyInThePast: 422,
  readyTooFar: 422,
  hubElsewhere: 422,
  lifeTooLong: 422,
  tooDear: 422,
  expiryInThePast: 422,
  noSuchVersion: 404,
  tooManyShares: 409,
  noPriceRate: 422,
  exportTooLarge: 422,
});

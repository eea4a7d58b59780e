import { defineProblems } from '../../platform/errors.ts';

export const matchingProblems = defineProblems('matching', {
  windowOrder: 422,
  openUntilPast: 422,
  tooManyDemands: 409,
  closed: 409,
  noSuchMatch: 404,
  exportTooLarge: 422,
});

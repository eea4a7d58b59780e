import { defineProblems } from '../../platform/errors.ts';

export const networkProblems = defineProblems('network', {
  noSuchMember: 404,
  withOneself: 422,
  relationThere: 409,
  sinceAhead: 422,
  notToConfirm: 409,
  notOursYet: 409,
  tooManyStated: 409,
  knownAlready: 409,
  askedAlready: 409,
  tooManyAsked: 409,
  introducerResting: 409,
  noSuchWay: 422,
  notToAnswer: 409,
  notToPass: 409,
  notToAgree: 409,
  tooLate: 409,
});

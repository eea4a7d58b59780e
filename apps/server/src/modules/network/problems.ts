import { defineProblems } from '../../platform/errors.ts';

export const networkProblems = defineProblems('network', {
  noSuchMember: 404,
  withOneself: 422,
  relationThere: 409,
  sinceAhead: 422,
  notToConfirm: 409,
  notOursYet: 409,
  tooManyStated: 409,
});

import { defineProblems } from '../../platform/errors.ts';

export const accountsProblems = defineProblems('accounts', {
  keyMakesNoKeys: 403,
  tooManyKeys: 409,
  keyActsForOne: 403,
  notYoursToManage: 403,
  onlyOwnersMakeOwners: 403,
  lastOwner: 409,
  exportTooLarge: 422,
});

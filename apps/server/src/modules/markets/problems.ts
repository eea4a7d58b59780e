import { defineProblems } from '../../platform/errors.ts';

export const marketsProblems = defineProblems('markets', {
  marketUnknown: 404,
  areaUnknown: 422,
  ruleCodeTaken: 409,
  daysOutOfOrder: 422,
  reviewedElse: 409,
  habitElsewhere: 403,
  noRate: 404,
  listUnreadable: 422,
});

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
  nobodyThere: 409,
  tooManyQuestions: 409,
  tooManyAnswers: 409,
  questionClosed: 409,
  pictureUnknown: 422,
  habitThere: 409,
});

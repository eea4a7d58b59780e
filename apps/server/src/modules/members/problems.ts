import { defineProblems } from '../../platform/errors.ts';

export const membersProblems = defineProblems('members', {
  alreadyApplied: 409,
  alreadyMember: 409,
  creditCodeTaken: 409,
  evidenceUnknown: 422,
  countryUnknown: 422,
  placeUnknown: 422,
  alreadyDecided: 409,
  tooManyQuestions: 409,
  questionAnswered: 409,
  moveOutOfOrder: 409,
  aliasThere: 409,
  tooManyAliases: 409,
  tooManyResources: 409,
  noOrganisation: 404,
  notAssociation: 409,
  affiliateUnknown: 404,
  noCharter: 404,
  charterOlder: 422,
  signatoryOrganisationUnknown: 422,
  exportTooLarge: 422,
});

import { defineProblems } from '../../platform/errors.ts';

export const freightProblems = defineProblems('freight', {
  codeTaken: 409,
  countryUnknown: 422,
  hubUnknown: 422,
  endsBeforeStart: 422,
  sheetUnreadable: 422,
  sheetEmpty: 422,
  sheetTooLong: 422,
  sheetColumnsMissing: 422,
  noOrganisation: 409,
  partyUnknown: 422,
  productUnknown: 422,
  referenceTaken: 409,
  serviceUnknown: 422,
  roadBroken: 422,
  eventInFuture: 422,
  eventWithoutPlace: 422,
  unitUnknown: 422,
  tooManyEvents: 409,
  shipmentEnded: 409,
  unitTold: 409,
});

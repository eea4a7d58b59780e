import { defineProblems } from '../../platform/errors.ts';

export const catalogueProblems = defineProblems('catalogue', {
  skuTaken: 409,
  incomplete: 422,
  moveOutOfOrder: 409,
  makerNotAdmitted: 409,
  tooManyPhotos: 409,
  photoUnknown: 422,
  noSuchVersion: 404,
  noSuchCertificate: 404,
  noSuchVariant: 404,
  tooManyCertificates: 409,
});

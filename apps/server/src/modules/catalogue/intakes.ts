import { createImport } from '@jiechuan/contract';
import { imageTypes } from '../../platform/files/files.ts';
import type { Intakes, UploadMakers } from '../../platform/http/upload.ts';
import { readSheet, workbookTypes } from './imports/read-sheet.ts';

/** How what is sent is taken in. */
export const catalogueIntakes: Intakes = {
  'catalogue.addPhoto': { purpose: 'product-photo', accept: imageTypes },
  'catalogue.attachCertificateFile': { purpose: 'certificate', accept: ['application/pdf', ...imageTypes] },
  // UTF-16 has no signature of its own; whether it is text is seen when it is decoded.
  [createImport.operationId]: {
    purpose: 'import',
    accept: ['text/csv', 'application/octet-stream', ...workbookTypes],
  },
};

/** What is found out about what is sent before its transaction begins. */
export const catalogueMakers: UploadMakers = { [createImport.operationId]: readSheet };

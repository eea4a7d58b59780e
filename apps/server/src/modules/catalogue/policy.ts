import { roles, type Actor, type Role } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

const secretariat: readonly Role[] = ['secretariat'];
const maker: readonly Role[] = ['enterprise'];
/** Observers read totals, nothing that speaks of one member. */
const notObservers = roles.filter((role) => role !== 'observer');
const signedIn = roles.filter((role) => role !== 'visitor');

export const cataloguePolicy: Policy = {
  'catalogue.listProducts': { all: notObservers },
  'catalogue.getProduct': { all: notObservers },
  'catalogue.getProductTotals': { all: 'everyone' },
  'catalogue.createProduct': { own: maker },
  'catalogue.updateProduct': { all: secretariat, own: maker },
  'catalogue.publishProduct': { own: maker },
  'catalogue.withdrawProduct': { all: secretariat, own: maker },
  'catalogue.listMyProducts': { own: signedIn },
  'catalogue.listVersions': { all: secretariat, own: maker },
  'catalogue.diffVersions': { all: secretariat, own: maker },
  'catalogue.exportVersionsCsv': { all: secretariat, own: maker },
  'catalogue.exportVersionsXlsx': { all: secretariat, own: maker },
  'catalogue.addPhoto': { own: maker },
  'catalogue.arrangePhotos': { all: secretariat, own: maker },
  'catalogue.putVariant': { own: maker },
  'catalogue.removeVariant': { own: maker },
  'catalogue.addCertificate': { own: maker },
  'catalogue.attachCertificateFile': { own: maker },
  'catalogue.removeCertificate': { all: secretariat, own: maker },
  'catalogue.createImport': { own: maker },
  'catalogue.listImports': { own: maker },
  'catalogue.exportImportsCsv': { own: maker },
  'catalogue.exportImportsXlsx': { own: maker },
  'catalogue.getImport': { all: secretariat, own: maker },
  'catalogue.mapImport': { own: maker },
  'catalogue.checkImport': { own: maker },
  'catalogue.runImport': { own: maker },
  'catalogue.listImportErrors': { all: secretariat, own: maker },
  'catalogue.downloadImportErrors': { all: secretariat, own: maker },
  'catalogue.importTemplate': { all: 'everyone' },
  'catalogue.exportProductsCsv': { all: notObservers },
  'catalogue.exportProductsXlsx': { all: notObservers },
};

const priceReaders: readonly Role[] = [
  'secretariat',
  'council',
  'post',
  'association',
  'enterprise',
  'merchant',
  'provider',
  'government',
];

/** Prices by agreement are for admitted members (observers aside) and for the maker's own people. */
export const mayReadAgreedPrices = (actor: Actor, organisationId: string): boolean =>
  priceReaders.includes(actor.role) || actor.organisationId === organisationId;

/** Published when something a reader sees of a product has changed, its state included. */
export interface ProductChanged {
  productId: string;
  organisationId: string;
}

/**
 * Published once by an import that changed anything, when it ends, instead of a `ProductChanged` for each product: which
 * ones those are, `productsChangedSince` tells.
 */
export interface ProductsImported {
  organisationId: string;
  /** When the import began, ISO 8601. */
  since: string;
}

export const catalogueEvents = {
  changed: 'catalogue.productChanged',
  imported: 'catalogue.productsImported',
} as const;

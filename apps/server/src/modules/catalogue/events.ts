/** Published when something a reader sees of a product has changed, its state included. */
export interface ProductChanged {
  productId: string;
  organisationId: string;
}

/** Published once for each batch of an import, instead of a `ProductChanged` for each product. */
export interface ProductsImported {
  organisationId: string;
  productIds: string[];
}

export const catalogueEvents = {
  changed: 'catalogue.productChanged',
  imported: 'catalogue.productsImported',
} as const;

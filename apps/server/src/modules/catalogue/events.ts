/** Published when something a reader sees of a product has changed, its state included. */
export interface ProductChanged {
  productId: string;
  organisationId: string;
}

export const catalogueEvents = { changed: 'catalogue.productChanged' } as const;

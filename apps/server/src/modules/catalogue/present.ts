import type { PriceBand, ProductCard, ProductPage } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { mayReadAgreedPrices } from './policy.ts';
import type { WholeProduct } from './product.sql.ts';

export interface Maker {
  id: string;
  names: Record<string, string>;
}

/** A product's page, as far as this reader may see it. */
export function presentProduct(product: WholeProduct, maker: Maker, actor: Actor): ProductPage {
  const agreed = mayReadAgreedPrices(actor, product.organisation_id);
  const prices = product.data.prices.filter((band) => agreed || !band.byAgreement);
  return {
    ...product.data,
    id: product.id,
    state: product.state,
    prices,
    pricesByAgreement: prices.length < product.data.prices.length,
    maker: { id: maker.id, names: maker.names },
    photos: product.photos,
    certificates: product.certificates,
    variants: product.variants,
    publishedAt: product.published_at?.toISOString() ?? null,
    updatedAt: product.updated_at.toISOString(),
    demo: product.demo,
    version: product.version,
  };
}

/** The lowest price that anybody may see. Bands of one product share a currency in practice; the first currency counts. */
export function publicPrice(prices: readonly PriceBand[]): PriceBand | null {
  const open = prices.filter(({ byAgreement }) => !byAgreement);
  const currency = open[0]?.currency;
  return open.filter((band) => band.currency === currency).toSorted((a, b) => a.amount - b.amount)[0] ?? null;
}

/** The card that lists show: nothing in it that a visitor may not see. */
export function presentCard(
  product: Pick<WholeProduct, 'id' | 'data' | 'photos' | 'demo'>,
  maker: Maker,
): ProductCard {
  const { data } = product;
  const price = publicPrice(data.prices);
  return {
    id: product.id,
    sku: data.sku,
    names: data.names,
    category: data.category,
    storage: data.storage,
    hs6: data.hs6,
    gtin: data.gtin,
    origin: data.origin,
    geographicalIndication: data.geographicalIndication,
    shelfLifeDays: data.shelfLifeDays,
    price: price && {
      amount: price.amount,
      currency: price.currency,
      incoterm: price.incoterm,
      unit: data.unit,
    },
    photoFileId: product.photos[0]?.fileId ?? null,
    maker: { id: maker.id, names: maker.names },
    demo: product.demo,
  };
}

import type { ProductPage } from '@jiechuan/contract';
import { useNonce } from '../../platform/nonce.ts';
import { fileUrl } from '../../ui/file-url.ts';
import { inLanguage } from '../../ui/text.ts';

/** The product for search engines: schema.org/Product as JSON-LD. Only what the page itself shows. */
export function StructuredData(props: { product: ProductPage; origin: string; language: string }) {
  const nonce = useNonce();
  const { product, origin, language } = props;
  const price = product.prices[0];
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    url: `${origin}/products/${product.id}`,
    name: inLanguage(product.names, language).text,
    alternateName: Object.values(product.names),
    description: inLanguage(product.descriptions, language).text || undefined,
    sku: product.sku,
    gtin: product.gtin ?? undefined,
    countryOfOrigin: 'CN',
    image: product.photos.map(({ fileId }) => origin + fileUrl(fileId)),
    manufacturer: {
      '@type': 'Organization',
      name: inLanguage(product.maker.names, language).text,
      url: `${origin}/members/${product.maker.id}`,
    },
    additionalProperty: product.hs6
      ? [{ '@type': 'PropertyValue', propertyID: 'HS', value: product.hs6 }]
      : undefined,
    offers: price && {
      '@type': 'Offer',
      priceCurrency: price.currency,
      price: price.amount / 10 ** fractionDigits(price.currency),
    },
  };
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // A name with </script> in it must not end the element.
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
    />
  );
}

const fractionDigits = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

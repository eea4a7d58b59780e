export type FacetName = 'origin' | 'category' | 'storage' | 'gi' | 'price' | 'market' | 'certificate';
export type Facets = Record<FacetName, { value: string; count: number }[]>;

/** In the order in which a key names them. */
export const facetNames: readonly FacetName[] = [
  'origin',
  'category',
  'storage',
  'gi',
  'price',
  'market',
  'certificate',
];

/** Price bands of the facet, fen: upper bounds. */
const priceSteps = [1000, 5000, 20_000, 100_000, 1_000_000];

function priceBand(price: number | null): string {
  if (price === null) return '';
  const at = priceSteps.findIndex((step) => price < step);
  if (at < 0) return `${priceSteps.at(-1)}-`;
  return `${priceSteps[at - 1] ?? 0}-${priceSteps[at]}`;
}

export interface FacetValues {
  origin: string | null;
  category: string;
  storage: string;
  gi: boolean;
  price: number | null;
  markets: readonly string[];
  certificates: readonly string[];
}

/** A product's facet values as one text, the key of their combination: none of them holds a bar or a space. */
export const writeFacets = (row: FacetValues): string =>
  [
    row.origin ?? '',
    row.category,
    row.storage,
    String(row.gi),
    priceBand(row.price),
    row.markets.join(' '),
    row.certificates.join(' '),
  ].join('|');

/** The values of each facet in a key, in the order of `facetNames`. */
export const readFacets = (key: string): string[][] =>
  key.split('|').map((values) => values.split(' ').filter((value) => value !== ''));

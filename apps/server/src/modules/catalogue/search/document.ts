import type { ProductCard } from '@jiechuan/contract';
import { analyseText, type TextToAnalyse } from '../../../platform/text/index.ts';
import { wordsLiteral } from './lexemes.ts';
import { writeFacets, type FacetValues } from './facets.ts';
import { presentCard, publicPrice, type Maker } from '../present.ts';
import type { WholeProduct } from '../product.sql.ts';
import { sharedWords, type SharedWords } from './shared-words.ts';
import { spellingsOf } from './spellings.ts';

/** One row of product_search. */
export interface SearchRow {
  product_id: string;
  organisation_id: string;
  published_at: Date;
  sort_name: string;
  price: number | null;
  /** The key of its combination of facet values. */
  facets: string;
  brevity: number;
  card: ProductCard;
  /** A tsvector literal of its own words, and what it shares with others. */
  words: string;
  spellings: readonly string[];
  shared: SharedWords;
}

const texts = (values: Record<string, string>, weight: 'a' | 'b'): TextToAnalyse[] =>
  Object.entries(values).map(([lang, text]) => ({ text, lang, weight }));

function priceInFen({ data }: WholeProduct): number | null {
  const price = publicPrice(data.prices);
  return price?.currency === 'CNY' ? price.amount : null;
}

/** What a product is counted and filtered by. */
export const facetValues = (product: WholeProduct): FacetValues => ({
  origin: product.data.origin.code,
  category: product.data.category,
  storage: product.data.storage,
  gi: product.data.geographicalIndication !== null,
  price: priceInFen(product),
  markets: product.variants.map(({ market }) => market),
  certificates: [...new Set(product.certificates.map(({ kind }) => kind))],
});

/** What a published product is listed and found by. Names of its kind count as its own. */
export function searchRow(product: WholeProduct, maker: Maker): SearchRow {
  const { data } = product;
  const allNames = [data.names, ...product.variants.map(({ names }) => names)];
  const analysis = analyseText(
    [
      ...allNames.flatMap((names) => texts(names, 'a')),
      ...texts(data.descriptions, 'b'),
      ...texts(data.ingredients, 'b'),
      ...[data.origin.text, data.geographicalIndication].flatMap((text) =>
        text ? [{ text, weight: 'b' as const }] : [],
      ),
    ],
    [data.sku, data.gtin, data.hs6].filter((code) => code !== null),
  );
  // Without a Chinese name the first by its language's code: the order of keys is not the same everywhere.
  const [first] = Object.keys(data.names).toSorted();
  const name = data.names['zh-CN'] ?? (first === undefined ? data.sku : data.names[first]!);
  return {
    product_id: product.id,
    organisation_id: product.organisation_id,
    published_at: product.published_at ?? product.created_at,
    sort_name: name.toLowerCase(),
    price: priceInFen(product),
    facets: writeFacets(facetValues(product)),
    brevity: Array.from(name).length,
    card: presentCard(product, maker),
    words: wordsLiteral(analysis),
    spellings: spellingsOf(analysis.spellings),
    shared: sharedWords(data, maker),
  };
}

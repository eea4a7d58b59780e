import { remembered } from '../../../platform/text/bounded-cache.ts';

export type FacetName = 'origin' | 'category' | 'storage' | 'gi' | 'price' | 'market' | 'certificate';
export type Facets = Record<FacetName, { value: string; count: number }[]>;

/** Values of each facet that are told, the most frequent first. */
const mostValues = 100;
const names: readonly FacetName[] = ['origin', 'category', 'storage', 'gi', 'price', 'market', 'certificate'];

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

/** A product's facet values as one text: none of them holds a bar or a space. */
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

const read = remembered(20_000, (text: string): string[][] =>
  text.split('|').map((values) => values.split(' ').filter((value) => value !== '')),
);

/** Adds up what `countProducts` groups: lines `facets=count`. */
export function addUp(lines: string): { total: number; facets: Facets } {
  const counts = names.map(() => new Map<string, number>());
  let total = 0;
  for (const line of lines === '' ? [] : lines.split('\n')) {
    const cut = line.lastIndexOf('=');
    const count = Number(line.slice(cut + 1));
    total += count;
    for (const [at, values] of read(line.slice(0, cut)).entries()) {
      const field = counts[at]!;
      for (const value of values) field.set(value, (field.get(value) ?? 0) + count);
    }
  }
  const told = counts.map((field) =>
    [...field]
      .map(([value, count]) => ({ value, count }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, mostValues),
  );
  return { total, facets: Object.fromEntries(names.map((name, at) => [name, told[at]!])) as Facets };
}

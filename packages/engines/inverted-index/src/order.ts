import type { Entry, Order, Place } from './types.ts';

type Ordered = Place['entry'];

/** Negative where the first comes before the second. Stages stand beside entries: an object for each pair would cost more than comparing. */
export type Compare = (stage: number, entry: Ordered, otherStage: number, other: Ordered) => number;

/** As UTF-8 is ordered by its bytes: surrogates, which stand for what lies above, come after U+E000–U+FFFF. */
const weight = (unit: number): number =>
  unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;

/** Compares two texts by their code points, as PostgreSQL's collation "C" does. */
export function byCodePoints(a: string, b: string): number {
  const both = Math.min(a.length, b.length);
  for (let at = 0; at < both; at++) {
    const one = a.charCodeAt(at);
    const other = b.charCodeAt(at);
    if (one !== other) return weight(one) - weight(other);
  }
  return a.length - b.length;
}

const byId = (a: Ordered, b: Ordered): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const newest = (a: Ordered, b: Ordered): number => b.published - a.published || byId(b, a);
/** What has no price comes last; it isn't shown. */
const dearness = ({ price }: Ordered): number => price ?? Number.MAX_VALUE;

/** Every order ends with the id: no two entries are equal in it. */
export const orders: Record<Order, Compare> = {
  relevance: (stage, a, otherStage, b) => stage - otherStage || a.brevity - b.brevity || newest(a, b),
  newest: (_, a, __, b) => newest(a, b),
  name: (_, a, __, b) => byCodePoints(a.name, b.name) || byId(a, b),
  price: (_, a, __, b) => dearness(a) - dearness(b) || byId(a, b),
};

/** By price only what has one is shown. */
export const isShown = (order: Order, entry: Entry): boolean => order !== 'price' || entry.price !== null;

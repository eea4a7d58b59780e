/** Something that is found, with what it is ordered and counted by. */
export interface Entry {
  id: string;
  /** How long its name is: of two that answer as well, the shorter comes first. */
  brevity: number;
  /** Microseconds since 1970. */
  published: number;
  /** The number of its combination of facet values. */
  facets: number;
  organisation: string;
  /** Minor units; null where it has none. */
  price: number | null;
  name: string;
}

/** All of these must be there, of each list at least one; a lexeme that ends in `*` stands for all that begin so. */
export type Conjunction = readonly (readonly string[])[];

/** What is asked for, the best answers first: a stage holds what any of its conjunctions finds and none before it found. */
export type Question = readonly (readonly Conjunction[])[];

/** By relevance: stage, brevity, then the newest. */
export type Order = 'relevance' | 'newest' | 'name' | 'price';

/** Where an entry stands in an order. */
export interface Place {
  stage: number;
  entry: Pick<Entry, 'id' | 'brevity' | 'published' | 'price' | 'name'>;
}

export interface Wish {
  question: Question;
  /** Which entries count at all; every one where absent. */
  accepts?: ((entry: Entry) => boolean) | undefined;
  order: Order;
  /** Only what comes after it is shown; what is counted stays the same. */
  after?: Place | undefined;
  /** How many are shown. */
  limit: number;
}

export interface Found {
  entries: { entry: Entry; stage: number }[];
  total: number;
  /** How many entries have each combination of facet values, in no order. */
  groups: [facets: number, count: number][];
}

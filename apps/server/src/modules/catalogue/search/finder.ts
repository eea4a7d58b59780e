import type { InvertedIndex, Entry, Place } from '@jiechuan/inverted-index';
import type { LimitFunction } from 'p-limit';
import type { Db } from '../../../platform/db/database.ts';
import { facetsMeeting, type ProductFilter } from './filter.sql.ts';
import type { KeptCards } from './kept-cards.ts';
import type { Wanted } from './lexemes.ts';
import {
  countFound,
  listPage,
  searchPage,
  type FoundPage,
  type ListOrder,
  type Position,
  type Tally,
} from './page.sql.ts';
import { putRight } from './spelling.sql.ts';

export type SearchOrder = ListOrder | 'relevance';

/** Where a question is answered. All answer the same. */
export interface Finder {
  /** A page of what words find, with how much they find; at most `limit` products. */
  find(
    filter: ProductFilter,
    wanted: Wanted,
    order: SearchOrder,
    after: Position | undefined,
    limit: number,
  ): Promise<FoundPage>;
  count(filter: ProductFilter, wanted: Wanted): Promise<Tally>;
  /** The known spellings nearest to these words. */
  putRight(words: readonly string[]): Promise<string[]>;
  /** Has a question, or a part of one that stands alone, wait until it may be worked on. */
  inTurn<Result>(ask: () => Promise<Result>): Promise<Result>;
}

/** Answers from PostgreSQL; counts no more than `searchBound`. */
export const inDatabase = (db: Db, lanes: LimitFunction): Finder => ({
  find: async (filter, wanted, order, after, limit) =>
    order === 'relevance'
      ? searchPage(db, filter, wanted, after, limit)
      : {
          found: await listPage(db, filter, order, after, limit, wanted),
          tally: await countFound(db, filter, wanted),
        },
  count: (filter, wanted) => countFound(db, filter, wanted),
  putRight: (words) => putRight(db, words),
  inTurn: lanes,
});

/** What the index found isn't there any more: it is about to be told so. */
export class OutOfStep extends Error {
  override message = 'a product that was found is gone';
}

/** Answers from an index that is in step, exactly. @throws OutOfStep where a product has gone meanwhile */
export function inMemory(db: Db, lanes: LimitFunction, index: InvertedIndex, cards: KeptCards): Finder {
  const ask = async (filter: ProductFilter, wanted: Wanted, page: Page) =>
    index.find({
      question: [[wanted.exact], [wanted.called], [wanted.said, wanted.orSaid]],
      accepts: await acceptedBy(db, filter),
      ...page,
    });
  return {
    async find(filter, wanted, order, after, limit) {
      const { entries, total, groups } = await ask(filter, wanted, {
        order,
        after: after && places[order](after),
        limit,
      });
      const shown = await cards.of(
        db,
        entries.map(({ entry }) => entry.id),
      );
      const found = entries.map(({ entry, stage }, at) => {
        const card = shown[at];
        if (!card) throw new OutOfStep();
        return { card, position: positions[order](entry, stage) };
      });
      return { found, tally: { total, totalIsLowerBound: false, groups } };
    },
    async count(filter, wanted) {
      const { total, groups } = await ask(filter, wanted, { order: 'newest', after: undefined, limit: 0 });
      return { total, totalIsLowerBound: false, groups };
    },
    putRight: (words) => lanes(() => putRight(db, words)),
    inTurn: (asked) => asked(),
  };
}

interface Page {
  order: SearchOrder;
  after: Place | undefined;
  limit: number;
}

/** What a filter lets through; undefined where that is everything. */
async function acceptedBy(db: Db, filter: ProductFilter): Promise<((entry: Entry) => boolean) | undefined> {
  const { organisation, priceMin, priceMax } = filter;
  const facets = await facetsMeeting(db, filter);
  if (!facets && organisation === undefined && priceMin === undefined && priceMax === undefined)
    return undefined;
  return (entry) =>
    (!facets || facets.has(entry.facets)) &&
    (organisation === undefined || entry.organisation === organisation) &&
    (priceMin === undefined || (entry.price !== null && entry.price >= priceMin)) &&
    (priceMax === undefined || (entry.price !== null && entry.price <= priceMax));
}

/** Positions as cursors hold them, the same as PostgreSQL's. */
const positions: Record<SearchOrder, (entry: Entry, stage: number) => Position> = {
  relevance: ({ id, brevity, published }, stage) => [stage, brevity, published, id],
  newest: ({ id, published }) => [published, id],
  name: ({ id, name }) => [name, id],
  price: ({ id, price }) => [price!, id],
};

const somewhere: Place['entry'] = { id: '', brevity: 0, published: 0, price: null, name: '' };
const places: Record<SearchOrder, (position: Position) => Place> = {
  relevance: ([stage, brevity, published, id]) => ({
    stage: Number(stage),
    entry: { ...somewhere, brevity: Number(brevity), published: Number(published), id: String(id) },
  }),
  newest: ([published, id]) => ({
    stage: 0,
    entry: { ...somewhere, published: Number(published), id: String(id) },
  }),
  name: ([name, id]) => ({ stage: 0, entry: { ...somewhere, name: String(name), id: String(id) } }),
  price: ([price, id]) => ({ stage: 0, entry: { ...somewhere, price: Number(price), id: String(id) } }),
};

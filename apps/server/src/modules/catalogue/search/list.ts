import type { listProducts, QueryOf, ResponseOf } from '@jiechuan/contract';
import { availableParallelism } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import pLimit from 'p-limit';
import type { Db } from '../../../platform/db/database.ts';
import { LiveCache } from '../../../platform/db/live-cache.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { JsonText } from '../../../platform/http/json-text.ts';
import { analyseQuery, queryLiteral, soundsOf } from '../../../platform/text/index.ts';
import { FacetDictionary } from './dictionary.ts';
import { facetNames, type FacetName, type Facets } from './facets.ts';
import { filtered, type ProductFilter } from './filter.sql.ts';
import { inDatabase, inMemory, OutOfStep, type Finder } from './finder.ts';
import { highlighter } from './highlight.ts';
import { KeptCards } from './kept-cards.ts';
import { changedIds, KeptIndex } from './kept-index.ts';
import { wantedBy, type Wanted } from './lexemes.ts';
import {
  countProducts,
  listPage,
  suggestNames,
  type Found,
  type FoundPage,
  type Suggested,
  type Tally,
} from './page.sql.ts';
import { readPosition } from './position.ts';

type Query = QueryOf<typeof listProducts>;
type Answer = ResponseOf<typeof listProducts>;

export interface ProductList {
  /** The list as JSON text: cards go out as they are kept. */
  page(db: Db, query: Query): Promise<JsonText>;
  /** The same as plain data, for the modules above. */
  find(db: Db, query: Query): Promise<Answer>;
  /** Products called so, or whose name goes on so: the shortest names first. */
  suggest(db: Db, q: string): Promise<Suggested[]>;
  /**
   * From now on searches are answered from memory while it is in step; to be called once, where changes are told of.
   * @param db to read by at any time: no transaction
   */
  keepIndex(db: Db, onError: (error: unknown) => void): void;
  /** Whether searches are answered from memory now; asked for, it will be soon. */
  inStep(): boolean;
  /**
   * To be called once a transaction that changed products has committed.
   * @param said what PostgreSQL said of it; null where something may have been missed
   */
  changed(said: string | null): void;
  close(): void;
}

/** Answers kept: a page of 20 has some 20 kB, one of 100 five times that. */
const mostAnswers = 500;
const mostCounts = 1000;

/**
 * The product list. Answers are kept whole until a product changes; of pages beyond the first only the counts, since
 * who walks through all of them would push out what many ask for.
 * @param options.remember false to work out every answer anew (measuring)
 */
export function createProductList(options: { remember: boolean } = { remember: true }): ProductList {
  const answers = new LiveCache<JsonText>(mostAnswers);
  const counts = new LiveCache<string>(mostCounts);
  const dictionary = new FacetDictionary();
  const cards = new KeptCards();
  let index: KeptIndex | null = null;
  // What a search costs PostgreSQL is computing: many more at a time than processors only make one another late. With one
  // more none of them is idle while an answer is on its way. None takes long, for it looks at a bounded number of products.
  const lanes = pLimit(1 + Math.max(2, availableParallelism()));
  const keep = <Answer>(
    cache: LiveCache<Answer>,
    key: unknown,
    ask: () => Promise<Answer>,
  ): Promise<Answer> => (options.remember ? cache.get(JSON.stringify(key), ask) : ask());

  const listed = async (db: Db, query: Query): Promise<JsonText> => {
    const { cursor, limit, sort, q: _, ...filter } = query;
    const order = sort === undefined || sort === 'relevance' ? 'newest' : sort;
    const found = await listPage(db, filter, order, readPosition(cursor, order), limit + 1);
    const counted = await keep(counts, filter, async () => {
      const tally = await countProducts(db, filter);
      const facets = await dictionary.addUp(db, tally);
      return countsText(tally, await withAlternatives(db, dictionary, filter, facets, countProducts));
    });
    return answerText(found, limit, counted, null);
  };

  const searched = async (db: Db, query: Query, q: string): Promise<JsonText> => {
    const inStep = index?.inStep();
    if (inStep) {
      try {
        return await search(db, dictionary, inMemory(db, lanes, inStep, cards), query, q);
      } catch (error) {
        if (!(error instanceof OutOfStep)) throw error;
      }
    }
    return search(db, dictionary, inDatabase(db, lanes), query, q);
  };

  const page = async (db: Db, query: Query): Promise<JsonText> => {
    const { q } = query;
    if (q !== undefined && q !== '') return keep(answers, query, () => searched(db, query, q));
    return query.cursor === undefined ? keep(answers, query, () => listed(db, query)) : listed(db, query);
  };
  return {
    page,
    find: async (db, query) => JSON.parse((await page(db, query)).text) as Answer,
    async suggest(db, q) {
      const called = queryLiteral(analyseQuery(q));
      if (called === null) return [];
      const kept = await keep(
        answers,
        ['suggest', q],
        async () => new JsonText(JSON.stringify(await suggestNames(db, called))),
      );
      return JSON.parse(kept.text) as Suggested[];
    },
    keepIndex(db, onError) {
      index = new KeptIndex(db, onError);
    },
    inStep: () => index !== null && index.inStep() !== null,
    changed(said) {
      const ids = changedIds(said);
      answers.clear();
      counts.clear();
      cards.changed(ids);
      index?.changed(ids);
    },
    close: () => index?.close(),
  };
}

async function search(
  db: Db,
  dictionary: FacetDictionary,
  finder: Finder,
  query: Query,
  q: string,
): Promise<JsonText> {
  const { cursor, limit, sort = 'relevance', q: _, ...filter } = query;
  const after = readPosition(cursor, sort);
  const typed = wantedBy(q);
  // A query of signs alone asks for nothing that could be found.
  if (typed === null)
    return answerText([], limit, countsText(nothing, await dictionary.addUp(db, nothing)), null);
  // A question holds its turn until it is answered: whoever waits for a second spelling isn't sent back to the end.
  const { answer, wanted, spelling } = await finder.inTurn(() =>
    answered(finder, filter, q, typed, (wanted) => finder.find(filter, wanted, sort, after, limit + 1)),
  );
  const highlight = highlighter(spelling ?? q);
  const cards = answer.found.map(
    ({ card }) => `${card.text.slice(0, -1)},"highlights":${JSON.stringify(highlight(card.names))}}`,
  );
  const facets = await withAlternatives(
    db,
    dictionary,
    filter,
    await dictionary.addUp(db, answer.tally),
    (_, others) => finder.inTurn(() => finder.count(others, wanted)),
  );
  return answerText(answer.found, limit, countsText(answer.tally, facets), spelling, cards);
}

/** What the words find; where that is nothing, what another spelling of them finds, and which. */
async function answered(
  finder: Finder,
  filter: ProductFilter,
  q: string,
  typed: Wanted,
  ask: (wanted: Wanted) => Promise<FoundPage>,
): Promise<{ answer: FoundPage; wanted: Wanted; spelling: string | null }> {
  const answer = await ask(typed);
  if (answer.tally.total > 0) return { answer, wanted: typed, spelling: null };
  const right = await otherSpelling(finder, filter, q, typed);
  if (right === null) return { answer, wanted: typed, spelling: null };
  const found = await ask(right.wanted);
  // A spelling that finds nothing either is no advice.
  const spelling = found.tally.total === 0 ? null : right.spelling;
  return { answer: found, wanted: right.wanted, spelling };
}

/** What answers each dimension of the facets. */
const filtersOf: Record<FacetName, readonly (keyof ProductFilter)[]> = {
  origin: ['origin'],
  category: ['category'],
  storage: ['storage'],
  gi: ['gi'],
  price: ['priceMin', 'priceMax'],
  market: ['market'],
  certificate: ['certificate'],
};

/**
 * Values of one filter are alternatives: what a filter could be instead is counted without it. Only dimensions that are
 * filtered need a count of their own.
 */
async function withAlternatives(
  db: Db,
  dictionary: FacetDictionary,
  filter: ProductFilter,
  facets: Facets,
  count: (db: Db, filter: ProductFilter) => Promise<Tally>,
): Promise<Facets> {
  const chosen = facetNames.filter((name) => filtersOf[name].some((key) => filter[key] !== undefined));
  const counted = await Promise.all(
    chosen.map(async (name): Promise<[FacetName, Facets[FacetName]]> => {
      const others = Object.fromEntries(
        Object.entries(filter).filter(([key]) => !filtersOf[name].includes(key as keyof ProductFilter)),
      );
      return [name, (await dictionary.addUp(db, await count(db, others)))[name]];
    }),
  );
  return { ...facets, ...Object.fromEntries(counted) };
}

/** The query with mistyped words put right; null when that changes nothing or the words as typed do find something. */
async function otherSpelling(
  finder: Finder,
  filter: ProductFilter,
  q: string,
  typed: Wanted,
): Promise<{ spelling: string; wanted: Wanted } | null> {
  if (filtered(filter) && (await finder.count({}, typed)).total > 0) return null;
  const sounds = soundsOf(q);
  const letters = sounds.filter(({ han }) => !han).map(({ spelling }) => spelling);
  const rightLetters = letters.length === 0 ? [] : await finder.putRight(letters);
  // Han characters are wrong ones of the right sound or none at all: a sound that is only like another means nothing.
  const spelling = sounds
    .map(({ spelling, han }) => (han ? spelling : rightLetters.shift()!))
    .join(' ')
    .trim();
  const wanted = spelling === '' ? null : wantedBy(spelling, `${spelling} `);
  return wanted === null || isDeepStrictEqual(wanted.called, typed.called) ? null : { spelling, wanted };
}

const nothing: Tally = { total: 0, totalIsLowerBound: false, groups: [] };

const countsText = ({ total, totalIsLowerBound }: Tally, facets: Facets): string =>
  JSON.stringify({ total, totalIsLowerBound, facets }).slice(1, -1);

/**
 * @param found one more than `limit` where there is a next page
 * @param cards as they are sent, of each product found
 */
function answerText(
  found: readonly Found[],
  limit: number,
  counts: string,
  spelling: string | null,
  cards: readonly string[] = found.map(({ card }) => card.text),
): JsonText {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = last && found.length > limit ? JSON.stringify(writeCursor(last.position)) : 'null';
  const items = cards.slice(0, limit).join(',');
  return new JsonText(
    `{"items":[${items}],"nextCursor":${next},${counts},"spelling":${JSON.stringify(spelling)}}`,
  );
}

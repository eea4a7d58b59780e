import type { listProducts, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../../platform/db/database.ts';
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts';
import { JsonText } from '../../../platform/http/json-text.ts';
import { analyseQuery, queryLiteral } from '../../../platform/text/index.ts';
import { CountsCache } from './counts-cache.ts';
import { highlight } from './highlight.ts';
import { countProducts, findsAnything, listPage, putRight, searchPage, type Found } from './page.sql.ts';

type Query = QueryOf<typeof listProducts>;
type Answer = ResponseOf<typeof listProducts>;

export interface ProductList {
  /** The list as JSON text: cards go out as they are kept. */
  page(db: Db, query: Query): Promise<JsonText>;
  /** The same as plain data, for the modules above. */
  find(db: Db, query: Query): Promise<Answer>;
  /** To be called once a transaction that changed products has committed. */
  changed(): void;
}

interface Listed {
  found: Found[];
  more: boolean;
  spelling: string | null;
  tsquery: string | undefined;
}

/** The product list with its counts kept between requests. */
export function createProductList(): ProductList {
  const cache = new CountsCache();
  const list = async (db: Db, query: Query) => {
    const { cursor, limit, sort, q, ...filter } = query;
    const listed = await gather(db, query);
    const key = JSON.stringify([filter, listed.tsquery]);
    const counts = await cache.get(key, () => countProducts(db, filter, listed.tsquery));
    const last = listed.found.at(-1);
    return { ...listed, counts, nextCursor: listed.more && last ? writeCursor(last.position) : null };
  };
  return {
    async page(db, query) {
      const { found, counts, nextCursor, spelling, tsquery } = await list(db, query);
      const items =
        tsquery === undefined
          ? found.map(({ card }) => card)
          : found.map(({ card }) => withHighlights(card, query.q ?? '', spelling));
      const { total, totalIsLowerBound, facets } = counts;
      const rest = JSON.stringify({ nextCursor, total, totalIsLowerBound, facets, spelling });
      return new JsonText(`{"items":[${items.join(',')}],${rest.slice(1)}`);
    },
    async find(db, query) {
      return JSON.parse((await this.page(db, query)).text) as Answer;
    },
    changed: () => cache.clear(),
  };
}

async function gather(db: Db, query: Query): Promise<Listed> {
  const { cursor, limit, sort, q = '', ...filter } = query;
  const asked = q === '' ? null : queryLiteral(analyseQuery(q));
  if (asked === null) {
    // A query of signs alone asks for nothing that could be found.
    if (q !== '') return { found: [], more: false, spelling: null, tsquery: `'\u0001'` };
    const order = sort === undefined || sort === 'relevance' ? 'newest' : sort;
    const found = await listPage(db, filter, order, readCursor(cursor, 2), limit + 1);
    return { found: found.slice(0, limit), more: found.length > limit, spelling: null, tsquery: undefined };
  }
  const after = readCursor(cursor, 3);
  let found = await searchPage(db, filter, asked, after, limit + 1);
  let tsquery = asked;
  let spelling: string | null = null;
  if (found.length === 0 && !(await findsAnything(db, asked))) {
    const right = (await putRight(db, analyseQuery(q).fuzzy.split(' ').filter(Boolean))).join(' ');
    const corrected = right === '' ? null : queryLiteral(analyseQuery(`${right} `));
    if (corrected !== null && corrected !== asked) {
      found = await searchPage(db, filter, corrected, after, limit + 1);
      tsquery = corrected;
      spelling = right;
    }
  }
  return { found: found.slice(0, limit), more: found.length > limit, spelling, tsquery };
}

function withHighlights(card: string, q: string, spelling: string | null): string {
  const { names } = JSON.parse(card) as { names: Record<string, string> };
  return `${card.slice(0, -1)},"highlights":${JSON.stringify(highlight(names, spelling ?? q))}}`;
}

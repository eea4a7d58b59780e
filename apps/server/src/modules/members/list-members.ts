import type { listMembers as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readSortCursor } from '../../platform/http/typed-cursors.ts';
import {
  anyMember,
  countMembers,
  facetsOfMembers,
  pageOfMembers,
  type MemberFilter,
  type MemberOrder,
} from './member-list.sql.ts';
import { presentCard } from './present.ts';
import { searchWords, type SearchWords } from './search-text.ts';

/**
 * The directory: admitted members only. With words the best found come first; facets are counted
 * for the first page only.
 */
export async function listMembers(
  trx: Db,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const words = query.q === undefined ? undefined : searchWords(query.q);
  if (words === null) return { items: [], nextCursor: null, total: 0, facets: emptyFacets };
  const filter = { ...query, ...(words && (await wayToAsk(trx, words))) };
  const order: MemberOrder = words ? 'relevance' : query.sort;
  const after = readSortCursor(query.cursor, order === 'name' ? 'string' : 'number');
  const rows = await pageOfMembers(trx, filter, order, after, query.limit + 1);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const facets = query.cursor === undefined ? await facetsOfMembers(trx, filter) : null;
  return {
    items: items.map(presentCard),
    nextCursor: last && rows.length > query.limit ? writeCursor([last.position, last.id]) : null,
    total: facets?.total ?? (await countMembers(trx, filter)),
    facets: facets && facets.byField,
  };
}

/** Every word must be there; only where nobody has them all is the query forgiven its typing errors. */
async function wayToAsk(trx: Db, words: SearchWords): Promise<Pick<MemberFilter, 'tsquery' | 'similarTo'>> {
  const exact = { tsquery: words.tsquery };
  return (await anyMember(trx, exact)) ? exact : { similarTo: words.fuzzy };
}

const emptyFacets = { kind: [], continent: [], country: [], place: [], language: [], tag: [], resource: [] };

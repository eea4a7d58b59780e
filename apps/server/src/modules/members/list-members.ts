import type { listMembers as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readSortCursor } from '../../platform/http/typed-cursors.ts';
import {
  anyMembers,
  countMembers,
  facetsOfMembers,
  pageOfMembers,
  type MemberFilter,
  type MemberOrder,
} from './member-list.sql.ts';
import { presentCard } from './present.ts';
import { searchQuery } from './search-text.ts';
import { putRight } from './spelling.sql.ts';

/**
 * The directory: admitted members only. With words the best found come first; facets are counted
 * for the first page only.
 */
export async function listMembers(
  trx: Db,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const tsquery = query.q === undefined ? undefined : await wayToAsk(trx, query.q);
  if (tsquery === null) return { items: [], nextCursor: null, total: 0, facets: emptyFacets };
  const filter: MemberFilter = { ...query, ...(tsquery !== undefined && { tsquery }) };
  const order: MemberOrder = tsquery === undefined ? query.sort : 'relevance';
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

/** Every word must be there; only where nobody has them all are typing errors put right. Null: nothing can be found. */
async function wayToAsk(trx: Db, q: string): Promise<string | null> {
  const tsquery = searchQuery(q);
  if (tsquery === null) return null;
  const known = (tsqueries: readonly string[]) => anyMembers(trx, tsqueries);
  return (await known([tsquery]))[0] ? tsquery : await putRight(trx, q, known);
}

const emptyFacets = { kind: [], continent: [], country: [], place: [], language: [], tag: [], resource: [] };

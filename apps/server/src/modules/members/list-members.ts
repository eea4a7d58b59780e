import type { listMembers as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readSortCursor } from './cursors.ts';
import { countMembers, facetsOfMembers, pageOfMembers, type MemberOrder } from './member-list.sql.ts';
import { presentCard } from './present.ts';
import { searchQuery } from './search-text.ts';

/**
 * The directory: admitted members only. With words the best found come first; facets are counted
 * for the first page only.
 */
export async function listMembers(
  trx: Db,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const words = query.q === undefined ? undefined : searchQuery(query.q);
  if (words === null) return { items: [], nextCursor: null, total: 0, facets: emptyFacets };
  const filter = { ...query, words };
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

const emptyFacets = { kind: [], continent: [], country: [], place: [], tag: [], resource: [] };

import type { listResources as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor, readSortCursor } from '../../platform/http/typed-cursors.ts';
import { presentResource } from './present.ts';
import { anyResources, countResources, pageOfResources, type ResourcePlace } from './resource.sql.ts';
import { searchQuery } from './search-text.ts';
import { putRight } from './spelling.sql.ts';

/** What admitted members offer, with its owner; contacts only for who may see them. */
export async function listResources(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const tsquery = query.q === undefined ? undefined : await wayToAsk(trx, query.q);
  if (tsquery === null) return { items: [], nextCursor: null, total: 0 };
  const filter = { ...query, ...(tsquery !== undefined && { tsquery }) };
  const { sort } = query;
  const rows = await pageOfResources(trx, filter, sort, readPlace(query), query.limit + 1);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => ({
      ...presentResource(row, actor),
      organisationNames: row.organisation_names,
    })),
    nextCursor:
      last && rows.length > query.limit
        ? writeCursor(sort === 'newest' ? [last.id] : [last.position, last.id])
        : null,
    total: await countResources(trx, filter),
  };
}

/** As members are asked: every word must be there; where nothing has them all, typing errors are put right. */
async function wayToAsk(trx: Db, q: string): Promise<string | null> {
  const tsquery = searchQuery(q);
  if (tsquery === null) return null;
  const known = (tsqueries: readonly string[]) => anyResources(trx, tsqueries);
  return (await known([tsquery]))[0] ? tsquery : await putRight(trx, q, known);
}

function readPlace({ sort, cursor }: QueryOf<typeof endpoint>): ResourcePlace | undefined {
  if (sort !== 'newest') return readSortCursor(cursor, 'string');
  const id = readIdCursor(cursor);
  return id === undefined ? undefined : { value: '', id };
}

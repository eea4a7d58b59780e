import type { listResources as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor, readSortCursor } from '../../platform/http/typed-cursors.ts';
import { presentResource } from './present.ts';
import { countResources, pageOfResources, type ResourcePlace } from './resource.sql.ts';
import { searchWords } from './search-text.ts';

/** What admitted members offer, with its owner; contacts only for who may see them. */
export async function listResources(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const words = query.q === undefined ? undefined : searchWords(query.q);
  if (words === null) return { items: [], nextCursor: null, total: 0 };
  const filter = { ...query, tsquery: words?.tsquery };
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

function readPlace({ sort, cursor }: QueryOf<typeof endpoint>): ResourcePlace | undefined {
  if (sort !== 'newest') return readSortCursor(cursor, 'string');
  const id = readIdCursor(cursor);
  return id === undefined ? undefined : { value: '', id };
}

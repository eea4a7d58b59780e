import type { listResources as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor } from '../../platform/http/typed-cursors.ts';
import { presentResource } from './present.ts';
import { countResources, pageOfResources } from './resource.sql.ts';
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
  const rows = await pageOfResources(trx, filter, readIdCursor(query.cursor), query.limit + 1);
  const items = rows.slice(0, query.limit);
  return {
    items: items.map((row) => ({
      ...presentResource(row, actor),
      organisationNames: row.organisation_names,
    })),
    nextCursor: rows.length > query.limit ? writeCursor([items.at(-1)!.id]) : null,
    total: await countResources(trx, filter),
  };
}

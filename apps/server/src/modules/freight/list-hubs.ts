import type { Hub, listHubs as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readCodeCursor } from './code-cursor.ts';
import { countHubs, findHub, pageOfHubs } from './hub.sql.ts';
import { presentHub } from './present.ts';

/** Hubs by key. */
export async function listHubs(
  trx: Db,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const rows = await pageOfHubs(trx, query, readCodeCursor(query.cursor), query.limit + 1);
  const items = rows.slice(0, query.limit);
  return {
    items: items.map(presentHub),
    nextCursor: rows.length > query.limit ? writeCursor([items.at(-1)!.code]) : null,
    total: await countHubs(trx, query),
  };
}

/** @throws Problem platform.notFound */
export async function getHub(trx: Db, id: string): Promise<Hub> {
  const row = await findHub(trx, id);
  if (!row) throw new Problem(problems.notFound);
  return presentHub(row);
}

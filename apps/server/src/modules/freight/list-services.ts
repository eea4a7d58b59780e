import type { FreightService, listServices as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readCodeCursor } from './code-cursor.ts';
import { hubsByIds } from './hub.sql.ts';
import { presentService } from './present.ts';
import { countServices, findService, pageOfServices } from './service.sql.ts';
import type { ServiceRow } from './tables.ts';

/** Services with the hubs at their ends. */
export async function presentServices(trx: Db, rows: readonly ServiceRow[]): Promise<FreightService[]> {
  const hubs = await hubsByIds(
    trx,
    rows.flatMap((row) => [row.from_hub_id, row.to_hub_id]),
  );
  return rows.map((row) => presentService(row, hubs));
}

/** Services by key. */
export async function listServices(
  trx: Db,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const rows = await pageOfServices(trx, query, readCodeCursor(query.cursor), query.limit + 1);
  const items = rows.slice(0, query.limit);
  return {
    items: await presentServices(trx, items),
    nextCursor: rows.length > query.limit ? writeCursor([items.at(-1)!.code]) : null,
    total: await countServices(trx, query),
  };
}

/** @throws Problem platform.notFound */
export async function getService(trx: Db, id: string): Promise<FreightService> {
  const row = await findService(trx, id);
  if (!row) throw new Problem(problems.notFound);
  return (await presentServices(trx, [row]))[0]!;
}

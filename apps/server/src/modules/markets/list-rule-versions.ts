import type { listMarketRuleVersions as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readNumberCursor } from '../../platform/http/typed-cursors.ts';
import { findRule } from './rule.sql.ts';
import { pageOfVersions } from './versions.sql.ts';

/** What a rule said before, newest first. @throws Problem platform.notFound */
export async function listRuleVersions(
  trx: Db,
  id: string,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  if (!(await findRule(trx, id))) throw new Problem(problems.notFound);
  const rows = await pageOfVersions(trx, id, readNumberCursor(query.cursor), query.limit + 1);
  const items = rows.slice(0, query.limit);
  return {
    items: items.map((row) => ({
      version: row.version,
      change: row.change,
      person: row.person_name,
      at: row.at.toISOString(),
      snapshot: row.snapshot,
    })),
    nextCursor: rows.length > query.limit ? writeCursor([items.at(-1)!.version]) : null,
  };
}

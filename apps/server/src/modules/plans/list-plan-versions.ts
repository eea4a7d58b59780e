import type { listPlanVersions as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readNumberCursor } from '../../platform/http/typed-cursors.ts';
import { findPlan } from './plan.sql.ts';
import { plans } from './tables.ts';

/** The versions of a plan, newest first. @throws Problem platform.notFound */
export async function listPlanVersions(
  trx: Db,
  actor: Actor,
  { id, cursor, limit }: { id: string } & QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  await findPlan(trx, actor, 'plans.listPlanVersions', id);
  const before = readNumberCursor(cursor);
  const rows = await plans(trx)
    .selectFrom('plan_version')
    .select(['version', 'at', 'by_name'])
    .select(sql<ResponseOf<typeof endpoint>['items'][number]['verdict']>`result->>'verdict'`.as('verdict'))
    .select(sql<string>`result->>'on'`.as('on'))
    .where('plan_id', '=', id)
    .$if(before !== undefined, (query) => query.where('version', '<', before!))
    .orderBy('version', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ version, at, by_name: by, verdict, on }) => ({
      version,
      at: at.toISOString(),
      by,
      verdict,
      on,
    })),
    nextCursor: rows.length > limit ? writeCursor([page.at(-1)!.version]) : null,
  };
}

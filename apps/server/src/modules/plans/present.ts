import type { PlanPage } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { plans, type PlanRow, type PlanVersionRow } from './tables.ts';
import { wordResult } from './words.ts';

/** Most causes that are told of a plan that was reopened. */
const mostTold = 100;

/** A plan's page in one of its versions. What reopened it is told of the newest only. */
export async function presentPlan(
  trx: Db,
  row: PlanRow,
  kept: PlanVersionRow,
  reader: { mine: boolean; language: string },
): Promise<PlanPage> {
  const since = await plans(trx)
    .selectFrom('plan_reopening')
    .select(['at', 'cause', 'subject', 'change'])
    .where('plan_id', '=', row.id)
    .where('at', '>', kept.at)
    .orderBy('at')
    .orderBy('id')
    .limit(mostTold)
    .execute();
  return {
    id: row.id,
    organisationId: row.organisation_id,
    state: row.state,
    reopenings: since.map(({ at, ...cause }) => ({ ...cause, at: at.toISOString() })),
    input: kept.input,
    result: wordResult(kept.result, reader.language),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    by: kept.by_name,
    mine: reader.mine,
    number: kept.version,
    version: row.version,
  };
}

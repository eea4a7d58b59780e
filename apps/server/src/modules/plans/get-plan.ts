import type { PlanPage } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { findPlan, findPlanVersion } from './plan.sql.ts';
import { presentPlan } from './present.ts';

/** A plan as it now stands, or an earlier version of it. @throws Problem platform.notFound, plans.noSuchVersion */
export async function getPlan(
  trx: Db,
  actor: Actor,
  { id, number }: { id: string; number?: number | undefined },
): Promise<PlanPage> {
  const row = await findPlan(trx, actor, 'plans.getPlan', id);
  return presentPlan(trx, row, await findPlanVersion(trx, id, number ?? row.version), {
    mine: true,
    language: actor.language,
  });
}

import type { PlanPage } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { findPlan, findPlanVersion } from './plan.sql.ts';
import { presentPlan } from './present.ts';
import { plans } from './tables.ts';

/**
 * Puts a plan that was put aside back, in the version it had. What made it doubtful meanwhile was kept, so it comes back
 * as one that was reopened where there was anything. Again is no harm.
 * @throws Problem platform.notFound
 */
export async function restorePlan(trx: Db, actor: Actor, { id }: { id: string }): Promise<PlanPage> {
  const row = await findPlan(trx, actor, 'plans.restorePlan', id, { lock: true });
  const kept = await findPlanVersion(trx, id, row.version);
  const reader = { mine: true, language: actor.language };
  const page = await presentPlan(trx, row, kept, reader);
  if (row.state !== 'archived') return page;
  const state = page.reopenings.length > 0 ? 'reopened' : 'current';
  await plans(trx).updateTable('plan').set({ state, updated_at: new Date() }).where('id', '=', id).execute();
  await recordAudit(trx, actor, {
    action: 'plans.restorePlan',
    subjectKind: 'plan',
    subjectId: id,
    before: { state: 'archived' },
    after: { state },
  });
  return presentPlan(trx, await findPlan(trx, actor, 'plans.restorePlan', id), kept, reader);
}

import type { PlanPage } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { findPlan, findPlanVersion } from './plan.sql.ts';
import { presentPlan } from './present.ts';
import { plans } from './tables.ts';

/** Puts a plan aside; what makes it doubtful is kept for when it comes back. Again is no harm. @throws Problem platform.notFound */
export async function archivePlan(trx: Db, actor: Actor, { id }: { id: string }): Promise<PlanPage> {
  const row = await findPlan(trx, actor, 'plans.archivePlan', id, { lock: true });
  const kept = await findPlanVersion(trx, id, row.version);
  if (row.state !== 'archived') {
    await plans(trx)
      .updateTable('plan')
      .set({ state: 'archived', updated_at: new Date() })
      .where('id', '=', id)
      .execute();
    await recordAudit(trx, actor, {
      action: 'plans.archivePlan',
      subjectKind: 'plan',
      subjectId: id,
      before: { state: row.state },
      after: { state: 'archived' },
    });
  }
  return presentPlan(trx, { ...row, state: 'archived' }, kept, { mine: true, language: actor.language });
}

import { planInput, type BodyOf, type PlanPage, type updatePlan as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { addVersion, findPlan, findPlanVersion } from './plan.sql.ts';
import { presentPlan } from './present.ts';
import { reckonPlan } from './reckon-plan.ts';

/**
 * Reckons a plan anew with what is named changed and everything else as it was: its next version. A plan that was put
 * aside comes back by it.
 * @throws Problem platform.notFound, platform.staleVersion; what reckonPlan throws
 */
export async function updatePlan(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, change }: { id: string; expectedVersion: number; change: BodyOf<typeof endpoint> },
): Promise<PlanPage> {
  const row = await findPlan(trx, actor, 'plans.updatePlan', id, { lock: true });
  if (row.version !== expectedVersion) throw new Problem(problems.staleVersion, { current: row.version });
  const before = await findPlanVersion(trx, id, row.version);
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const input = planInput.parse({ ...before.input, ...named });
  const result = await reckonPlan(trx, actor, input, before.input.readyOn);
  await addVersion(trx, actor, row, input, result);
  await recordAudit(trx, actor, {
    action: 'plans.updatePlan',
    subjectKind: 'plan',
    subjectId: id,
    before: { version: row.version, verdict: row.verdict },
    after: { version: row.version + 1, verdict: result.verdict },
  });
  const now = await findPlan(trx, actor, 'plans.updatePlan', id);
  return presentPlan(trx, now, await findPlanVersion(trx, id, now.version), {
    mine: true,
    language: actor.language,
  });
}

import type { PlanInput, PlanPage, PlanResult } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { findPlan, findPlanVersion, insertPlan } from './plan.sql.ts';
import { presentPlan } from './present.ts';
import { reckonPlan } from './reckon-plan.ts';
import { wordResult } from './words.ts';

/**
 * Reckons a plan and keeps it as the actor's organisation's.
 * @throws Problem platform.forbidden for a person without an organisation; what reckonPlan throws
 */
export async function createPlan(trx: Db, actor: Actor, input: PlanInput): Promise<PlanPage> {
  if (actor.organisationId === null) throw new Problem(problems.forbidden);
  const result = await reckonPlan(trx, actor, input);
  const id = await insertPlan(trx, actor, actor.organisationId, input, result);
  await recordAudit(trx, actor, {
    action: 'plans.createPlan',
    subjectKind: 'plan',
    subjectId: id,
    before: null,
    after: { productId: input.productId, market: input.market, verdict: result.verdict },
  });
  const row = await findPlan(trx, actor, 'plans.createPlan', id);
  return presentPlan(trx, row, await findPlanVersion(trx, id, 1), { mine: true, language: actor.language });
}

/** Reckons a plan and keeps nothing. @throws what reckonPlan throws */
export const previewPlan = async (trx: Db, actor: Actor, input: PlanInput): Promise<PlanResult> =>
  wordResult(await reckonPlan(trx, actor, input), actor.language);

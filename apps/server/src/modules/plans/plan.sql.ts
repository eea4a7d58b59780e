import type { PlanInput, PlanResult } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { plansPolicy } from './policy.ts';
import { plansProblems } from './problems.ts';
import { plans, type PlanRow, type PlanSummary, type PlanVersionRow } from './tables.ts';
import { roadOf } from './roads.ts';

/** A plan that the actor may do this to. @throws Problem platform.notFound */
export async function findPlan(
  trx: Db,
  actor: Actor,
  operation: string,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<PlanRow> {
  const row = await plans(trx)
    .selectFrom('plan')
    .selectAll()
    .where('id', '=', id)
    .$if(options.lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  authoriseFor(plansPolicy, actor, operation, row.organisation_id);
  return row;
}

/** @throws Problem plans.noSuchVersion */
export async function findPlanVersion(trx: Db, planId: string, version: number): Promise<PlanVersionRow> {
  const row = await plans(trx)
    .selectFrom('plan_version')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw new Problem(plansProblems.noSuchVersion, { version });
  return row;
}

const summaryOf = (input: PlanInput, result: PlanResult): PlanSummary => ({
  sku: result.product.sku,
  names: result.product.names,
  quantity: input.quantity,
  arrivesAt: roadOf(result.roads)?.arrivesAt ?? null,
  perUnitFen: result.landed?.perUnitFen ?? null,
});

/** Writes a new plan and its first version. @returns its id */
export async function insertPlan(
  trx: Db,
  actor: Actor,
  organisationId: string,
  input: PlanInput,
  result: PlanResult,
): Promise<string> {
  const id = v7();
  await plans(trx)
    .insertInto('plan')
    .values({
      id,
      organisation_id: organisationId,
      product_id: input.productId,
      market: input.market,
      verdict: result.verdict,
      summary: JSON.stringify(summaryOf(input, result)),
    })
    .execute();
  await insertVersion(trx, actor, id, 1, input, result);
  return id;
}

/** Writes a plan's next version; whatever had reopened it is answered by it. */
export async function addVersion(
  trx: Db,
  actor: Actor,
  row: PlanRow,
  input: PlanInput,
  result: PlanResult,
): Promise<void> {
  await plans(trx)
    .updateTable('plan')
    .set({
      state: 'current',
      version: row.version + 1,
      verdict: result.verdict,
      summary: JSON.stringify(summaryOf(input, result)),
      updated_at: new Date(),
    })
    .where('id', '=', row.id)
    .execute();
  await insertVersion(trx, actor, row.id, row.version + 1, input, result);
}

async function insertVersion(
  trx: Db,
  actor: Actor,
  planId: string,
  version: number,
  input: PlanInput,
  result: PlanResult,
): Promise<void> {
  await plans(trx)
    .insertInto('plan_version')
    .values({
      plan_id: planId,
      version,
      input: JSON.stringify(input),
      result: JSON.stringify(result),
      by_user_id: actor.userId,
      by_name: actor.userName,
    })
    .execute();
}

import type { PlanPage } from '@jiechuan/contract';
import { roles, type Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { findPlanVersion } from './plan.sql.ts';
import { presentPlan } from './present.ts';
import { hashToken } from './share-plan.ts';
import { plans } from './tables.ts';
import { today } from '../../platform/today.ts';

/** Admitted members; observers read totals only. */
const members = new Set(roles.filter((role) => !['visitor', 'user', 'observer'].includes(role)));

/**
 * The newest version of the plan behind a link. What its maker reckons with (assumptions, borrowing against building)
 * is never in it, its costs only if the link was made so.
 * @throws Problem platform.notFound where the link is unknown, closed or expired; platform.signInFirst or
 * platform.forbidden where it is for members only
 */
export async function openSharedPlan(trx: Db, actor: Actor, { token }: { token: string }): Promise<PlanPage> {
  const share = await plans(trx)
    .selectFrom('plan_share')
    .select(['plan_id', 'audience', 'costs'])
    .where('token_hash', '=', hashToken(token))
    .where('expires_on', '>=', today())
    .executeTakeFirst();
  if (!share) throw new Problem(problems.notFound);
  if (share.audience === 'members' && !members.has(actor.role))
    throw new Problem(actor.role === 'visitor' ? problems.signInFirst : problems.forbidden);
  const row = await plans(trx)
    .selectFrom('plan')
    .selectAll()
    .where('id', '=', share.plan_id)
    .executeTakeFirstOrThrow();
  const page = await presentPlan(trx, row, await findPlanVersion(trx, row.id, row.version), {
    mine: false,
    language: actor.language,
  });
  const { result, input } = page;
  const { assumptions: _own, price: _price, ...asked } = input;
  return {
    ...page,
    input: { ...asked, price: null, assumptions: null },
    result: { ...result, borrowOrBuild: null, landed: share.costs ? result.landed : null },
  };
}

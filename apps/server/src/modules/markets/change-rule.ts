import type { BodyOf, changeMarketRule as endpoint, MarketRule } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import {
  keepRule,
  refuseOutOfOrder,
  refuseUnknownArea,
  ruleColumnsOf,
  type RuleGround,
} from './keep-rule.ts';
import { lockRule, updateRule } from './rule.sql.ts';

/**
 * Changes what is named. The review is taken away: it was of what the rule said before. A shipped rule is
 * from now on the alliance's own, and later editions of the software leave it alone.
 * @throws Problem platform.notFound, platform.staleVersion, markets.areaUnknown, markets.daysOutOfOrder
 */
export async function changeRule(
  trx: Db,
  actor: Actor,
  input: { id: string; expectedVersion: number; change: BodyOf<typeof endpoint> },
  ground: RuleGround,
): Promise<MarketRule> {
  const { change } = input;
  const before = await lockRule(trx, input.id);
  if (!before) throw new Problem(problems.notFound);
  if (before.version !== input.expectedVersion)
    throw new Problem(problems.staleVersion, { current: before.version });
  refuseOutOfOrder(
    change.validFrom === undefined ? before.valid_from : change.validFrom,
    change.validTo === undefined ? before.valid_to : change.validTo,
  );
  if (change.area !== undefined) await refuseUnknownArea(trx, change.area);
  const after = await updateRule(trx, before.id, {
    ...ruleColumnsOf(change),
    reviewed_by: null,
    reviewed_by_name: null,
    reviewed_at: null,
    shipped_hash: null,
    version: before.version + 1,
  });
  return keepRule(trx, actor, { before, after, change: 'changed', action: 'markets.changeRule' }, ground);
}

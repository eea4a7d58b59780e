import type { MarketRule } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { keepRule, refuseOutOfOrder, type RuleGround } from './keep-rule.ts';
import { lockRule, updateRule } from './rule.sql.ts';

/**
 * Says the last day a rule holds; what was judged by it before stays readable.
 * @throws Problem platform.notFound, markets.daysOutOfOrder
 */
export async function endRule(
  trx: Db,
  actor: Actor,
  input: { id: string; lastDay: string },
  ground: RuleGround,
): Promise<MarketRule> {
  const before = await lockRule(trx, input.id);
  if (!before) throw new Problem(problems.notFound);
  refuseOutOfOrder(before.valid_from, input.lastDay);
  const after = await updateRule(trx, before.id, {
    valid_to: input.lastDay,
    shipped_hash: null,
    version: before.version + 1,
  });
  return keepRule(trx, actor, { before, after, change: 'ended', action: 'markets.endRule' }, ground);
}

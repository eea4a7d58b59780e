import type { addMarketRule as endpoint, BodyOf, MarketRule } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { keepRule, refuseOutOfOrder, refuseUnknownArea, type RuleGround } from './keep-rule.ts';
import { marketsProblems } from './problems.ts';
import { insertRule } from './rule.sql.ts';

/**
 * Writes a rule down. It counts at once, reviewed by nobody yet.
 * @throws Problem markets.areaUnknown, markets.daysOutOfOrder, markets.ruleCodeTaken
 */
export async function addRule(
  trx: Db,
  actor: Actor,
  rule: BodyOf<typeof endpoint>,
  ground: RuleGround,
): Promise<MarketRule> {
  refuseOutOfOrder(rule.validFrom, rule.validTo);
  await refuseUnknownArea(trx, rule.area);
  const after = await insertRule(trx, {
    id: v7(),
    code: rule.code,
    area: rule.area,
    effect: rule.effect,
    scope: JSON.stringify(rule.scope),
    predicate: JSON.stringify(rule.predicate),
    requirement: JSON.stringify(rule.requirement),
    evidence: JSON.stringify(rule.evidence),
    source: JSON.stringify(rule.source),
    valid_from: rule.validFrom,
    valid_to: rule.validTo,
    confidence: rule.confidence,
    reviewed_by: null,
    reviewed_by_name: null,
    shipped_hash: null,
  });
  if (!after) throw new Problem(marketsProblems.ruleCodeTaken, { code: rule.code });
  return keepRule(trx, actor, { before: null, after, change: 'added', action: 'markets.addRule' }, ground);
}

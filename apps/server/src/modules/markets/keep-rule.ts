import type { BodyOf, changeMarketRule, MarketRule } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { Events } from '../../platform/events/events.ts';
import { marketsEvents, type RuleChanged } from './events.ts';
import { allAreas } from './market.sql.ts';
import { presentRule } from './present.ts';
import { marketsProblems } from './problems.ts';
import type { RuleRow } from './tables.ts';
import { keepVersion } from './versions.sql.ts';

export type RuleGround = { events: Pick<Events, 'publish'> };
type RuleChange = BodyOf<typeof changeMarketRule>;

/** The columns of what an edit names; the rest stays. */
export const ruleColumnsOf = (change: RuleChange) => ({
  area: change.area,
  effect: change.effect,
  scope: change.scope && JSON.stringify(change.scope),
  predicate: change.predicate && JSON.stringify(change.predicate),
  requirement: change.requirement && JSON.stringify(change.requirement),
  evidence: change.evidence && JSON.stringify(change.evidence),
  source: change.source && JSON.stringify(change.source),
  valid_from: change.validFrom,
  valid_to: change.validTo,
  confidence: change.confidence,
});

/** @throws Problem markets.daysOutOfOrder */
export function refuseOutOfOrder(validFrom: string | null, validTo: string | null): void {
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    throw new Problem(marketsProblems.daysOutOfOrder, { validFrom, validTo });
}

/** @throws Problem markets.areaUnknown */
export async function refuseUnknownArea(trx: Db, area: string): Promise<void> {
  if (!(await allAreas(trx)).includes(area)) throw new Problem(marketsProblems.areaUnknown, { area });
}

/** What follows every change of a rule: its version, the audit, and word to whoever planned by it. All commit together. */
export async function keepRule(
  trx: Db,
  actor: Actor,
  rule: { before: RuleRow | null; after: RuleRow; change: RuleChanged['change']; action: string },
  ground: RuleGround,
): Promise<MarketRule> {
  const { before, after, change } = rule;
  const { review: _, ...snapshot } = presentRule(after);
  await keepVersion(trx, actor, { id: after.id, version: after.version, change, snapshot });
  await recordAudit(trx, actor, {
    action: rule.action,
    subjectKind: 'marketRule',
    subjectId: after.id,
    before: before && presentRule(before),
    after: presentRule(after),
  });
  // A rule that moves to another market touches plans of both.
  for (const market of new Set([...(before ? [before.area] : []), after.area]))
    await ground.events.publish<RuleChanged>(trx, marketsEvents.ruleChanged, {
      market,
      ruleId: after.id,
      change,
    });
  return presentRule(after);
}

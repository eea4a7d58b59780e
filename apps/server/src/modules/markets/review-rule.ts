import type { MarketRule } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { presentRule } from './present.ts';
import { marketsProblems } from './problems.ts';
import { lockRule, updateRule } from './rule.sql.ts';
import { keepVersion } from './versions.sql.ts';

/**
 * Marks that a person has held this version of a rule against its source. Says nothing new of the rule, so its
 * version stays and no plan is told.
 * @throws Problem platform.notFound, markets.reviewedElse where another version was read
 */
export async function reviewRule(
  trx: Db,
  actor: Actor,
  input: { id: string; version: number },
): Promise<MarketRule> {
  const before = await lockRule(trx, input.id);
  if (!before) throw new Problem(problems.notFound);
  if (before.version !== input.version)
    throw new Problem(marketsProblems.reviewedElse, { version: input.version, current: before.version });
  const after = await updateRule(trx, before.id, {
    reviewed_by: actor.userId,
    reviewed_by_name: actor.userName,
    reviewed_at: new Date(),
  });
  const { review } = presentRule(after);
  await keepVersion(trx, actor, {
    id: after.id,
    version: after.version,
    change: 'reviewed',
    snapshot: { ...review },
  });
  await recordAudit(trx, actor, {
    action: 'markets.reviewRule',
    subjectKind: 'marketRule',
    subjectId: after.id,
    before: { review: presentRule(before).review },
    after: { review, version: after.version },
  });
  return presentRule(after);
}

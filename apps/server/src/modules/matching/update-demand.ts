import type { Demand, DemandInput } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import type { Events } from '../../platform/events/events.ts';
import { today } from '../../platform/today.ts';
import { checkDemand } from './create-demand.ts';
import { columnsOf, demandToChange, isOpen } from './demand.sql.ts';
import { getDemand } from './get-demand.ts';
import { askForMatching, askForSharing } from './jobs.ts';
import { matchingProblems } from './problems.ts';
import { matching } from './tables.ts';

/**
 * Changes what is wanted; one that was closed is open again by it.
 * @throws Problem platform.notFound, platform.staleVersion; what checkDemand throws
 */
export async function updateDemand(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, input }: { id: string; expectedVersion: number; input: DemandInput },
  events: Events,
): Promise<Demand> {
  const row = await demandToChange(trx, actor, 'matching.updateDemand', id);
  if (row.version !== expectedVersion) throw new Problem(problems.staleVersion, { current: row.version });
  await checkDemand(trx, input);
  await matching(trx)
    .updateTable('demand')
    .set({ ...columnsOf(input), state: 'open', version: row.version + 1 })
    .where('id', '=', id)
    .execute();
  await askForMatching(trx, events, [id]);
  await recordAudit(trx, actor, {
    action: 'matching.updateDemand',
    subjectKind: 'demand',
    subjectId: id,
    before: row.data,
    after: input,
  });
  return getDemand(trx, actor, id);
}

/** Closes a demand; what was to be given to it is shared out anew. @throws Problem platform.notFound, matching.closed */
export async function closeDemand(trx: Db, actor: Actor, id: string, events: Events): Promise<Demand> {
  const row = await demandToChange(trx, actor, 'matching.closeDemand', id);
  if (!isOpen(row, today())) throw new Problem(matchingProblems.closed);
  await matching(trx)
    .updateTable('demand')
    .set({ state: 'closed', version: row.version + 1, matched_version: row.version + 1 })
    .where('id', '=', id)
    .execute();
  await askForSharing(trx, events);
  await recordAudit(trx, actor, {
    action: 'matching.closeDemand',
    subjectKind: 'demand',
    subjectId: id,
    before: { state: 'open' },
    after: { state: 'closed' },
  });
  return getDemand(trx, actor, id);
}

import type { Demand, DemandInput } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import type { Events } from '../../platform/events/events.ts';
import { today } from '../../platform/today.ts';
import { findMarket } from '../markets/index.ts';
import { columnsOf, countOpen } from './demand.sql.ts';
import { getDemand } from './get-demand.ts';
import { askForMatching } from './jobs.ts';
import { matchingProblems } from './problems.ts';
import { matching } from './tables.ts';

/** Open demands an organisation may have: each costs a matching, and hundreds by one buyer are nobody's wish. */
const mostOpen = 100;

/** @throws Problem markets.marketUnknown, matching.openUntilPast */
export async function checkDemand(trx: Db, input: DemandInput): Promise<void> {
  await findMarket(trx, input.market);
  if (input.openUntil < today()) throw new Problem(matchingProblems.openUntilPast, { date: input.openUntil });
}

/**
 * Says what the actor's organisation wants to buy; a job holds the products against it.
 * @throws Problem platform.forbidden for who acts for none; matching.tooManyDemands; what checkDemand throws
 */
export async function createDemand(
  trx: Db,
  actor: Actor,
  input: DemandInput,
  events: Events,
): Promise<Demand> {
  const { organisationId } = actor;
  if (organisationId === null) throw new Problem(problems.forbidden);
  await checkDemand(trx, input);
  if ((await countOpen(trx, organisationId, today())) >= mostOpen)
    throw new Problem(matchingProblems.tooManyDemands, { most: mostOpen });
  const id = v7();
  await matching(trx)
    .insertInto('demand')
    .values({ id, organisation_id: organisationId, ...columnsOf(input) })
    .execute();
  await askForMatching(trx, events, [id]);
  await recordAudit(trx, actor, {
    action: 'matching.createDemand',
    subjectKind: 'demand',
    subjectId: id,
    before: null,
    after: { words: input.words, market: input.market, quantity: input.quantity, unit: input.unit },
  });
  return getDemand(trx, actor, id);
}

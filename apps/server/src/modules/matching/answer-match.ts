import type { answerMatch as endpoint, BodyOf, DemandMatch } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { Events } from '../../platform/events/events.ts';
import { today } from '../../platform/today.ts';
import { demandToChange, isOpen } from './demand.sql.ts';
import { askForMatching } from './jobs.ts';
import { presentMatches } from './list-matches.ts';
import { matchingProblems } from './problems.ts';
import { matching } from './tables.ts';

/**
 * The buyer takes a proposed product or says why not. What is said changes later scores (the engine's `feedbackPoints`),
 * and what is refused has nothing set aside for it any more.
 * @throws Problem platform.notFound, matching.closed, matching.noSuchMatch
 */
export async function answerMatch(
  trx: Db,
  actor: Actor,
  { id, productId, answer, note }: { id: string; productId: string } & BodyOf<typeof endpoint>,
  events: Events,
): Promise<DemandMatch> {
  const demand = await demandToChange(trx, actor, 'matching.answerMatch', id);
  if (!isOpen(demand, today())) throw new Problem(matchingProblems.closed);
  const match = await matching(trx)
    .selectFrom('demand_match')
    .selectAll()
    .where('demand_id', '=', id)
    .where('product_id', '=', productId)
    .executeTakeFirst();
  const [before] = match ? await presentMatches(trx, actor, id, [match]) : [];
  if (!match || !before) throw new Problem(matchingProblems.noSuchMatch);
  await matching(trx)
    .insertInto('match_answer')
    .values({
      demand_id: id,
      id: v7(),
      product_id: productId,
      maker_id: match.maker_id,
      buyer_id: demand.organisation_id,
      answer,
      note,
      price: match.price,
    })
    .execute();
  await askForMatching(trx, events, [id]);
  await recordAudit(trx, actor, {
    action: 'matching.answerMatch',
    subjectKind: 'demand',
    subjectId: id,
    before: before.answer,
    after: { productId, answer },
  });
  return (await presentMatches(trx, actor, id, [match]))[0]!;
}

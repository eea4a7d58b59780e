import type { BodyOf, Deal, openDeal as endpoint } from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { addDays, today } from '../../platform/today.ts';
import { findMarket } from '../markets/index.ts';
import { demandBetween } from '../matching/index.ts';
import { organisationCards } from '../members/index.ts';
import { introductionBetween } from '../network/index.ts';
import { dealsEvents, type DealMoved } from './events.ts';
import { writeMove } from './move-deal.ts';
import { presentDeal } from './present.ts';
import { dealsProblems } from './problems.ts';
import { turnAfter } from './stages.ts';
import { deals, type DealRow } from './tables.ts';
import { tellOther, type DealsGround } from './tell-other.ts';
import { insertMessage } from './write-message.ts';

/** Open deals between the same two at a time: more is a slip of the finger, or worse. */
const mostBetween = 50;

/**
 * Opens a deal: an inquiry with a first message. If one introduced the two to each other, the deal says so for good, and
 * whoever introduced them sees what comes of it.
 * @throws Problem platform.forbidden, deals.withOneself, deals.noSuchMember, markets.marketUnknown, deals.noSuchDemand,
 * deals.tooManyDeals
 */
export async function openDeal(
  trx: Db,
  actor: Actor,
  input: BodyOf<typeof endpoint>,
  ground: DealsGround,
): Promise<Deal> {
  const own = actor.organisationId;
  if (own === null) throw new Problem(problems.forbidden);
  const other = input.withOrganisation;
  if (other === own) throw new Problem(dealsProblems.withOneself);
  const card = (await organisationCards(trx, [other])).get(other);
  if (!card || card.kind === 'observer') throw new Problem(dealsProblems.noSuchMember);
  await findMarket(trx, input.market);
  const [seller, buyer] = input.ours === 'seller' ? [own, other] : [other, own];
  if (input.demandId !== null && !(await demandBetween(trx, input.demandId, { seller, buyer })))
    throw new Problem(dealsProblems.noSuchDemand);
  await sql`select pg_advisory_xact_lock(hashtext(${`deals.open/${own}`}))`.execute(trx);
  if ((await countOpen(trx, seller, buyer)) >= mostBetween)
    throw new Problem(dealsProblems.tooManyDeals, { most: mostBetween });
  const introduction = await introductionBetween(trx, own, other);
  const now = new Date();
  const turn = turnAfter('inquiry', input.ours)!;
  // Whoever didn't open it answers first.
  const side = input.ours === 'seller' ? 'buyer' : turn.side;
  const row: DealRow = await deals(trx)
    .insertInto('deal')
    .values({
      id: v7(),
      kind: input.kind,
      title: input.title,
      market: input.market,
      seller_id: seller,
      buyer_id: buyer,
      opened_by: own,
      stage: 'inquiry',
      stage_since: now,
      owner_side: side,
      owner_person: null,
      deadline: addDays(today(now), turn.days),
      demand_id: input.demandId,
      introduction_id: introduction,
      agreed_offer: null,
      ended_reason: null,
      last_active_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await writeMove(trx, actor, {
    row,
    from: null,
    now,
    move: { dealId: row.id, to: 'inquiry', evidence: null },
  });
  await insertMessage(trx, actor, row, { text: input.message, files: [] });
  const event: DealMoved = {
    dealId: row.id,
    introductionId: introduction,
    from: null,
    to: 'inquiry',
    at: now.toISOString(),
  };
  await ground.events.publish(trx, dealsEvents.moved, event);
  await tellOther(trx, actor, row, 'deals.opened', ground);
  await recordAudit(trx, actor, {
    action: 'deals.openDeal',
    subjectKind: 'deal',
    subjectId: row.id,
    before: null,
    after: { kind: row.kind, seller, buyer, demandId: row.demand_id, introductionId: introduction },
  });
  return presentDeal(trx, actor, row);
}

async function countOpen(trx: Db, seller: string, buyer: string): Promise<number> {
  const { count } = await deals(trx)
    .selectFrom('deal')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('seller_id', '=', seller)
    .where('buyer_id', '=', buyer)
    .where('stage', 'not in', ['closed', 'ended'])
    .executeTakeFirstOrThrow();
  return count;
}

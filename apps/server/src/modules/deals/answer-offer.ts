import type { Deal } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { today } from '../../platform/today.ts';
import { dealToChange } from './deal.sql.ts';
import { advanceDeal } from './move-deal.ts';
import { presentDeal } from './present.ts';
import { dealsProblems } from './problems.ts';
import { deals, type DealRow, type OfferRow, type Side } from './tables.ts';
import { tellOther, type DealsGround } from './tell-other.ts';

interface Named {
  id: string;
  number: number;
}

/**
 * An open offer of a deal, the deal locked: of two who answer at once, the second finds it answered.
 * @throws Problem platform.notFound, deals.offerNotOpen
 */
async function openOffer(
  trx: Db,
  actor: Actor,
  { id, number }: Named,
): Promise<{ row: DealRow; side: Side; offer: OfferRow }> {
  const { row, side } = await dealToChange(trx, actor, id);
  const offer = await deals(trx)
    .selectFrom('deal_offer')
    .selectAll()
    .where('deal_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!offer) throw new Problem(problems.notFound);
  if (offer.state !== 'open' || row.stage !== 'offer')
    throw new Problem(dealsProblems.offerNotOpen, { number });
  return { row, side, offer };
}

const settle = async (
  trx: Db,
  actor: Actor,
  { id, number }: Named,
  state: 'accepted' | 'declined' | 'withdrawn',
): Promise<void> => {
  await deals(trx)
    .updateTable('deal_offer')
    .set({ state })
    .where('deal_id', '=', id)
    .where('number', '=', number)
    .execute();
  await recordAudit(trx, actor, {
    action: 'deals.answerOffer',
    subjectKind: 'deal',
    subjectId: id,
    before: { number, state: 'open' },
    after: { number, state },
  });
};

/** Accepts the other side's offer: the deal is agreed on it. @throws Problem as `openOffer`, deals.ownOffer, deals.offerExpired */
export async function acceptOffer(trx: Db, actor: Actor, named: Named, ground: DealsGround): Promise<Deal> {
  const { side, offer } = await openOffer(trx, actor, named);
  if (offer.side === side) throw new Problem(dealsProblems.ownOffer);
  if (offer.expires_on < today()) throw new Problem(dealsProblems.offerExpired, { date: offer.expires_on });
  await settle(trx, actor, named, 'accepted');
  const moved = await advanceDeal(
    trx,
    actor,
    { dealId: named.id, to: 'agreed', evidence: `#${named.number}`, agreedOffer: named.number },
    ground.events,
  );
  await tellOther(trx, actor, moved, 'deals.answered', ground);
  return presentDeal(trx, actor, moved);
}

/** Declines the other side's offer, or takes one's own back; the deal is an inquiry again. @throws Problem as `openOffer`, deals.ownOffer, deals.notYourSide */
export async function dropOffer(
  trx: Db,
  actor: Actor,
  named: Named,
  state: 'declined' | 'withdrawn',
  ground: DealsGround,
): Promise<Deal> {
  const { side, offer } = await openOffer(trx, actor, named);
  if (state === 'declined' && offer.side === side) throw new Problem(dealsProblems.ownOffer);
  if (state === 'withdrawn' && offer.side !== side) throw new Problem(dealsProblems.notYourSide);
  await settle(trx, actor, named, state);
  const moved = await advanceDeal(
    trx,
    actor,
    { dealId: named.id, to: 'inquiry', evidence: `#${named.number}` },
    ground.events,
  );
  await tellOther(trx, actor, moved, 'deals.answered', ground);
  return presentDeal(trx, actor, moved);
}

import type { Deal, OfferTerms } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { today } from '../../platform/today.ts';
import { dealToChange } from './deal.sql.ts';
import { inFen } from './in-fen.ts';
import { advanceDeal } from './move-deal.ts';
import { presentDeal } from './present.ts';
import { dealsProblems } from './problems.ts';
import { deals } from './tables.ts';
import { tellOther, type DealsGround } from './tell-other.ts';

const mostOffers = 100;
/** So that its value in fen stays an exact integer, whatever the currency. */
const mostTotal = 100_000_000_000_000;

/** The sum of quantity × unit price over the lines of an offer, in minor units. Integers, so nothing is rounded. */
export const totalOf = ({ lines }: Pick<OfferTerms, 'lines'>): bigint =>
  lines.reduce((sum, { quantity, unitPrice }) => sum + BigInt(quantity) * BigInt(unitPrice), 0n);

/**
 * Makes an offer or a counter-offer; the one before is superseded. The yuan's value at the rate of the day stays with it.
 * @throws Problem platform.notFound, deals.outOfOrder once it is agreed, deals.expiryPast, deals.totalTooLarge,
 * deals.tooManyOffers
 */
export async function makeOffer(
  trx: Db,
  actor: Actor,
  { id, terms }: { id: string; terms: OfferTerms },
  ground: DealsGround,
): Promise<Deal> {
  const { row, side } = await dealToChange(trx, actor, id);
  if (row.stage !== 'inquiry' && row.stage !== 'offer')
    throw new Problem(dealsProblems.outOfOrder, { from: row.stage, to: 'offer' });
  if (terms.expiresOn < today()) throw new Problem(dealsProblems.expiryPast, { date: terms.expiresOn });
  const total = totalOf(terms);
  if (total > mostTotal) throw new Problem(dealsProblems.totalTooLarge);
  const { last } = await deals(trx)
    .selectFrom('deal_offer')
    .select((select) => select.fn.max('number').as('last'))
    .where('deal_id', '=', id)
    .executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  if (number > mostOffers) throw new Problem(dealsProblems.tooManyOffers, { most: mostOffers });
  await deals(trx)
    .updateTable('deal_offer')
    .set({ state: 'superseded' })
    .where('deal_id', '=', id)
    .where('state', '=', 'open')
    .execute();
  const cny = await inFen(trx, total, terms.currency, today());
  await deals(trx)
    .insertInto('deal_offer')
    .values({
      deal_id: id,
      number,
      side,
      terms: JSON.stringify(terms),
      total: Number(total),
      currency: terms.currency,
      cny: cny && cny.amount,
      rate: cny && cny.rate,
      rate_date: cny && cny.rateDate,
      state: 'open',
      expires_on: terms.expiresOn,
      by_name: actor.userName,
      at: new Date(),
    })
    .execute();
  const moved = await advanceDeal(
    trx,
    actor,
    { dealId: id, to: 'offer', evidence: `#${number}` },
    ground.events,
  );
  await tellOther(trx, actor, moved, 'deals.offered', ground);
  await recordAudit(trx, actor, {
    action: 'deals.makeOffer',
    subjectKind: 'deal',
    subjectId: id,
    before: null,
    after: { number, total: String(total), currency: terms.currency },
  });
  return presentDeal(trx, actor, moved);
}

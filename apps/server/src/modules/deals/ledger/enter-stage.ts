import type { Db } from '../../../platform/db/database.ts';
import { today } from '../../../platform/today.ts';
import { agreedOffer, paidOf } from '../deal.sql.ts';
import { inFen } from '../in-fen.ts';
import type { DealRow, OfferRow, Stage } from '../tables.ts';
import { enterLedger } from './enter.ts';
import { ledger, type Tier } from './tables.ts';

/** The signed paper, where a deal comes to a stage by one. */
export interface SignedPaper {
  contractId: string;
  sha256: string;
}

/** What reaching a stage counts as; null for a stage that enters nothing. */
const tierOf = ({ kind }: DealRow, stage: Stage): Tier | null => {
  // What only declares an intention is never a contract's amount, whatever stage it reaches.
  if (kind === 'intent' || kind === 'framework') return stage === 'signed' ? 'intent' : null;
  if (stage === 'signed') return 'contract';
  return stage === 'effective' || stage === 'paid' ? stage : null;
};

/**
 * Enters a deal that has just come to a stage: signed with what was agreed, in effect with that as amended since, paid
 * with what came in. In yuan at the latest rate of the day. Nothing for other stages.
 * @throws Problem deals.alreadyEntered
 */
export async function enterStage(trx: Db, deal: DealRow, paper: SignedPaper | null): Promise<void> {
  const tier = tierOf(deal, deal.stage);
  const offer = tier && (await agreedOffer(trx, deal.id));
  if (!tier || !offer) return;
  const amount =
    tier === 'paid'
      ? await paidOf(trx, deal.id)
      : tier === 'effective'
        ? await netOf(trx, deal.id)
        : offer.total;
  const cny = await inFen(trx, BigInt(amount), offer.currency, today());
  await enterLedger(trx, {
    dealId: deal.id,
    contractId: paper?.contractId ?? null,
    kind: deal.kind,
    tier,
    delta: false,
    amountMinor: amount,
    currency: offer.currency,
    cny,
    sellerId: deal.seller_id,
    buyerId: deal.buyer_id,
    countries: [deal.market],
    industry: chapterOf(offer),
    documentSha256: paper?.sha256 ?? null,
  });
}

async function netOf(trx: Db, dealId: string): Promise<number> {
  const { net } = await ledger(trx)
    .selectFrom('deal_ledger')
    .select((select) => select.fn.coalesce(select.fn.sum<string>('amount'), select.val('0')).as('net'))
    .where('deal_id', '=', dealId)
    .where('tier', '=', 'contract')
    .executeTakeFirstOrThrow();
  return Number(net);
}

/** The HS chapter of the line that is worth most; null where no line has a code. */
function chapterOf({ terms }: OfferRow): string | null {
  const [first] = terms.lines
    .filter((line) => line.hs6 !== null)
    .toSorted((one, two) => two.quantity * two.unitPrice - one.quantity * one.unitPrice);
  return first?.hs6?.slice(0, 2) ?? null;
}

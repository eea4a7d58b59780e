import type { Db } from '../../../platform/db/database.ts';
import { today } from '../../../platform/today.ts';
import { paidOf } from '../deal.sql.ts';
import { inFen } from '../in-fen.ts';
import { owedOf, type Owed } from '../owed.ts';
import type { DealRow, Stage } from '../tables.ts';
import { enterLedger } from './enter.ts';
import { ledger, type Tier } from './tables.ts';

/** The signed paper, where a deal comes to a stage by one. */
export interface SignedPaper {
  contractId: string;
  sha256: string;
}

/** What reaching a stage counts as; null for a stage that enters nothing. */
const tierOf = ({ kind }: Pick<DealRow, 'kind'>, stage: Stage): Tier | null => {
  // What only declares an intention is never a contract's amount, whatever stage it reaches.
  if (kind === 'intent' || kind === 'framework') return stage === 'signed' ? 'intent' : null;
  if (stage === 'signed') return 'contract';
  return stage === 'effective' || stage === 'paid' ? stage : null;
};

/**
 * Enters a deal that has just come to a stage: signed and in effect with what both signed, paid with what came in.
 * @throws Problem deals.alreadyEntered
 */
export async function enterStage(trx: Db, deal: DealRow, paper: SignedPaper | null): Promise<void> {
  const tier = tierOf(deal, deal.stage);
  const owed = tier && (await owedOf(trx, [deal.id])).get(deal.id);
  if (!tier || !owed) return;
  const amount = tier === 'paid' ? ((await paidOf(trx, [deal.id])).get(deal.id) ?? 0) : owed.amount;
  await enter(trx, deal, { tier, delta: false, amount, owed, paper });
}

/**
 * Enters what a signed amendment adds or takes (then it is negative), in every tier that the deal stands in but what was
 * paid: money that came in is not amended.
 * @param before what was owed before it
 */
export async function enterAmendment(
  trx: Db,
  deal: DealRow,
  before: Owed,
  paper: SignedPaper,
): Promise<void> {
  const owed = (await owedOf(trx, [deal.id])).get(deal.id)!;
  const amount = owed.amount - before.amount;
  if (amount === 0) return;
  const entered = await ledger(trx)
    .selectFrom('deal_ledger')
    .select('tier')
    .distinct()
    .where('deal_id', '=', deal.id)
    .where('tier', '<>', 'paid')
    .orderBy('tier')
    .execute();
  for (const { tier } of entered) await enter(trx, deal, { tier, delta: true, amount, owed, paper });
}

/** Enters money that came in for what was amended after a deal had been paid. */
export const enterLaterPayment = (trx: Db, deal: DealRow, amount: number, owed: Owed): Promise<void> =>
  enter(trx, deal, { tier: 'paid', delta: true, amount, owed, paper: null });

async function enter(
  trx: Db,
  deal: DealRow,
  entry: { tier: Tier; delta: boolean; amount: number; owed: Owed; paper: SignedPaper | null },
): Promise<void> {
  const { tier, delta, amount, owed, paper } = entry;
  const code = codeOf(owed);
  await enterLedger(trx, {
    dealId: deal.id,
    contractId: paper?.contractId ?? null,
    kind: deal.kind,
    tier,
    delta,
    amountMinor: amount,
    currency: owed.currency,
    cny: await inFen(trx, BigInt(amount), owed.currency, today()),
    sellerId: deal.seller_id,
    buyerId: deal.buyer_id,
    countries: [deal.market],
    industry: code?.slice(0, 2) ?? null,
    hs6: code,
    documentSha256: paper?.sha256 ?? null,
  });
}

/** The HS code of the goods that are worth most; null where none has one. */
function codeOf({ goods }: Owed): string | null {
  const [first] = goods.filter(({ hs6 }) => hs6 !== null).toSorted((one, two) => two.worth - one.worth);
  return first?.hs6 ?? null;
}

import type { Deal, DealCard, DealOffer } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { today } from '../../platform/today.ts';
import { shipmentBriefs } from '../freight/index.ts';
import { movesOf, offersOf, paidOf, paymentsOf, sideOf, unreadOf } from './deal.sql.ts';
import { filesById } from './files.ts';
import { owedOf } from './owed.ts';
import { partiesOf } from './parties.ts';
import { isOwed, isStalled, mayMove, mayPay, pathOf } from './stages.ts';
import type { DealRow, OfferRow } from './tables.ts';

/** The amount that counts of each deal: what is owed, before that what the newest offer comes to. */
async function amountsOf(
  trx: Db,
  dealIds: readonly string[],
): Promise<Map<string, { amount: number; currency: string }>> {
  const { rows } = await sql<{ id: string; total: number; currency: string }>`
    select distinct on (deal_id) deal_id as id, total, currency from deal_offer where deal_id = any(${[...dealIds]}::uuid[])
    order by deal_id, number desc`.execute(trx);
  const owed = await owedOf(trx, dealIds);
  return new Map([
    ...rows.map(({ id, total, currency }) => [id, { amount: total, currency }] as const),
    ...[...owed].map(([id, { amount, currency }]) => [id, { amount, currency }] as const),
  ]);
}

/** What is still to come in of what is owed; null where nothing is owed, because it is not in effect or its kind is not paid for. */
const outstandingOf = ({ kind, stage }: DealRow, amount: number | undefined, paid: number): number | null =>
  amount === undefined || !isOwed(kind, stage) ? null : Math.max(0, amount - paid);

/** Deals as a list shows them. */
export async function presentCards(trx: Db, actor: Actor, rows: readonly DealRow[]): Promise<DealCard[]> {
  const ids = rows.map(({ id }) => id);
  const party = await partiesOf(
    trx,
    rows.flatMap((row) => [row.seller_id, row.buyer_id]),
  );
  const amounts = await amountsOf(trx, ids);
  const paid = await paidOf(trx, ids);
  const own = actor.organisationId;
  const unread = own === null ? new Map<string, number>() : await unreadOf(trx, own, ids);
  const now = new Date();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    market: row.market,
    seller: party(row.seller_id),
    buyer: party(row.buyer_id),
    stage: row.stage,
    stageSince: row.stage_since.toISOString(),
    owner: row.owner_side && { side: row.owner_side, person: row.owner_person },
    deadline: row.deadline,
    stalled: isStalled(row.stage, row.last_active_at, now),
    lastActiveAt: row.last_active_at.toISOString(),
    amount: amounts.get(row.id) ?? null,
    paid: paid.get(row.id) ?? 0,
    outstanding: outstandingOf(row, amounts.get(row.id)?.amount, paid.get(row.id) ?? 0),
    ours: sideOf(row, own),
    unread: unread.get(row.id) ?? 0,
    version: row.version,
  }));
}

const presentOffer = (row: OfferRow, on: string): DealOffer => ({
  ...row.terms,
  number: row.number,
  side: row.side,
  // Nobody has to write it: the day passes by itself.
  state: row.state === 'open' && row.expires_on < on ? 'expired' : row.state,
  expired: row.expiry_told_at !== null || (row.state === 'open' && row.expires_on < on),
  total: row.total,
  cny:
    row.cny === null || row.rate === null || row.rate_date === null
      ? null
      : { amount: row.cny, rate: row.rate, rateDate: row.rate_date },
  by: row.by_name,
  at: row.at.toISOString(),
});

/** A deal, whole but for its messages. */
export async function presentDeal(trx: Db, actor: Actor, row: DealRow): Promise<Deal> {
  const card = (await presentCards(trx, actor, [row]))[0]!;
  const on = today();
  const offers = (await offersOf(trx, row.id)).map((one) => presentOffer(one, on));
  const moves = await movesOf(trx, row.id);
  const payments = await paymentsOf(trx, row.id);
  const files = await filesById(
    trx,
    moves.flatMap(({ file_id }) => file_id ?? []),
  );
  const shipments = await shipmentBriefs(
    trx,
    actor,
    moves.flatMap(({ shipment_id }) => shipment_id ?? []),
  );
  const { ours } = card;
  const open = offers.find(({ state }) => state === 'open' || state === 'expired');
  const may = (to: DealRow['stage']): boolean => ours !== null && mayMove(row.kind, row.stage, to);
  return {
    ...card,
    demandId: row.demand_id,
    introductionId: row.introduction_id,
    endedReason: row.ended_reason,
    offers,
    agreedOffer: row.agreed_offer,
    moves: moves.map((move) => ({
      number: move.number,
      from: move.from_stage,
      to: move.to_stage,
      side: move.side,
      by: move.by_name,
      evidence: move.evidence,
      file: (move.file_id && files.get(move.file_id)) || null,
      shipment: move.shipment_id === null ? null : { seen: shipments.get(move.shipment_id) ?? null },
      at: move.at.toISOString(),
    })),
    payments: payments.map((payment) => ({
      id: payment.id,
      amount: payment.amount,
      receivedOn: payment.received_on,
      evidence: payment.evidence,
      by: payment.by_name,
      at: payment.at.toISOString(),
    })),
    path: [...pathOf[row.kind]],
    may: {
      offer: ours !== null && (row.stage === 'inquiry' || row.stage === 'offer'),
      answerOffer: ours !== null && open?.state === 'open' && open.side !== ours,
      withdrawOffer: ours !== null && open !== undefined && open.side === ours,
      effective: may('effective'),
      shipped: ours === 'seller' && may('shipped'),
      pay: ours === 'seller' && mayPay(row.kind, row.stage, card.outstanding ?? 0),
      close: may('closed'),
      end: may('ended'),
      write: ours !== null,
    },
  };
}

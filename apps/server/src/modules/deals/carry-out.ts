import type {
  BodyOf,
  closeDeal as closeEndpoint,
  Deal,
  endDeal as endEndpoint,
  markEffective as effectiveEndpoint,
  markShipped as shippedEndpoint,
  recordPayment as paymentEndpoint,
} from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { today } from '../../platform/today.ts';
import { hasShipment } from '../freight/index.ts';
import { dealToChange, paidOf, touch } from './deal.sql.ts';
import { checkFiles } from './files.ts';
import { enterLaterPayment } from './ledger/enter-stage.ts';
import { advanceDeal } from './move-deal.ts';
import { owedOf } from './owed.ts';
import { payWhole } from './pay-whole.ts';
import { presentDeal } from './present.ts';
import { dealsProblems } from './problems.ts';
import { mayPay } from './stages.ts';
import { deals } from './tables.ts';
import { tellOther, type DealsGround } from './tell-other.ts';

const mostPayments = 200;

/**
 * A signed contract has come into effect: either side says so, with what shows it. Where nothing is to be paid and
 * nothing ships, it is paid with that.
 * @throws Problem platform.notFound, deals.outOfOrder, deals.fileUnknown
 */
export async function markEffective(
  trx: Db,
  actor: Actor,
  { id, evidence, fileId }: { id: string } & BodyOf<typeof effectiveEndpoint>,
  ground: DealsGround,
): Promise<Deal> {
  await dealToChange(trx, actor, id);
  await checkFiles(trx, id, fileId === null ? [] : [fileId]);
  const moved = await advanceDeal(
    trx,
    actor,
    { dealId: id, to: 'effective', evidence, fileId },
    ground.events,
  );
  await tellOther(trx, actor, moved, 'deals.moved', ground);
  return presentDeal(trx, actor, await payWhole(trx, actor, moved, ground.events));
}

/**
 * The seller says that the goods are on their way. What was paid in full before is paid with that.
 * @throws Problem platform.notFound, deals.notYourSide, deals.outOfOrder, deals.fileUnknown, deals.shipmentUnknown
 */
export async function markShipped(
  trx: Db,
  actor: Actor,
  { id, evidence, fileId, shipmentId }: { id: string } & BodyOf<typeof shippedEndpoint>,
  ground: DealsGround,
): Promise<Deal> {
  const { side } = await dealToChange(trx, actor, id);
  if (side !== 'seller') throw new Problem(dealsProblems.notYourSide);
  await checkFiles(trx, id, fileId === null ? [] : [fileId]);
  if (shipmentId !== null && !(await hasShipment(trx, actor, shipmentId)))
    throw new Problem(dealsProblems.shipmentUnknown);
  const moved = await advanceDeal(
    trx,
    actor,
    { dealId: id, to: 'shipped', evidence, fileId, shipmentId },
    ground.events,
  );
  await tellOther(trx, actor, moved, 'deals.moved', ground);
  return presentDeal(trx, actor, await payWhole(trx, actor, moved, ground.events));
}

/**
 * The seller says that money has come in: who is paid says so, not who says they have paid. With the last of it the deal
 * is paid, as soon as its path comes there.
 * @throws Problem platform.notFound, deals.notYourSide, deals.outOfOrder before it is in effect, deals.receivedAhead,
 * deals.overPaid, deals.tooManyPayments
 */
export async function recordPayment(
  trx: Db,
  actor: Actor,
  { id, amount, receivedOn, evidence }: { id: string } & BodyOf<typeof paymentEndpoint>,
  ground: DealsGround,
): Promise<Deal> {
  const { row, side } = await dealToChange(trx, actor, id);
  if (side !== 'seller') throw new Problem(dealsProblems.notYourSide);
  const owed = (await owedOf(trx, [id])).get(id);
  const paid = (await paidOf(trx, [id])).get(id) ?? 0;
  if (!mayPay(row.kind, row.stage, (owed?.amount ?? 0) - paid))
    throw new Problem(dealsProblems.outOfOrder, { from: row.stage, to: 'paid' });
  if (receivedOn > today()) throw new Problem(dealsProblems.receivedAhead, { date: receivedOn });
  if (!owed || paid + amount > owed.amount) throw new Problem(dealsProblems.overPaid);
  const { count } = await deals(trx)
    .selectFrom('deal_payment')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('deal_id', '=', id)
    .executeTakeFirstOrThrow();
  if (count >= mostPayments) throw new Problem(dealsProblems.tooManyPayments, { most: mostPayments });
  const now = new Date();
  await deals(trx)
    .insertInto('deal_payment')
    .values({
      deal_id: id,
      id: v7(),
      amount,
      received_on: receivedOn,
      evidence,
      by_name: actor.userName,
      at: now,
    })
    .execute();
  await touch(trx, id, now);
  await recordAudit(trx, actor, {
    action: 'deals.recordPayment',
    subjectKind: 'deal',
    subjectId: id,
    before: { paid },
    after: { paid: paid + amount, receivedOn },
  });
  await tellOther(trx, actor, row, 'deals.moved', ground);
  // What was entered as paid stays as it was entered; this comes beside it.
  if (row.stage === 'paid') await enterLaterPayment(trx, row, amount, owed);
  return presentDeal(trx, actor, await payWhole(trx, actor, row, ground.events));
}

/** Closes a deal that has come to its end. @throws Problem platform.notFound, deals.outOfOrder */
export async function closeDeal(
  trx: Db,
  actor: Actor,
  { id, evidence }: { id: string } & BodyOf<typeof closeEndpoint>,
  ground: DealsGround,
): Promise<Deal> {
  await dealToChange(trx, actor, id);
  const moved = await advanceDeal(trx, actor, { dealId: id, to: 'closed', evidence }, ground.events);
  await tellOther(trx, actor, moved, 'deals.moved', ground);
  return presentDeal(trx, actor, moved);
}

/** Ends a deal that won't come about; an open offer goes with it. @throws Problem platform.notFound, deals.outOfOrder once it is signed */
export async function endDeal(
  trx: Db,
  actor: Actor,
  { id, reason }: { id: string } & BodyOf<typeof endEndpoint>,
  ground: DealsGround,
): Promise<Deal> {
  await dealToChange(trx, actor, id);
  await deals(trx)
    .updateTable('deal_offer')
    .set({ state: 'withdrawn' })
    .where('deal_id', '=', id)
    .where('state', '=', 'open')
    .execute();
  const moved = await advanceDeal(
    trx,
    actor,
    { dealId: id, to: 'ended', evidence: reason, endedReason: reason },
    ground.events,
  );
  await tellOther(trx, actor, moved, 'deals.moved', ground);
  return presentDeal(trx, actor, moved);
}

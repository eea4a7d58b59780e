import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { Events } from '../../platform/events/events.ts';
import { addDays, today } from '../../platform/today.ts';
import { voidContracts } from './contracts/void-contracts.ts';
import { lockDeal, sideOf } from './deal.sql.ts';
import { dealsEvents, type DealMoved } from './events.ts';
import { dealsProblems } from './problems.ts';
import { mayMove, turnAfter } from './stages.ts';
import { enterStage, type SignedPaper } from './ledger/enter-stage.ts';
import { deals, type DealRow, type Stage } from './tables.ts';

export interface Move {
  dealId: string;
  to: Stage;
  evidence: string | null;
  fileId?: string | null;
  shipmentId?: string | null;
  endedReason?: string;
  agreedOffer?: number;
  /** What both signed, for the ledger. */
  paper?: SignedPaper;
}

/**
 * Moves a deal to another stage: the only function that does. Writes who, when and on what evidence, says whose turn it
 * is now, tells those who listen, enters what counts in the ledger, and makes void what an end leaves unsigned, all in the
 * caller's transaction.
 * @throws Problem platform.notFound, deals.outOfOrder where its kind doesn't go there from where it stands
 */
export async function advanceDeal(trx: Db, actor: Actor, move: Move, events: Events): Promise<DealRow> {
  const row = await lockDeal(trx, move.dealId);
  const { to } = move;
  if (!mayMove(row.kind, row.stage, to)) throw new Problem(dealsProblems.outOfOrder, { from: row.stage, to });
  const now = new Date();
  const side = sideOf(row, actor.organisationId);
  const turn = turnAfter(to, side);
  const moved = await deals(trx)
    .updateTable('deal')
    .set({
      stage: to,
      stage_since: now,
      last_active_at: now,
      owner_side: turn?.side ?? null,
      owner_person: null,
      deadline: turn && addDays(today(now), turn.days),
      version: sql<number>`version + 1`,
      ...(move.endedReason !== undefined && { ended_reason: move.endedReason }),
      ...(move.agreedOffer !== undefined && { agreed_offer: move.agreedOffer }),
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (to === 'ended') await voidContracts(trx, actor, row.id);
  await writeMove(trx, actor, { row, from: row.stage, now, move });
  const event: DealMoved = {
    dealId: row.id,
    introductionId: row.introduction_id,
    from: row.stage,
    to,
    at: now.toISOString(),
  };
  await events.publish(trx, dealsEvents.moved, event);
  await recordAudit(trx, actor, {
    action: 'deals.moveDeal',
    subjectKind: 'deal',
    subjectId: row.id,
    before: { stage: row.stage },
    after: { stage: to, evidence: move.evidence },
  });
  await enterStage(trx, moved, move.paper ?? null);
  return moved;
}

/** Writes a line of a deal's history. @param from null for its opening */
export async function writeMove(
  trx: Db,
  actor: Actor,
  { row, from, now, move }: { row: DealRow; from: Stage | null; now: Date; move: Move },
): Promise<void> {
  await deals(trx)
    .insertInto('deal_move')
    .values({
      deal_id: row.id,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from deal_move where deal_id = ${row.id})`,
      from_stage: from,
      to_stage: move.to,
      side: sideOf(row, actor.organisationId),
      organisation_id: actor.organisationId,
      by_name: actor.userName,
      evidence: move.evidence,
      file_id: move.fileId ?? null,
      shipment_id: move.shipmentId ?? null,
      at: now,
    })
    .execute();
}

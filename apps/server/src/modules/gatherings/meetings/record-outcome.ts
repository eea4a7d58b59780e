import type {
  BodyOf,
  linkMeetingDeal as linking,
  MeetingOutcome,
  recordMeetingOutcome as recording,
} from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { gatheringsProblems } from '../problems.ts';
import { gatherings, type MeetingRow, type OutcomeRow } from '../tables.ts';
import type { GatheringsWiring } from '../wiring.ts';
import { findHeld, presentOutcome } from './outcome.sql.ts';

/**
 * What came of a meeting, said by one of its two sides once it has begun; said again it is changed.
 * @throws Problem platform.notFound, gatherings.notMet, gatherings.noSuchDeal
 */
export async function recordOutcome(
  trx: Db,
  actor: Actor,
  { id, came, text, note, followUp, dealId }: { id: string } & BodyOf<typeof recording>,
  wiring: GatheringsWiring,
): Promise<MeetingOutcome> {
  return write(trx, actor, id, wiring, {
    came,
    text: text ?? '',
    note,
    next_what: followUp?.what ?? null,
    next_who: followUp?.who ?? null,
    next_due: followUp?.due ?? null,
    deal_id: dealId,
  });
}

/**
 * Which deal came of a meeting: then it took place, whatever else its side has said.
 * @throws Problem platform.notFound, gatherings.notMet, gatherings.noSuchDeal
 */
export const linkDeal = (
  trx: Db,
  actor: Actor,
  { id, dealId }: { id: string } & BodyOf<typeof linking>,
  wiring: GatheringsWiring,
): Promise<MeetingOutcome> => write(trx, actor, id, wiring, { came: 'met', deal_id: dealId });

type Said = Omit<OutcomeRow, 'meeting_id' | 'organisation_id' | 'gathering_id' | 'told_by' | 'told_at'>;

async function write(
  trx: Db,
  actor: Actor,
  id: string,
  wiring: GatheringsWiring,
  said: Pick<Said, 'came' | 'deal_id'> & Partial<Said>,
): Promise<MeetingOutcome> {
  const { meeting, own } = await findHeld(trx, actor, id);
  await checkDeal(trx, meeting, said.deal_id, wiring);
  const told = { ...said, told_by: actor.userName, told_at: new Date() };
  const saved = await gatherings(trx)
    .insertInto('gathering_outcome')
    .values({ text: '', meeting_id: id, organisation_id: own, gathering_id: meeting.gathering_id, ...told })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'organisation_id']).doUpdateSet(told))
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action: 'gatherings.recordOutcome',
    subjectKind: 'gathering_meeting',
    subjectId: id,
    before: null,
    // Not the note: who reads what was done here isn't its side.
    after: { came: saved.came, text: saved.text, followUp: saved.next_what, dealId: saved.deal_id },
  });
  return presentOutcome(saved);
}

async function checkDeal(
  trx: Db,
  { a_id, b_id }: MeetingRow,
  dealId: string | null,
  { dealSides }: GatheringsWiring,
): Promise<void> {
  if (dealId === null) return;
  const sides = await dealSides(trx, dealId);
  if (![a_id, b_id].every((one) => sides?.includes(one))) throw new Problem(gatheringsProblems.noSuchDeal);
}

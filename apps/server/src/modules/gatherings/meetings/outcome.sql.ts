import type { MeetingOutcome } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { gatheringsProblems } from '../problems.ts';
import { gatherings, type MeetingRow, type OutcomeRow } from '../tables.ts';

/**
 * A meeting of the actor's organisation that has begun, and that organisation; it stays as it is meanwhile.
 * @throws Problem platform.notFound, also for others' meetings; gatherings.notMet
 */
export async function findHeld(
  trx: Db,
  actor: Actor,
  id: string,
): Promise<{ meeting: MeetingRow; own: string }> {
  // Its gathering before it, as whoever publishes does, so that neither waits for the other.
  await gatherings(trx)
    .selectFrom('gathering')
    .innerJoin('gathering_meeting', 'gathering_meeting.gathering_id', 'gathering.id')
    .select('gathering.id')
    .where('gathering_meeting.id', '=', id)
    .forKeyShare('gathering')
    .execute();
  const meeting = await gatherings(trx)
    .selectFrom('gathering_meeting')
    .selectAll()
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  const own = actor.organisationId;
  if (!meeting || own === null || (meeting.a_id !== own && meeting.b_id !== own))
    throw new Problem(problems.notFound);
  if (meeting.state !== 'planned' || meeting.starts_at.getTime() > Date.now())
    throw new Problem(gatheringsProblems.notMet);
  return { meeting, own };
}

/** What an organisation has said of its meetings at a gathering, by meeting. */
export async function toldBy(
  trx: Db,
  gatheringId: string,
  organisationId: string,
): Promise<Map<string, OutcomeRow>> {
  const rows = await gatherings(trx)
    .selectFrom('gathering_outcome')
    .selectAll()
    .where('gathering_id', '=', gatheringId)
    .where('organisation_id', '=', organisationId)
    .execute();
  return new Map(rows.map((row) => [row.meeting_id, row]));
}

/** An outcome as the host reads it: without the note that a side keeps for itself. */
export const presentTold = (row: OutcomeRow): Omit<MeetingOutcome, 'note'> => ({
  came: row.came,
  text: row.text,
  followUp: row.next_what === null ? null : { what: row.next_what, who: row.next_who!, due: row.next_due! },
  dealId: row.deal_id,
  by: row.told_by,
  at: row.told_at.toISOString(),
});

/** An outcome as its own side reads it. */
export const presentOutcome = (row: OutcomeRow): MeetingOutcome => ({ ...presentTold(row), note: row.note });

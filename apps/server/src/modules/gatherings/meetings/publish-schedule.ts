import type { MeetingSchedule } from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { isOn, lockKept } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import { gatherings, type GatheringRow, type MeetingRow } from '../tables.ts';
import { tell, type TellGround } from '../tell.ts';
import { absencesOf, comingTo, type Absences } from './absence.sql.ts';
import { findSchedule, meetingsOf, pairKey, saveSchedule } from './meeting.sql.ts';
import { pinsOf } from './pin.sql.ts';
import { changeOf, draftOf, presentSchedule, type Draft } from './present-schedule.ts';
import { begun, clockOf, slotsOf } from './slots.ts';

/**
 * Publishes the schedule that was reviewed; of two who do at once one is later, and is told so. A meeting keeps its id
 * and its number grows with every change of it; one that has begun stays, whoever has left since. Organisations whose
 * meetings changed are written to, once each.
 * @throws Problem platform.notFound, platform.staleVersion, gatherings.notAnnounced, gatherings.nothingToPublish,
 * gatherings.meanwhileBegun
 */
export async function publishSchedule(
  trx: Db,
  actor: Actor,
  { id, expectedVersion }: { id: string; expectedVersion: number },
  ground: TellGround,
): Promise<MeetingSchedule> {
  const gathering = await lockKept(trx, actor, id);
  const schedule = await findSchedule(trx, id);
  if (schedule.version !== expectedVersion)
    throw new Problem(problems.staleVersion, { current: schedule.version });
  if (!isOn(gathering)) throw new Problem(gatheringsProblems.notAnnounced);
  if (schedule.state !== 'solved' || schedule.breaks === null)
    throw new Problem(gatheringsProblems.nothingToPublish);
  // Of whom nobody comes any more has left since it was sought.
  const absences = await absencesOf(trx, id);
  const coming = await comingTo(trx, id, absences);
  const drafts = draftOf(schedule).filter(({ a_id, b_id }) => coming.has(a_id) && coming.has(b_id));
  const changed = await writeMeetings(trx, gathering, drafts, {
    absences,
    language: actor.language,
  });
  const saved = await saveSchedule(trx, id, {
    published: schedule.published + 1,
    published_at: new Date(),
    wanted_told_on: null,
  });
  for (const [organisationId, count] of changed)
    await tell(trx, ground, organisationId, {
      template: 'gatherings.published',
      gathering,
      page: '/agenda',
      params: { count },
    });
  await recordAudit(trx, actor, {
    action: 'gatherings.publishSchedule',
    subjectKind: 'gathering',
    subjectId: id,
    before: { published: schedule.published },
    after: { published: saved.published, meetings: drafts.length },
  });
  return presentSchedule(trx, gathering, saved);
}

/**
 * Brings the meetings that stand to what was sought. @returns how many changed, by organisation
 * @throws Problem gatherings.meanwhileBegun
 */
async function writeMeetings(
  trx: Db,
  gathering: GatheringRow,
  drafts: readonly Draft[],
  { absences, language }: { absences: Absences; language: string },
): Promise<Map<string, number>> {
  const { id, starts_at, matchmaking } = gathering;
  const slots = slotsOf(starts_at, matchmaking);
  const meetings = await meetingsOf(trx, id);
  const standing = new Map(meetings.map((meeting) => [pairKey(meeting), meeting]));
  const wanted = new Map(drafts.map((draft) => [pairKey(draft), draft]));
  const now = begun(slots);
  const pins = await pinsOf(trx, id);
  /** Whether a meeting that has begun is to be at another time on purpose: somebody couldn't then, or it was put there. */
  const isMeant = ({ a_id, b_id, slot }: Draft, before: MeetingRow) =>
    pins.get(pairKey(before)) === slot ||
    [a_id, b_id].some((one) => absences.away.get(one)?.includes(before.slot));
  const late = drafts.flatMap((draft) => {
    const meeting = standing.get(pairKey(draft));
    const change = changeOf(draft, meeting);
    if (change === 'same') return [];
    if (draft.slot <= now) return [draft.slot];
    return change === 'moved' && meeting!.slot <= now && !isMeant(draft, meeting!) ? [meeting!.slot] : [];
  })[0];
  if (late !== undefined)
    throw new Problem(gatheringsProblems.meanwhileBegun, {
      from: clockOf(slots[late - 1]!, gathering, language),
    });
  const counts = new Map<string, number>();
  const count = (pair: Pick<MeetingRow, 'a_id' | 'b_id'>) => {
    for (const one of [pair.a_id, pair.b_id]) counts.set(one, (counts.get(one) ?? 0) + 1);
  };
  // First all that leave their tables, then all that take one: two may change places.
  for (const meeting of meetings) {
    const draft = wanted.get(pairKey(meeting));
    if (meeting.state !== 'planned' || (draft && changeOf(draft, meeting) === 'same')) continue;
    if (!draft && meeting.slot <= now) continue;
    if (!draft) count(meeting);
    await gatherings(trx)
      .updateTable('gathering_meeting')
      .set({ state: 'cancelled', ...(!draft && { sequence: meeting.sequence + 1 }) })
      .where('id', '=', meeting.id)
      .execute();
  }
  for (const [key, draft] of wanted) {
    const meeting = standing.get(key);
    if (changeOf(draft, meeting) === 'same') continue;
    count(draft);
    const slot = slots[draft.slot - 1]!;
    const at = {
      slot: draft.slot,
      table_number: draft.table,
      starts_at: new Date(slot.startsAt),
      ends_at: new Date(slot.endsAt),
      state: 'planned' as const,
    };
    await gatherings(trx)
      .insertInto('gathering_meeting')
      .values({ id: v7(), gathering_id: id, a_id: draft.a_id, b_id: draft.b_id, ...at, sequence: 0 })
      .onConflict((conflict) =>
        conflict
          .columns(['gathering_id', 'a_id', 'b_id'])
          .doUpdateSet({ ...at, sequence: sql<number>`gathering_meeting.sequence + 1` }),
      )
      .execute();
  }
  return counts;
}

import type { MeetingSchedule, MeetingSlot } from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { isOn, lockKept } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import type { GatheringRow } from '../tables.ts';
import { tellEach, type TellGround } from '../tell.ts';
import { absencesOf, comingTo, type Absences } from './absence.sql.ts';
import {
  findSchedule,
  pairKey,
  saveSchedule,
  standingOf,
  type Pair,
  type StandingRow,
} from './meeting.sql.ts';
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
  const about = { template: 'gatherings.published', gathering, page: '/agenda' } as const;
  await tellEach(
    trx,
    ground,
    new Map([...changed].map(([organisationId, count]) => [organisationId, { ...about, params: { count } }])),
  );
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
  const meetings = await standingOf(trx, id);
  const standing = new Map(meetings.map((meeting) => [pairKey(meeting), meeting]));
  const wanted = new Map(drafts.map((draft) => [pairKey(draft), draft]));
  const now = begun(slots);
  const pins = await pinsOf(trx, id);
  /** Whether a meeting that has begun is to be at another time on purpose: somebody couldn't then, or it was put there. */
  const isMeant = ({ a_id, b_id, slot }: Draft, before: StandingRow) =>
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
  const count = (pair: Pair) => {
    for (const one of [pair.a_id, pair.b_id]) counts.set(one, (counts.get(one) ?? 0) + 1);
  };
  const changing = [...wanted.values()].filter(
    (draft) => changeOf(draft, standing.get(pairKey(draft))) !== 'same',
  );
  const off = meetings.filter((meeting) => meeting.slot > now && !wanted.has(pairKey(meeting)));
  const moving = changing.flatMap((draft) => standing.get(pairKey(draft)) ?? []);
  for (const pair of [...off, ...changing]) count(pair);
  // First all that leave their tables, then all that take one: two may change places.
  await cancelEach(trx, off, moving);
  await planEach(trx, id, changing, slots);
  return counts;
}

/** Takes meetings from their tables: those that are off for good, whose numbers grow, and those that get another place. */
async function cancelEach(
  trx: Db,
  off: readonly StandingRow[],
  moving: readonly StandingRow[],
): Promise<void> {
  if (off.length + moving.length === 0) return;
  const ids = (rows: readonly StandingRow[]) => rows.map((row) => row.id);
  await sql`
    update gathering_meeting m set state = 'cancelled', sequence = m.sequence + r.further
    from (select unnest(${ids(off)}::uuid[]) as id, 1 as further
      union all select unnest(${ids(moving)}::uuid[]), 0) r
    where m.id = r.id`.execute(trx);
}

/** Gives meetings their places; one that two have had before, also one that was cancelled, keeps its id. */
async function planEach(
  trx: Db,
  gatheringId: string,
  drafts: readonly Draft[],
  slots: readonly MeetingSlot[],
): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map((draft) => ({ id: v7(), ...draft }));
  await sql`
    insert into gathering_meeting
      (id, gathering_id, a_id, b_id, slot, table_number, starts_at, ends_at, state, sequence)
    select r.id, ${gatheringId}, r.a_id, r.b_id, r.slot, r."table", s."startsAt", s."endsAt", 'planned', 0
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (id uuid, a_id uuid, b_id uuid, slot integer, "table" integer)
    left join json_to_recordset(${JSON.stringify(slots)}::json)
      as s (number integer, "startsAt" timestamptz, "endsAt" timestamptz) on s.number = r.slot
    on conflict (gathering_id, a_id, b_id) do update set slot = excluded.slot,
      table_number = excluded.table_number, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      state = 'planned', sequence = gathering_meeting.sequence + 1`.execute(trx);
}

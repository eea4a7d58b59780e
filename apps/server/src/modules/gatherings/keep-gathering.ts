import type { BodyOf, Gathering, GatheringInput, moveGathering as endpoint } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import type { Ground } from '../../platform/module.ts';
import { lockKept, nextVersion } from './gathering.sql.ts';
import { cancelMeetings, moveMeetings, plannedCount, startAnew } from './meetings/meeting.sql.ts';
import { moveUp } from './move-up.ts';
import { presentBrief, presentGathering } from './present.ts';
import { gatheringsProblems } from './problems.ts';
import { gatherings, type GatheringRow } from './tables.ts';
import { askToTellCancelled, type TellGround } from './tell.ts';

const columnsOf = (input: GatheringInput) => ({
  kind: input.kind,
  names: JSON.stringify(input.names),
  about: JSON.stringify(input.about),
  place: JSON.stringify(input.place),
  city: input.city,
  country: input.country,
  zone: input.zone,
  starts_at: new Date(input.startsAt),
  ends_at: new Date(input.endsAt),
  capacity: input.capacity,
  languages: input.languages,
  programme: JSON.stringify(input.programme),
  matchmaking: input.matchmaking && JSON.stringify(input.matchmaking),
  interpreters: JSON.stringify(input.interpreters),
});
const audited = (row: GatheringRow) => ({
  ...presentBrief(row),
  capacity: row.capacity,
  programme: row.programme,
  matchmaking: row.matchmaking,
  interpreters: row.interpreters,
});

/** Drafts a gathering: an association's own, else the alliance's. */
export async function createGathering(trx: Db, actor: Actor, input: GatheringInput): Promise<Gathering> {
  const row = await gatherings(trx)
    .insertInto('gathering')
    .values({
      id: v7(),
      state: 'draft',
      organisation_id: actor.role === 'association' ? actor.organisationId : null,
      ...columnsOf(input),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action: 'gatherings.createGathering',
    subjectKind: 'gathering',
    subjectId: row.id,
    before: null,
    after: audited(row),
  });
  return presentGathering(trx, actor, row);
}

const sameSlots = (row: GatheringRow, { matchmaking }: GatheringInput): boolean => {
  const parts = (of: GatheringInput['matchmaking']) =>
    of && [
      of.minute,
      of.slotMinutes,
      of.pauseMinutes,
      of.morningSlots,
      of.noonMinutes,
      of.afternoonSlots,
      of.tables,
    ];
  return JSON.stringify(parts(row.matchmaking)) === JSON.stringify(parts(matchmaking));
};

/**
 * Changes a gathering. Meetings that stand move with its beginning; with more room the first who wait move up.
 * @throws Problem platform.notFound, platform.staleVersion, gatherings.over, gatherings.slotsStand
 */
export async function updateGathering(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, ...input }: GatheringInput & { id: string; expectedVersion: number },
  ground: TellGround,
): Promise<Gathering> {
  const row = await toChange(trx, actor, id, expectedVersion);
  if (row.state === 'closed' || row.state === 'cancelled') throw new Problem(gatheringsProblems.over);
  if (!sameSlots(row, input)) {
    if ((await plannedCount(trx, id)) > 0) throw new Problem(gatheringsProblems.slotsStand);
    await startAnew(trx, id);
  }
  const later = Date.parse(input.startsAt) - row.starts_at.getTime();
  if (later !== 0) await moveMeetings(trx, id, later);
  const saved = await save(trx, actor, row, 'gatherings.updateGathering', columnsOf(input));
  await moveUp(trx, saved, ground);
  return presentGathering(trx, actor, saved);
}

/** Which state may follow which. */
const next: Record<GatheringRow['state'], readonly GatheringRow['state'][]> = {
  draft: ['announced'],
  announced: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
};

/**
 * Announces, closes or cancels a gathering. Cancelled, all its meetings to come are, and everybody who registered is
 * written to; what has begun stays, with what was said of it.
 * @throws Problem platform.notFound, platform.staleVersion, gatherings.outOfOrder, gatherings.over (announced too late)
 */
export async function moveGathering(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, to }: BodyOf<typeof endpoint> & { id: string; expectedVersion: number },
  { events }: Pick<Ground, 'events'>,
): Promise<Gathering> {
  const row = await toChange(trx, actor, id, expectedVersion);
  if (!next[row.state].includes(to)) throw new Problem(gatheringsProblems.outOfOrder);
  if (to === 'announced' && row.ends_at.getTime() <= Date.now()) throw new Problem(gatheringsProblems.over);
  const saved = await save(trx, actor, row, 'gatherings.moveGathering', { state: to });
  if (to === 'cancelled') {
    await cancelMeetings(trx, id);
    await askToTellCancelled(trx, events, { gatheringId: id, begun: row.starts_at.getTime() <= Date.now() });
  }
  return presentGathering(trx, actor, saved);
}

async function toChange(trx: Db, actor: Actor, id: string, expectedVersion: number): Promise<GatheringRow> {
  const row = await lockKept(trx, actor, id);
  if (row.version !== expectedVersion) throw new Problem(problems.staleVersion, { current: row.version });
  return row;
}

async function save(
  trx: Db,
  actor: Actor,
  row: GatheringRow,
  action: string,
  change: Partial<ReturnType<typeof columnsOf>> & { state?: GatheringRow['state'] },
): Promise<GatheringRow> {
  const saved = await gatherings(trx)
    .updateTable('gathering')
    .set({ ...change, version: nextVersion })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action,
    subjectKind: 'gathering',
    subjectId: row.id,
    before: audited(row),
    after: audited(saved),
  });
  return saved;
}

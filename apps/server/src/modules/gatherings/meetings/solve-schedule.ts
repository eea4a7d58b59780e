import type { BodyOf, MeetingSchedule, solveSchedule as endpoint } from '@jiechuan/contract';
import type { Instance } from '@jiechuan/meetings';
import { solve } from '@jiechuan/meetings/solve';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import type { Ground } from '../../../platform/module.ts';
import { isOn, lockGathering, lockKept } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import { gatherings, type GatheringRow } from '../tables.ts';
import { choosePairs } from './choose-pairs.ts';
import { acceptedPairs, findSchedule, saveSchedule, type Pair } from './meeting.sql.ts';
import { presentSchedule } from './present-schedule.ts';
import { slotsOf } from './slots.ts';

export const solveQueue = 'gatherings.solve-schedule';

/** By how much the breaks of any two may differ, where that can be (as in JAIR 12670). */
const fairness = 2;
/** After which a search that was asked for is given up. */
const givenUpMs = 15 * 60_000;

export interface SolveJob {
  gatheringId: string;
  run: string;
  seconds: number;
}

/**
 * Asks for a schedule of all who accepted each other; a job seeks it.
 * @throws Problem platform.notFound, gatherings.notAnnounced, gatherings.noMeetings, gatherings.solving, gatherings.noPairs
 */
export async function solveSchedule(
  trx: Db,
  actor: Actor,
  { id, seconds }: { id: string } & BodyOf<typeof endpoint>,
  { events }: Pick<Ground, 'events'>,
): Promise<MeetingSchedule> {
  const gathering = await lockKept(trx, actor, id);
  const { matchmaking } = gathering;
  if (!isOn(gathering)) throw new Problem(gatheringsProblems.notAnnounced);
  if (!matchmaking) throw new Problem(gatheringsProblems.noMeetings);
  const { state, asked_at } = await findSchedule(trx, id);
  if (state === 'solving' && asked_at && Date.now() - asked_at.getTime() < givenUpMs)
    throw new Problem(gatheringsProblems.solving);
  const pairs = await acceptedPairs(trx, id);
  const away = await unavailableOf(trx, id);
  const slots = slotsOf(gathering.starts_at, matchmaking).length;
  const chosen = choosePairs(pairs, {
    most: slots * matchmaking.tables,
    slotsOf: (one) => slots - (away.get(one)?.filter((slot) => slot <= slots).length ?? 0),
  });
  if (chosen.length === 0) throw new Problem(gatheringsProblems.noPairs);
  const { participants, instance } = instanceOf(gathering, chosen, away);
  const run = v7();
  const saved = await saveSchedule(trx, id, {
    state: 'solving',
    run,
    participants,
    instance: JSON.stringify(instance),
    left_out: pairs.length - chosen.length,
    asked_at: new Date(),
    outcome: null,
    bookings: '[]',
    breaks: null,
    lower_bound: null,
    seconds: 0,
  });
  await events.enqueue<SolveJob>(trx, solveQueue, { gatheringId: id, run, seconds });
  await recordAudit(trx, actor, {
    action: 'gatherings.solveSchedule',
    subjectKind: 'gathering',
    subjectId: id,
    before: null,
    after: { pairs: pairs.length, leftOut: pairs.length - chosen.length },
  });
  return presentSchedule(trx, saved);
}

async function unavailableOf(trx: Db, gatheringId: string): Promise<Map<string, number[]>> {
  const rows = await gatherings(trx)
    .selectFrom('gathering_unavailable')
    .select(['organisation_id', 'slots'])
    .where('gathering_id', '=', gatheringId)
    .execute();
  return new Map(rows.map((row) => [row.organisation_id, row.slots]));
}

/** The pairs as the solver takes them: participants and meetings by number, from 1. */
function instanceOf(
  { starts_at, matchmaking }: GatheringRow,
  pairs: readonly Pair[],
  away: ReadonlyMap<string, number[]>,
): { participants: string[]; instance: Instance } {
  const participants = [...new Set(pairs.flatMap((pair) => [pair.a_id, pair.b_id]))];
  const number = new Map(participants.map((one, at) => [one, at + 1]));
  const slots = slotsOf(starts_at, matchmaking);
  const instance: Instance = {
    participants: participants.length,
    slots: slots.length,
    morningSlots: matchmaking!.morningSlots,
    tables: matchmaking!.tables,
    fairness,
    meetings: pairs.map((pair, at) => ({
      id: at + 1,
      a: number.get(pair.a_id)!,
      b: number.get(pair.b_id)!,
      session: 'any',
      fixedSlot: null,
      after: [],
    })),
    unavailable: participants.map((one) => (away.get(one) ?? []).filter((slot) => slot <= slots.length)),
  };
  return { participants, instance };
}

/**
 * Seeks the schedule that was asked for, in threads of its own, and tells how far it is. Where equal breaks can't be, they
 * may differ. What was asked for anew meanwhile is left to its own job.
 */
export async function seekSchedule({ db }: Pick<Ground, 'db'>, job: SolveJob): Promise<void> {
  const { gatheringId, run, seconds } = job;
  const row = await findSchedule(db, gatheringId);
  if (row.run !== run || row.state !== 'solving' || !row.instance) return;
  let told: Promise<unknown> = Promise.resolve();
  const seek = (instance: Instance) =>
    solve(instance, {
      seconds,
      onProgress: (sofar) => {
        told = told.then(() =>
          gatherings(db)
            .updateTable('gathering_schedule')
            .set({ breaks: sofar.breaks, lower_bound: sofar.lowerBound, seconds: sofar.seconds })
            .where('gathering_id', '=', gatheringId)
            .where('run', '=', run)
            .execute(),
        );
      },
    });
  let found = await seek(row.instance);
  if (found.status === 'infeasible') found = await seek({ ...row.instance, fairness: row.instance.slots });
  await told;
  await db.transaction().execute(async (trx) => {
    await lockGathering(trx, gatheringId);
    if ((await findSchedule(trx, gatheringId)).run !== run) return;
    await saveSchedule(trx, gatheringId, {
      state: 'solved',
      run: null,
      outcome: found.status,
      bookings: JSON.stringify(found.schedule),
      breaks: found.breaks,
      lower_bound: found.lowerBound,
      seconds: found.seconds,
    });
  });
}

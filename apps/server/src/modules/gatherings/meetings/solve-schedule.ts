import type {
  BodyOf,
  MeetingSchedule,
  resolveSchedule as again,
  solveSchedule as endpoint,
  Stability,
} from '@jiechuan/contract';
import type { Instance, Resolution, Solution } from '@jiechuan/meetings';
import { resolve, solve } from '@jiechuan/meetings/solve';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';
import type { Ground } from '../../../platform/module.ts';
import { namesOf } from '../../members/index.ts';
import { isOn, lockGathering, lockKept } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import { gatherings } from '../tables.ts';
import { absencesOf } from './absence.sql.ts';
import { fixedInVain, previousOf, soughtOf, type Known, type Sought } from './instance.ts';
import { acceptedPairs, findSchedule, saveSchedule, standingOf } from './meeting.sql.ts';
import { keepPins, pinsOf } from './pin.sql.ts';
import { presentSchedule } from './present-schedule.ts';
import { clockOf } from './slots.ts';

export const solveQueue = 'gatherings.solve-schedule';

/** After which a search that was asked for is given up. */
const givenUpMs = 15 * 60_000;

export interface SolveJob {
  gatheringId: string;
  run: string;
  seconds: number;
  /** With as few of the published meetings moved as can be. */
  again?: boolean;
  /** Slots that have begun. */
  now?: number;
}

type Events = Pick<Ground, 'events'>;

/**
 * Asks for a schedule of all who accepted each other; a job seeks it. What is fixed stays where it is.
 * @throws Problem platform.notFound, gatherings.notAnnounced, gatherings.noMeetings, gatherings.solving, gatherings.noPairs,
 * gatherings.underWay, gatherings.fixedInVain
 */
export const solveSchedule = (
  trx: Db,
  actor: Actor,
  { id, seconds }: { id: string } & BodyOf<typeof endpoint>,
  ground: Events,
): Promise<MeetingSchedule> => ask(trx, actor, { id, seconds, again: false }, ground);

/**
 * Asks for the schedule that was published to be sought again, after somebody didn't come, was late, accepted a wish or
 * left: with as few meetings moved as can be, then as few breaks. What has begun by now stays.
 * @throws Problem platform.notFound, gatherings.notAnnounced, gatherings.noMeetings, gatherings.solving, gatherings.noPairs,
 * gatherings.nothingStands, gatherings.fixedInVain
 */
export const resolveSchedule = (
  trx: Db,
  actor: Actor,
  { id, seconds }: { id: string } & BodyOf<typeof again>,
  ground: Events,
): Promise<MeetingSchedule> => ask(trx, actor, { id, seconds, again: true }, ground);

async function ask(
  trx: Db,
  actor: Actor,
  { id, seconds, again: isAgain }: { id: string; seconds: number; again: boolean },
  { events }: Events,
): Promise<MeetingSchedule> {
  const gathering = await lockKept(trx, actor, id);
  if (!isOn(gathering)) throw new Problem(gatheringsProblems.notAnnounced);
  if (!gathering.matchmaking) throw new Problem(gatheringsProblems.noMeetings);
  const { state, asked_at } = await findSchedule(trx, id);
  if (state === 'solving' && asked_at && Date.now() - asked_at.getTime() < givenUpMs)
    throw new Problem(gatheringsProblems.solving);
  const standing = await standingOf(trx, id);
  if (isAgain && standing.length === 0) throw new Problem(gatheringsProblems.nothingStands);
  const known: Known = {
    gathering,
    pairs: await acceptedPairs(trx, id),
    absences: await absencesOf(trx, id),
    pins: await pinsOf(trx, id),
    standing: isAgain ? standing : [],
  };
  const sought = soughtOf(known);
  const { participants, instance, pairs, omitted, now } = sought;
  if (!isAgain && now > 0 && standing.length > 0) throw new Problem(gatheringsProblems.underWay);
  if (pairs.length === 0) throw new Problem(gatheringsProblems.noPairs);
  await refuseFixedInVain(trx, actor, known, sought);
  // Who doesn't want to meet any more isn't fixed either.
  await keepPins(trx, id, known.pairs);
  const run = v7();
  const saved = await saveSchedule(trx, id, {
    state: 'solving',
    run,
    participants,
    instance: JSON.stringify(instance),
    left_out: omitted.length,
    omitted: JSON.stringify(omitted.map(({ a_id, b_id }) => [a_id, b_id])),
    asked_at: new Date(),
    outcome: null,
    bookings: '[]',
    breaks: null,
    lower_bound: null,
    stability: null,
    seconds: 0,
  });
  await events.enqueue<SolveJob>(trx, solveQueue, { gatheringId: id, run, seconds, again: isAgain, now });
  await recordAudit(trx, actor, {
    action: isAgain ? 'gatherings.resolveSchedule' : 'gatherings.solveSchedule',
    subjectKind: 'gathering',
    subjectId: id,
    before: null,
    after: { pairs: known.pairs.length, leftOut: omitted.length },
  });
  return presentSchedule(trx, gathering, saved);
}

async function refuseFixedInVain(trx: Db, actor: Actor, known: Known, sought: Sought): Promise<void> {
  const vain = fixedInVain(known, sought);
  if (!vain) return;
  const names = await namesOf(trx, [vain.a_id, vain.b_id]);
  throw new Problem(gatheringsProblems.fixedInVain, {
    a: textIn(names.get(vain.a_id) ?? {}, actor.language),
    b: textIn(names.get(vain.b_id) ?? {}, actor.language),
    from: clockOf(vain.slot, known.gathering, actor.language),
  });
}

/**
 * Seeks the schedule that was asked for, in threads of its own, and tells how far it is. Where equal breaks can't be, or
 * none are found in half of the time, they may differ. What was asked for anew meanwhile is left to its own job.
 */
export async function seekSchedule({ db }: Pick<Ground, 'db'>, job: SolveJob): Promise<void> {
  const { gatheringId, run, seconds, again: isAgain = false, now = 0 } = job;
  const { instance, participants, ...row } = await findSchedule(db, gatheringId);
  if (row.run !== run || row.state !== 'solving' || !instance) return;
  const standing = isAgain ? await standingOf(db, gatheringId) : [];
  const previous = previousOf(instance, participants, standing);
  let told: Promise<unknown> = Promise.resolve();
  let isFound = false;
  const onProgress = (sofar: Solution) => {
    isFound ||= sofar.breaks !== null;
    told = told.then(() =>
      gatherings(db)
        .updateTable('gathering_schedule')
        .set({ breaks: sofar.breaks, lower_bound: sofar.lowerBound, seconds: sofar.seconds })
        .where('gathering_id', '=', gatheringId)
        .where('run', '=', run)
        .execute(),
    );
  };
  const seek = async (
    given: Instance,
    time: { seconds: number; signal?: AbortSignal },
  ): Promise<{ solution: Solution; resolution: Resolution | null }> => {
    if (!isAgain && now === 0)
      return { solution: await solve(given, { ...time, onProgress }), resolution: null };
    const resolution = await resolve(given, previous, {
      ...time,
      now,
      onProgress: (sofar) => onProgress(solutionOf(sofar)),
    });
    return { solution: solutionOf(resolution), resolution: isAgain ? resolution : null };
  };
  const inVain = new AbortController();
  const half = setTimeout(() => !isFound && inVain.abort(), seconds * 500);
  let used = instance;
  let found = await seek(used, { seconds, signal: inVain.signal });
  clearTimeout(half);
  if (found.solution.breaks === null) {
    used = { ...instance, fairness: instance.slots };
    found = await seek(used, { seconds: inVain.signal.aborted ? seconds / 2 : seconds });
  }
  await told;
  const { solution, resolution } = found;
  await db.transaction().execute(async (trx) => {
    await lockGathering(trx, gatheringId);
    if ((await findSchedule(trx, gatheringId)).run !== run) return;
    await saveSchedule(trx, gatheringId, {
      state: 'solved',
      run: null,
      instance: JSON.stringify(used),
      outcome: solution.status,
      bookings: JSON.stringify(solution.schedule),
      breaks: solution.breaks,
      lower_bound: solution.lowerBound,
      stability: resolution && stabilityOf(resolution),
      seconds: solution.seconds,
    });
  });
}

const solutionOf = ({ status, breaks, lowerBound, schedule, seconds }: Resolution): Solution => ({
  status,
  breaks,
  lowerBound: lowerBound && lowerBound.breaks,
  schedule,
  seconds,
});

function stabilityOf({ breaks, lowerBound, anew, price }: Resolution): string | null {
  if (breaks === null || !lowerBound) return null;
  const isKnown = anew && anew.breaks !== null && anew.lowerBound !== null && anew.moved !== null;
  return JSON.stringify({
    movedAtLeast: lowerBound.moved,
    anew: isKnown ? { breaks: anew.breaks!, lowerBound: anew.lowerBound!, moved: anew.moved! } : null,
    price,
  } satisfies Stability);
}

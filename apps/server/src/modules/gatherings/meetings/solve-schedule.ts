import type {
  BodyOf,
  MeetingSchedule,
  resolveSchedule as again,
  solveSchedule as endpoint,
  Stability,
} from '@jiechuan/contract';
import { contradictions, shortages, type Resolution, type Solution } from '@jiechuan/meetings';
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
import { gatherings, type ScheduleRemedy } from '../tables.ts';
import { absencesOf } from './absence.sql.ts';
import { spokenBy } from './spoken.sql.ts';
import { languagesInWords } from './heed-interpreters.ts';
import { clashesOf, previousOf, soughtOf, type Clash, type Known, type Sought } from './instance.ts';
import { acceptedPairs, findSchedule, pairKey, pairOf, saveSchedule, standingOf } from './meeting.sql.ts';
import { keepPins, pinsOf } from './pin.sql.ts';
import { presentSchedule } from './present-schedule.ts';
import { isImpossible, search } from './search.ts';
import { clockOf, slotsOf } from './slots.ts';

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
 * gatherings.underWay, gatherings.fixedInVain, gatherings.fixedTwice, gatherings.fixedTooMany, gatherings.fixedInterpreters
 */
export const solveSchedule = (
  trx: Db,
  actor: Actor,
  input: { id: string } & BodyOf<typeof endpoint>,
  ground: Events,
): Promise<MeetingSchedule> => ask(trx, actor, { ...input, again: false }, ground);

/**
 * Asks for the schedule that was published to be sought again, after somebody didn't come, was late, accepted a wish or
 * left: with as few meetings moved as can be, then as few breaks. What has begun by now stays.
 * @throws Problem platform.notFound, gatherings.notAnnounced, gatherings.noMeetings, gatherings.solving, gatherings.noPairs,
 * gatherings.nothingStands, gatherings.fixedInVain, gatherings.fixedTwice, gatherings.fixedTooMany, gatherings.fixedInterpreters
 */
export const resolveSchedule = (
  trx: Db,
  actor: Actor,
  input: { id: string } & BodyOf<typeof again>,
  ground: Events,
): Promise<MeetingSchedule> => ask(trx, actor, { ...input, again: true }, ground);

async function ask(
  trx: Db,
  actor: Actor,
  {
    id,
    seconds,
    without,
    heedInterpreters,
    again: isAgain,
  }: { id: string; again: boolean } & BodyOf<typeof endpoint>,
  { events }: Events,
): Promise<MeetingSchedule> {
  const gathering = await lockKept(trx, actor, id);
  if (!isOn(gathering)) throw new Problem(gatheringsProblems.notAnnounced);
  if (!gathering.matchmaking) throw new Problem(gatheringsProblems.noMeetings);
  const { state, asked_at, without: before } = await findSchedule(trx, id);
  if (state === 'solving' && asked_at && Date.now() - asked_at.getTime() < givenUpMs)
    throw new Problem(gatheringsProblems.solving);
  const standing = await standingOf(trx, id);
  if (isAgain && standing.length === 0) throw new Problem(gatheringsProblems.nothingStands);
  const pairs = await acceptedPairs(trx, id);
  const named = new Set(without.map(({ a, b }) => pairKey(pairOf(a, b))));
  // Whom the host left out before stays so, also where one of the two isn’t there just now.
  const leftOut = new Map(
    [...before, ...pairs.filter((pair) => named.has(pairKey(pair)))].map((pair) => [pairKey(pair), pair]),
  );
  const sides = pairs.flatMap(({ a_id, b_id }) => [a_id, b_id]);
  const known: Known = {
    gathering,
    pairs,
    absences: await absencesOf(trx, id),
    pins: await pinsOf(trx, id),
    standing: isAgain ? standing : [],
    without: new Set(leftOut.keys()),
    speak: heedInterpreters ? await spokenBy(trx, id, sides) : undefined,
  };
  const sought = soughtOf(known);
  const { participants, instance, omitted, now } = sought;
  if (!isAgain && now > 0 && standing.length > 0) throw new Problem(gatheringsProblems.underWay);
  if (sought.pairs.length === 0) throw new Problem(gatheringsProblems.noPairs);
  await refuseClashes(trx, actor, known);
  refuseCrowds(actor, known, sought);
  // Who doesn't want to meet any more isn't fixed either.
  await keepPins(trx, id, pairs);
  const run = v7();
  const saved = await saveSchedule(trx, id, {
    state: 'solving',
    run,
    participants,
    instance: JSON.stringify(instance),
    left_out: omitted.length,
    omitted: JSON.stringify(omitted),
    without: JSON.stringify([...leftOut.values()]),
    asked_at: new Date(),
    outcome: null,
    bookings: '[]',
    breaks: null,
    lower_bound: null,
    stability: null,
    remedy: null,
    seconds: 0,
  });
  await events.enqueue<SolveJob>(trx, solveQueue, { gatheringId: id, run, seconds, again: isAgain, now });
  await recordAudit(trx, actor, {
    action: isAgain ? 'gatherings.resolveSchedule' : 'gatherings.solveSchedule',
    subjectKind: 'gathering',
    subjectId: id,
    before: null,
    after: {
      pairs: pairs.length,
      leftOut: omitted.length,
      heedInterpreters,
      without: [...leftOut.values()].slice(before.length),
    },
  });
  return presentSchedule(trx, gathering, saved);
}

/** @throws Problem gatherings.fixedInVain, gatherings.fixedTwice, gatherings.fixedTooMany */
async function refuseClashes(trx: Db, actor: Actor, known: Known): Promise<void> {
  const [clash] = clashesOf(known);
  if (!clash) return;
  const names = await namesOf(
    trx,
    clash.pairs.flatMap(({ a_id, b_id }) => [a_id, b_id]),
  );
  const name = (id: string) => textIn(names.get(id) ?? {}, actor.language);
  const slot = slotsOf(known.gathering.starts_at, known.gathering.matchmaking)[clash.slot - 1]!;
  throw clashProblem(clash, {
    name,
    from: clockOf(slot, known.gathering, actor.language),
    language: actor.language,
  });
}

/** @throws Problem gatherings.fixedInterpreters */
function refuseCrowds({ language }: Actor, { gathering }: Known, { instance }: Sought): void {
  const crowd = contradictions(instance).find((one) => one.kind === 'noResource');
  if (!crowd) return;
  const slot = slotsOf(gathering.starts_at, gathering.matchmaking)[crowd.slot - 1]!;
  throw new Problem(gatheringsProblems.fixedInterpreters, {
    languages: languagesInWords(instance.resources![crowd.resource]!, language),
    from: clockOf(slot, gathering, language),
    count: crowd.meetings.length,
  });
}

function clashProblem(
  { why, who, pairs }: Clash,
  { name, from, language }: { name: (id: string) => string; from: string; language: string },
): Problem {
  if (why === 'noTable') return new Problem(gatheringsProblems.fixedTooMany, { from, count: pairs.length });
  if (why === 'busy') {
    const others = pairs.map(({ a_id, b_id }) => name(a_id === who ? b_id : a_id));
    return new Problem(gatheringsProblems.fixedTwice, {
      who: name(who!),
      others: new Intl.ListFormat(language).format(others),
      from,
    });
  }
  const [{ a_id, b_id }] = pairs as [Clash['pairs'][number]];
  return new Problem(gatheringsProblems.fixedInVain, { a: name(a_id), b: name(b_id), from });
}

/**
 * Seeks the schedule that was asked for, in threads of its own, and tells how far it is. What was asked for anew meanwhile
 * is left to its own job.
 */
export async function seekSchedule({ db }: Pick<Ground, 'db'>, job: SolveJob): Promise<void> {
  const { gatheringId, run, seconds, again: isAgain = false, now = 0 } = job;
  const { instance, participants, ...row } = await findSchedule(db, gatheringId);
  if (row.run !== run || row.state !== 'solving' || !instance) return;
  const standing = isAgain ? await standingOf(db, gatheringId) : [];
  let told: Promise<unknown> = Promise.resolve();
  const onProgress = (sofar: Solution) => {
    told = told.then(() =>
      gatherings(db)
        .updateTable('gathering_schedule')
        .set({ breaks: sofar.breaks, lower_bound: sofar.lowerBound, seconds: sofar.seconds })
        .where('gathering_id', '=', gatheringId)
        .where('run', '=', run)
        .execute(),
    );
  };
  const { used, solution, resolution, remedy } = await search(instance, {
    seconds,
    now,
    previous: previousOf(instance, participants, standing),
    isAgain,
    onProgress,
  });
  await told;
  const explained: ScheduleRemedy | null = remedy && {
    ...remedy,
    shortages: shortages(instance, (_place, slot) => slot > now),
  };
  await db.transaction().execute(async (trx) => {
    await lockGathering(trx, gatheringId);
    if ((await findSchedule(trx, gatheringId)).run !== run) return;
    await saveSchedule(trx, gatheringId, {
      state: 'solved',
      run: null,
      instance: JSON.stringify(used),
      outcome: remedy && isImpossible(remedy) ? 'infeasible' : solution.status,
      bookings: JSON.stringify(solution.schedule),
      breaks: solution.breaks,
      lower_bound: solution.lowerBound,
      stability: resolution && stabilityOf(resolution),
      remedy: explained && JSON.stringify(explained),
      seconds: solution.seconds,
    });
  });
}

function stabilityOf({ breaks, lowerBound, anew, price }: Resolution): string | null {
  if (breaks === null || !lowerBound) return null;
  const isKnown = anew && anew.breaks !== null && anew.lowerBound !== null && anew.moved !== null;
  return JSON.stringify({
    movedAtLeast: lowerBound.moved,
    anew: isKnown ? { breaks: anew.breaks!, lowerBound: anew.lowerBound!, moved: anew.moved! } : null,
    price,
  } satisfies Stability);
}

import { check, type Instance } from '../../packages/engines/meetings/src/index.ts';
import { solve } from '../../packages/engines/meetings/src/threads/solve.ts';
import { randomFrom } from '../../packages/engines/routing/src/testing/random-network.ts';
import type { Ground } from '../ground.ts';
import { seconds, type Result } from '../report.ts';
import { benchAnswers } from './answers.ts';
import { awayOf, buyers, makers, wishesOf } from './wishes.ts';

const most = 10;

/** A fair whose every wish was accepted: 200 buyers, 300 makers, 40 slots, 120 tables; one in ten is away for some slots. */
function fair(seed: number): Instance {
  const random = randomFrom(seed);
  return {
    participants: buyers + makers,
    slots: 40,
    morningSlots: 20,
    tables: 120,
    fairness: 40,
    meetings: wishesOf(random).map((pair, at) => ({
      id: at + 1,
      ...pair,
      session: 'any',
      fixedSlot: null,
      after: [],
    })),
    unavailable: awayOf(random),
  };
}

/** A large fair: how soon there is a schedule, how good it is after ten seconds, how good any could be; and what is read of it. */
export async function benchFair(ground: Ground): Promise<Result[]> {
  const rows: string[][] = [];
  for (const seed of [7, 8, 9]) {
    const given = fair(seed);
    let first: { seconds: number; breaks: number | null } | undefined;
    const { status, breaks, lowerBound, schedule } = await solve(given, {
      seconds: most,
      onProgress: (sofar) => {
        if (sofar.breaks !== null) first ??= { seconds: sofar.seconds, breaks: sofar.breaks };
      },
    });
    const { faults, breaks: counted } = check(given, schedule);
    if (faults.length > 0 || counted !== breaks) throw new Error(`fair ${seed}: ${faults.join('; ')}`);
    rows.push([
      `seed ${seed}`,
      status,
      first ? seconds(first.seconds * 1000) : '–',
      `${first?.breaks ?? '–'}`,
      `${breaks}`,
      `${lowerBound}`,
    ]);
  }
  const schedules: Result = {
    title: 'A large fair',
    columns: [
      '500 participants, 4,000 meetings',
      'Status',
      'First schedule',
      'Its breaks',
      'After 10 s',
      'At least',
    ],
    rows,
    notes: [
      '200 buyers and 300 makers, every one of 4,000 wishes accepted, 40 slots, 120 tables; one in ten is away for up to six slots. Goal: a schedule within 10 s, and how far it may be from the best.',
      'Every schedule was checked by the independent checker.',
    ],
  };
  return [schedules, await benchAnswers(ground)];
}

import { expect, test } from 'vitest';
import { check, withChanges, type Booking, type Change, type InputFault, type Instance } from './index.ts';
import { randomFrom } from './random.ts';
import { seat } from './tables.ts';
import { exhaustive } from './testing/exhaustive.ts';
import { smallInstance } from './testing/small-instance.ts';
import { resolve, solve } from './threads/solve.ts';

const meeting = (id: number, a: number, b: number, fixedSlot: number | null = null) => ({
  id,
  a,
  b,
  session: 'any' as const,
  fixedSlot,
  after: [] as number[],
});
/** 1 meets 2, 3 and 4, one after the other; 3 and 4 meet first. */
const instance: Instance = {
  participants: 4,
  slots: 5,
  morningSlots: 5,
  tables: 2,
  fairness: 2,
  meetings: [meeting(1, 1, 2), meeting(2, 1, 3), meeting(3, 1, 4), meeting(4, 3, 4)],
  unavailable: [[], [], [], []],
};
const schedule: Booking[] = [
  { meeting: 4, slot: 1, table: 2 },
  { meeting: 1, slot: 1, table: 1 },
  { meeting: 2, slot: 2, table: 2 },
  { meeting: 3, slot: 3, table: 1 },
];

/** Some schedule of a small instance that keeps the rules, with tables of its own choice. */
function someSchedule(given: Instance, seed: number): Booking[] | null {
  const random = randomFrom(seed);
  let found: number[] | null = null;
  let chance = 0;
  exhaustive(given, (slotOf) => {
    const kept = check(given, seat(given, slotOf)).faults.length === 0;
    if (kept && random() < 1 / ++chance) found = [...slotOf];
    return Infinity;
  });
  return (
    found && seat(given, found).map((booking) => ({ ...booking, table: given.tables + 1 - booking.table }))
  );
}

/** One to three things that may come in between. */
function someChanges(given: Instance, seed: number): Change[] {
  const chance = randomFrom(seed + 1e6);
  const below = (count: number) => Math.floor(chance() * count);
  const changes: Change[] = [];
  const off = new Set<number>();
  for (let count = 1 + below(3); count > 0; count--) {
    const participant = 1 + below(given.participants);
    const kind = below(5);
    const left = given.meetings.filter(({ id, a, b }) => !off.has(id) && !off.has(-a) && !off.has(-b));
    if (kind < 2) changes.push({ kind: 'away', participant, slots: [1 + below(given.slots), 1] });
    else if (kind === 2) {
      const other = 1 + (participant % given.participants);
      changes.push({ kind: 'wish', meeting: meeting(100 + count, participant, other) });
    } else if (kind === 3 && left.length > 0) {
      const gone = left[below(left.length)]!.id;
      off.add(gone);
      changes.push({ kind: 'cancelled', meeting: gone });
    } else if (kind === 4) {
      off.add(-participant);
      changes.push({ kind: 'noShow', participant });
    }
  }
  return changes;
}

test('after a change the fewest move, then there are the fewest breaks, as trying everything finds', async () => {
  const heavy = 1000;
  const seen = { infeasible: 0, moved: 0, dear: 0, past: 0 };
  for (let seed = 1; seed <= 400 && seen.moved < 60; seed++) {
    const original = smallInstance(seed);
    const previous = someSchedule(original, seed);
    if (!previous || previous.length === 0) continue;
    const now = seed % 3;
    const given = withChanges(original, someChanges(original, seed));
    const slotBefore = new Map(previous.map(({ meeting: id, slot }) => [id, slot]));
    const rank = (weight: number) => (slotOf: readonly number[]) =>
      given.meetings.reduce((worse, { id, a, b }, place) => {
        const was = slotBefore.get(id);
        const is = slotOf[place]!;
        const missed = [a, b].some((person) => given.unavailable[person - 1]!.includes(was ?? 0));
        if (was !== undefined && was <= now && !missed) return is === was ? worse : Infinity;
        if (is <= now) return Infinity;
        return worse + (was !== undefined && is !== was ? weight : 0);
      }, 0);
    const best = exhaustive(given, rank(heavy));
    const answer = await resolve(given, previous, { seconds: 250, now, seed });
    const told = `seed ${seed}`;
    expect(answer.status, told).toBe(best === null ? 'infeasible' : 'optimal');
    if (best === null) {
      expect(answer, told).toMatchObject({ moved: null, breaks: null, schedule: [], lowerBound: null });
      seen.infeasible++;
      continue;
    }
    expect(answer.moved! * heavy + answer.breaks!, told).toBe(best);
    expect(answer.lowerBound).toEqual({ moved: answer.moved, breaks: answer.breaks });
    const fewest = exhaustive(given, rank(0))!;
    expect(answer.anew, told).toMatchObject({ status: 'optimal', breaks: fewest });
    expect(answer.price).toEqual({ atLeast: answer.breaks! - fewest, atMost: answer.breaks! - fewest });
    for (const its of [answer, answer.anew!]) {
      expect(check(given, its.schedule), told).toMatchObject({ faults: [], breaks: its.breaks });
      const slots = new Map(its.schedule.map(({ meeting: id, slot }) => [id, slot]));
      const others = [...slotBefore].filter(([id, slot]) => slots.has(id) && slots.get(id) !== slot);
      expect(others.length, told).toBe(its.moved);
    }
    expect(answer.moves.length).toBe(answer.moved);
    if (answer.moved! > 0) seen.moved++;
    if (answer.price!.atLeast > 0) seen.dear++;
    if (now > 0 && [...slotBefore.values()].some((slot) => slot <= now)) seen.past++;
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

test('who stays keeps the table; a late arrival moves its own meetings only; what is new and gone is told', async () => {
  const late = withChanges(instance, [
    { kind: 'away', participant: 2, slots: [1, 2] },
    { kind: 'cancelled', meeting: 4 },
    { kind: 'wish', meeting: meeting(9, 2, 3) },
  ]);
  const answer = await resolve(late, schedule);
  expect(answer).toMatchObject({
    status: 'optimal',
    moved: 1,
    breaks: 0,
    moves: [{ meeting: 1, from: 1, to: 4 }],
    added: [9],
    dropped: [4],
    price: { atLeast: 0, atMost: 0 },
  });
  expect(answer.schedule).toEqual([
    { meeting: 2, slot: 2, table: 2 },
    { meeting: 3, slot: 3, table: 1 },
    { meeting: 9, slot: 3, table: 2 },
    { meeting: 1, slot: 4, table: 1 },
  ]);
});

test('whom it costs a break to stay: the price is told beside what everybody’s moving would give', async () => {
  const gone = withChanges(instance, [{ kind: 'cancelled', meeting: 2 }]);
  expect(await resolve(gone, schedule)).toMatchObject({
    status: 'optimal',
    moved: 0,
    breaks: 2,
    anew: { status: 'optimal', breaks: 0 },
    price: { atLeast: 2, atMost: 2 },
  });
});

test('the past stays, but for what did not take place; all else comes after now', async () => {
  const late = withChanges(instance, [{ kind: 'away', participant: 2, slots: [1] }]);
  const { moves, anew } = await resolve(late, { schedule }, { now: 2 });
  expect(moves).toEqual([{ meeting: 1, from: 1, to: 4 }]);
  expect(anew!.schedule.filter(({ slot }) => slot <= 2)).toEqual([
    { meeting: 4, slot: 1, table: 2 },
    { meeting: 2, slot: 2, table: 2 },
  ]);
  const nothingLeft = await resolve(late, schedule, { now: 5 });
  expect(nothingLeft).toMatchObject({ status: 'infeasible', schedule: [], price: null, moves: [] });
});

test('stopped before it begins, it has nothing; while it goes on, it tells what it has', async () => {
  expect(await resolve(instance, schedule, { signal: AbortSignal.abort() })).toMatchObject({
    status: 'unknown',
    moved: null,
    price: null,
  });
  const previous = (await solve(instance)).schedule;
  const told: (number | null)[] = [];
  const late = withChanges(instance, [{ kind: 'away', participant: 1, slots: [1, 2] }]);
  const answer = await resolve(late, previous, { onProgress: ({ moved }) => told.push(moved) });
  expect(answer.status).toBe('optimal');
  for (const moved of told) expect(moved).toBeGreaterThanOrEqual(answer.moved!);
});

test.each<[string, InputFault['problem'], unknown, unknown]>([
  ['schedule', 'notAList', [], {}],
  ['schedule[1].meeting', 'twice', [], [schedule[0], schedule[0]]],
  ['schedule[0].slot', 'outOfRange', [], [{ meeting: 1, slot: 0, table: 1 }]],
  ['changes', 'notAList', {}, schedule],
  ['changes[0].kind', 'notAChange', [{ kind: 'rain' }], schedule],
  ['changes[0].participant', 'outOfRange', [{ kind: 'noShow', participant: 5 }], schedule],
  ['changes[0].slots[0]', 'outOfRange', [{ kind: 'away', participant: 1, slots: [6] }], schedule],
  ['changes[0].meeting', 'unknownMeeting', [{ kind: 'cancelled', meeting: 7 }], schedule],
  ['meetings[4].id', 'twice', [{ kind: 'wish', meeting: meeting(1, 1, 2) }], schedule],
])('refused: %s %s', async (path, problem, changes, previous) => {
  const given = async () => resolve(withChanges(instance, changes), previous);
  await expect(given()).rejects.toMatchObject({ name: 'InputFault', path, problem });
});

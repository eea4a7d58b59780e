import { expect, test } from 'vitest';
import { fewestBreaks, leastIsFair } from './bounds.ts';
import { Cadical } from 'cadical-wasm';
import { clauses, countedClauses, tightClauses } from './clauses.ts';
import { check, type InputFault, type Instance, type Solution } from './index.ts';
import { domains } from './domains.ts';
import { improve } from './large-neighbourhood.ts';
import { ask } from './loose.ts';
import { searchLocally } from './local-search.ts';
import { randomFrom } from './random.ts';
import { seat } from './tables.ts';
import { exhaustive } from './testing/exhaustive.ts';
import { smallInstance } from './testing/small-instance.ts';
import { solveClauses } from './threads/clasp.ts';
import { solve } from './threads/solve.ts';

const meeting = (id: number, a: number, b: number, part: object = {}) => ({
  id,
  a,
  b,
  session: 'any' as const,
  fixedSlot: null,
  after: [] as number[],
  ...part,
});
const instance = (part: Partial<Instance>): Instance => ({
  participants: 4,
  slots: 5,
  morningSlots: 3,
  tables: 2,
  fairness: 2,
  meetings: [],
  unavailable: [],
  ...part,
});

/** Everybody with everybody, in a hall with hardly a table to spare. */
const crowd = (people: number, slots: number, tables: number): Instance =>
  instance({
    participants: people,
    slots,
    morningSlots: slots,
    tables,
    meetings: Array.from({ length: people }, (_, a) =>
      Array.from({ length: people - a - 1 }, (_none, b) => meeting(a * people + b, a + 1, a + b + 2)),
    ).flat(),
  });

test('what is proved is what trying everything finds, and every schedule keeps the rules', async () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 120; seed++) {
    const given = smallInstance(seed);
    const solution = await solve(given, { seconds: 250 });
    const best = exhaustive(given);
    seen.add(best === null ? 'infeasible' : best === 0 ? 'none' : 'some');
    expect({ seed, status: solution.status, breaks: solution.breaks }).toEqual({
      seed,
      status: best === null ? 'infeasible' : 'optimal',
      breaks: best,
    });
    expect(solution.lowerBound).toBe(best);
    if (best !== null)
      expect(check(given, solution.schedule)).toMatchObject({ faults: [], breaks: solution.breaks! });
  }
  expect(seen.size).toBe(3);
});

test('what is proved by clauses is what trying everything finds', async () => {
  const seen = new Set<string>();
  for (let seed = 1001; seed <= 1150; seed++) {
    const given = smallInstance(seed);
    const could = domains(given);
    const least = fewestBreaks(given, could);
    if (could.some((mine) => mine.length === 0) || least.includes(Infinity)) continue;
    const best = exhaustive(given);
    let last: Int32Array | null = null;
    let bound = 0;
    const { Result } = await solveClauses(
      clauses({ instance: given, could, least, was: null })!,
      given.meetings.length,
      [],
      (slotOf) => (last = slotOf),
      ([lower]) => (bound = Math.max(bound, lower!)),
    );
    seen.add(best === null ? 'infeasible' : best === 0 ? 'none' : 'some');
    expect({ seed, Result: Result === 'UNSATISFIABLE' ? null : Result === 'OPTIMUM FOUND' }).toEqual({
      seed,
      Result: best === null ? null : true,
    });
    if (best === null) continue;
    expect(check(given, seat(given, last!))).toMatchObject({ faults: [], breaks: best });
    expect(bound).toBeLessThanOrEqual(best);
  }
  expect(seen.size).toBe(3);
});

test('large neighbourhoods improve a schedule until it is proved to be what trying everything finds', async () => {
  let improved = 0;
  for (let seed = 2001; seed <= 2400; seed++) {
    const given = smallInstance(seed);
    const could = domains(given);
    const problem = { instance: given, could, least: fewestBreaks(given, could), was: null };
    let start: Int32Array | undefined;
    let rounds = 5;
    searchLocally(
      problem,
      randomFrom(seed),
      () => !start && rounds-- > 0,
      (slotOf) => (start ??= slotOf),
    );
    if (!start) continue;
    const breaks = (slotOf: Int32Array) => {
      const { faults, breaks: count } = check(given, seat(given, slotOf));
      expect(faults, `seed ${seed}`).toEqual([]);
      return count!;
    };
    let last = breaks(start);
    const made = countedClauses(problem, last)!;
    const solver = await Cadical.create({ quiet: true });
    solver.addDimacs(made.text);
    const proved = improve(
      problem,
      made,
      {
        add: (clauses) => solver.addDimacs(clauses),
        solve: (assumptions) => solver.solve({ assumptions }) === 'satisfiable',
        value: (variable) => solver.value(variable),
      },
      randomFrom(seed),
      start,
      () => true,
      (slotOf) => {
        expect(breaks(slotOf)).toBeLessThan(last);
        last = breaks(slotOf);
        improved++;
      },
    );
    solver.dispose();
    expect({ seed, proved, last }).toEqual({ seed, proved: true, last: exhaustive(given) });
  }
  expect(improved).toBeGreaterThan(10);
});

test('whether everybody can have its least is what trying everything finds, and tables are heeded where they are too few', async () => {
  const seen = new Set<string>();
  for (let seed = 3001; seed <= 3400; seed++) {
    const given = smallInstance(seed);
    const could = domains(given);
    const least = fewestBreaks(given, could);
    if (given.meetings.length === 0 || could.some((mine) => mine.length === 0) || least.includes(Infinity))
      continue;
    const problem = { instance: given, could, least, was: null };
    const fewest = least.reduce((a, b) => a + b, 0);
    const best = exhaustive(given);
    expect({ seed, fair: leastIsFair(problem) || best === null }).toEqual({ seed, fair: true });
    if (!leastIsFair(problem)) continue;
    const made = tightClauses(problem)!;
    const solver = await Cadical.create({ quiet: true });
    let rounds = 0;
    const add = (text: string) => {
      rounds++;
      solver.addDimacs(text);
    };
    add(made.text);
    const asked = {
      add,
      solve: () => solver.solve() === 'satisfiable',
      value: (variable: number) => solver.value(variable),
    };
    const slotOf = ask(made, given.meetings.length, asked, []);
    solver.dispose();
    expect({ seed, can: slotOf !== false }).toEqual({ seed, can: best === fewest });
    seen.add(slotOf ? (rounds > 1 ? 'limited' : fewest > 0 ? 'some' : 'none') : 'more');
    if (slotOf)
      expect(check(given, seat(given, slotOf)), `seed ${seed}`).toMatchObject({ faults: [], breaks: fewest });
  }
  expect([...seen].toSorted()).toEqual(['limited', 'more', 'none', 'some']);
});

test('where what each needs at least differs too much, not everybody can have its least', () => {
  const apart = (fairness: number) => {
    const given = instance({
      fairness,
      meetings: [meeting(1, 1, 2, { fixedSlot: 1 }), meeting(2, 1, 3, { fixedSlot: 3 })],
    });
    const could = domains(given);
    return { instance: given, could, least: fewestBreaks(given, could), was: null };
  };
  expect(leastIsFair(apart(0))).toBe(false);
  expect(exhaustive(apart(0).instance)).toBeNull();
  expect(leastIsFair(apart(1))).toBe(true);
  expect(exhaustive(apart(1).instance)).toBe(1);
});

test('where a solver gives up, or limits would be too many, nothing is said about the least', () => {
  const given = crowd(4, 5, 1);
  const could = domains(given);
  const problem = { instance: given, could, least: fewestBreaks(given, could), was: null };
  const made = tightClauses(problem)!;
  const size = given.meetings.length;
  const solver = { add: () => {}, value: (variable: number) => made.meaning.get(variable)?.slot === 1 };
  expect(ask(made, size, { ...solver, solve: () => null }, [])).toBeNull();
  expect(ask({ ...made, limits: () => null }, size, { ...solver, solve: () => true }, [])).toBeNull();
});

test('large neighbourhoods go on from a better schedule that comes from elsewhere, and end when told to', async () => {
  const given = crowd(6, 11, 3);
  const could = domains(given);
  const problem = { instance: given, could, least: fewestBreaks(given, could), was: null };
  const schedules: Int32Array[] = [];
  searchLocally(
    problem,
    randomFrom(3),
    () => true,
    (slotOf) => schedules.push(slotOf),
  );
  expect(schedules.length).toBeGreaterThan(1);
  const made = countedClauses(problem, check(given, seat(given, schedules[0]!)).breaks!)!;
  const run = (next: () => Int32Array | boolean) => {
    const asked: number[] = [];
    const proved = improve(
      problem,
      made,
      {
        add: () => expect.unreachable(),
        solve: (assumptions) => (asked.push(assumptions[0]!), null),
        value: () => false,
      },
      randomFrom(1),
      schedules[0]!,
      next,
      () => expect.unreachable(),
    );
    return { proved, asked };
  };
  const answers = [true, schedules.at(-1)!];
  expect(run(() => answers.shift()!)).toMatchObject({ proved: true, asked: { length: 1 } });
  expect(run(() => false)).toEqual({ proved: false, asked: [] });
});

test('a fair with more clauses than are worth the memory has none', () => {
  const given = crowd(60, 100, 60);
  const could = domains(given);
  expect(clauses({ instance: given, could, least: fewestBreaks(given, could), was: null })).toBeNull();
  expect(
    countedClauses({ instance: given, could, least: fewestBreaks(given, could), was: null }, 9),
  ).toBeNull();
  expect(tightClauses({ instance: given, could, least: fewestBreaks(given, could), was: null })).toBeNull();
});

test('what each participant needs at least is never more than what the best schedule has', () => {
  for (let seed = 1; seed <= 1500; seed++) {
    const given = smallInstance(seed);
    const best = exhaustive(given);
    if (best === null) continue;
    const least = fewestBreaks(given, domains(given)).reduce((a, b) => a + b, 0);
    expect(least, `seed ${seed}`).toBeLessThanOrEqual(best);
  }
});

test('the local search tells only schedules that keep all rules, each better than the one before', () => {
  let told = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const given = smallInstance(seed);
    let rounds = 5;
    let last = Infinity;
    const could = domains(given);
    searchLocally(
      { instance: given, could, least: fewestBreaks(given, could), was: null },
      randomFrom(seed),
      () => rounds-- > 0,
      (slotOf) => {
        const { faults, breaks } = check(given, seat(given, slotOf));
        expect(faults, `seed ${seed}`).toEqual([]);
        expect(breaks).toBeLessThan(last);
        last = breaks;
        told++;
      },
    );
  }
  expect(told).toBeGreaterThan(60);
});

test('a break is a group of idle slots between two meetings: two fixed ones with one or three slots between', async () => {
  const two = (first: number, second: number) =>
    solve(
      instance({
        meetings: [meeting(1, 1, 2, { fixedSlot: first }), meeting(2, 1, 2, { fixedSlot: second })],
      }),
    );
  expect(await two(1, 5)).toMatchObject({ status: 'optimal', breaks: 2, lowerBound: 2 });
  expect(await two(3, 4)).toMatchObject({ status: 'optimal', breaks: 0 });
  expect(await two(4, 4)).toMatchObject({ status: 'infeasible', breaks: null, schedule: [] });
});

test('who has no meeting has no break, and so limits by fairness how many others may have', async () => {
  const split = [1, 3, 5].map((slot) => meeting(slot, 1, 2, { fixedSlot: slot }));
  expect(await solve(instance({ meetings: split, fairness: 2 }))).toMatchObject({ breaks: 4 });
  expect(await solve(instance({ meetings: split, fairness: 1 }))).toMatchObject({ status: 'infeasible' });
});

test('without a meeting there is nothing to do; more meetings than tables and slots can’t be', async () => {
  expect(await solve(instance({}))).toMatchObject({ status: 'optimal', breaks: 0, schedule: [] });
  const meetings = [meeting(1, 1, 2), meeting(2, 3, 4)];
  expect(await solve(instance({ meetings, slots: 1, morningSlots: 1, tables: 1 }))).toMatchObject({
    status: 'infeasible',
  });
});

test('of a resource no more than there is can be at once: meetings spread, or there is no schedule', async () => {
  // Four who could all meet at once; two interpreters for them all.
  const pairs = [1, 2, 3, 4].map((id) => meeting(id, 2 * id - 1, 2 * id));
  const given = (capacity: number, slots: number) =>
    instance({
      participants: 8,
      slots,
      morningSlots: slots,
      tables: 4,
      meetings: pairs,
      resources: [{ meetings: [1, 2, 3, 4], capacity }],
    });
  const spread = await solve(given(2, 2));
  expect(spread.status).toBe('optimal');
  expect(spread.schedule.map(({ slot }) => slot)).toEqual([1, 1, 2, 2]);
  expect((await solve(given(4, 1))).status).toBe('optimal');
  for (const short of [given(3, 1), given(1, 3), given(0, 5)])
    expect(await solve(short)).toMatchObject({ status: 'infeasible', lowerBound: null });
});

test('a hall that is full of those who need an interpreter, each all day long, has a schedule', async () => {
  // Sixteen tables for sixteen slots; half of the meetings need one of eight interpreters: both are used up in every slot.
  const sides = Array.from({ length: 16 }, (_, at) => at);
  const meetings = sides.flatMap((a) => sides.map((b) => meeting(a * 16 + b, a + 1, 17 + b)));
  const given = instance({
    participants: 32,
    slots: 16,
    morningSlots: 16,
    tables: 16,
    meetings,
    resources: [
      { meetings: meetings.filter(({ id }) => (id + (id >> 4)) % 2 === 0).map(({ id }) => id), capacity: 8 },
    ],
  });
  // Longer than a timer can wait: it is none the shorter for that.
  const { status, schedule, breaks } = await solve(given, { seconds: 3_000_000 });
  expect([status, breaks]).toEqual(['optimal', 0]);
  expect(check(given, schedule).faults).toEqual([]);
});

test('stopped, it tells the best that it has and proves nothing', async () => {
  const stop = new AbortController();
  const progress: Solution[] = [];
  // More than can be proved before the first schedule is there: nobody in a crowd meets without a pause.
  const given = { ...crowd(24, 27, 12), fairness: 20 };
  const solution = await solve(given, {
    seconds: 300,
    signal: stop.signal,
    onProgress: (sofar) => {
      progress.push(sofar);
      stop.abort();
    },
  });
  expect(progress.length).toBeGreaterThan(0);
  expect(solution.status).toBe('feasible');
  expect(solution.breaks).toBe(progress[0]!.breaks);
  expect(check(given, solution.schedule)).toMatchObject({ faults: [], breaks: solution.breaks! });
});

test('stopped before it begins, it has nothing', async () => {
  expect(await solve(crowd(8, 9, 4), { signal: AbortSignal.abort() })).toMatchObject({
    status: 'unknown',
    breaks: null,
    schedule: [],
  });
});

const longList = Array.from({ length: 2_000_001 }, () => 1);
const wrong: [string, InputFault['problem'], object | null][] = [
  ['instance', 'notAnObject', null],
  ['participants', 'notANaturalNumber', { participants: 'four' }],
  ['slots', 'outOfRange', { slots: 0 }],
  ['slots', 'outOfRange', { slots: 1e9 }],
  ['tables', 'notANaturalNumber', { tables: -1 }],
  ['morningSlots', 'outOfRange', { morningSlots: 6 }],
  ['meetings', 'notAList', { meetings: {} }],
  ['meetings[0]', 'notAnObject', { meetings: [1] }],
  ['meetings[1].id', 'twice', { meetings: [meeting(1, 1, 2), meeting(1, 3, 4)] }],
  ['meetings[0].b', 'outOfRange', { meetings: [meeting(1, 1, 5)] }],
  ['meetings[0].b', 'withOneself', { meetings: [meeting(1, 2, 2)] }],
  ['meetings[0].session', 'notASession', { meetings: [meeting(1, 1, 2, { session: 'night' })] }],
  ['meetings[0].fixedSlot', 'outOfRange', { meetings: [meeting(1, 1, 2, { fixedSlot: 6 })] }],
  ['meetings[0].after[0]', 'unknownMeeting', { meetings: [meeting(1, 1, 2, { after: [7] })] }],
  ['resources', 'notAList', { resources: {} }],
  ['resources', 'tooMany', { resources: Array.from({ length: 1001 }, () => ({})) }],
  ['resources[0]', 'notAnObject', { resources: [7] }],
  ['resources[0].meetings', 'notAList', { resources: [{ capacity: 1 }] }],
  ['resources[0].capacity', 'notANaturalNumber', { resources: [{ meetings: [], capacity: -1 }] }],
  ['resources[0].capacity', 'notANaturalNumber', { resources: [{ meetings: [] }] }],
  [
    'resources[1].meetings[1]',
    'unknownMeeting',
    {
      meetings: [meeting(1, 1, 2)],
      resources: [
        { meetings: [1], capacity: 1 },
        { meetings: [1, 2], capacity: 1 },
      ],
    },
  ],
  [
    'resources[0].meetings[1]',
    'twice',
    { meetings: [meeting(1, 1, 2)], resources: [{ meetings: [1, 1], capacity: 1 }] },
  ],
  [
    'resources[2].meetings',
    'tooMany',
    { resources: Array.from({ length: 3 }, (_, at) => ({ meetings: at < 2 ? [] : longList, capacity: 1 })) },
  ],
  ['unavailable', 'tooMany', { unavailable: [[], [], [], [], []] }],
  ['unavailable[1][0]', 'outOfRange', { unavailable: [[], [6]] }],
];
test.each(wrong)('refused: %s %s', async (path, problem, part) => {
  const given = part && { ...instance({}), ...part };
  await expect(solve(given)).rejects.toMatchObject({ name: 'InputFault', path, problem });
});

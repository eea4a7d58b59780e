import { beforeAll, describe, expect, test } from 'vitest';
import { assign, InputFault, Matcher, type Assignment, type Match, type Problem } from './index.ts';
import { linearProgram } from './testing/linear-program.ts';
import { openSolver } from './testing/solver.ts';
import { randomFrom, smallProblem } from './testing/random-problem.ts';

let highs: Awaited<ReturnType<typeof openSolver>>;
beforeAll(async () => {
  highs = await openSolver();
});

/** What a solver of linear programs says is best. */
function best(problem: Problem): number {
  if (problem.matches.length === 0) return 0;
  const { Status, ObjectiveValue } = highs.solve(linearProgram(problem));
  expect(Status).toBe('Optimal');
  return Math.round(ObjectiveValue);
}

/** What an assignment may not do, whatever its value. */
function keepsTheRules({ supplies, wants, matches }: Problem, { given, shortfalls }: Assignment): void {
  const units = (of: (one: Assignment['given'][number]) => boolean) =>
    given.filter(of).reduce((sum, one) => sum + one.units, 0);
  for (const one of given) {
    expect(Number.isInteger(one.units) && one.units > 0).toBe(true);
    expect(matches.some(({ want, supply }) => want === one.want && supply === one.supply)).toBe(true);
  }
  for (const { id, capacity } of supplies)
    expect(units(({ supply }) => supply === id)).toBeLessThanOrEqual(capacity);
  for (const { id, quantity } of wants) {
    const matched = units(({ want }) => want === id);
    expect(matched).toBeLessThanOrEqual(quantity);
    const short = shortfalls.find(({ want }) => want === id);
    if (matched === quantity) expect(short).toBeUndefined();
    else
      expect(short).toEqual({
        want: id,
        wanted: quantity,
        matched,
        why: matches.some(({ want }) => want === id) ? 'capacity' : 'noMatch',
      });
  }
}

describe('an assignment', () => {
  test('is worth what a solver of linear programs finds, on 400 random problems', () => {
    let shared = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const problem = smallProblem(seed);
      const found = assign(problem);
      keepsTheRules(problem, found);
      expect(found.value, `seed ${seed}`).toBe(best(problem));
      if (found.given.length > 1) shared++;
    }
    expect(shared).toBeGreaterThan(240);
  });

  test('after any changes is worth what it would be from the start, on 100 histories', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomFrom(seed + 9_000);
      let { supplies, wants, matches } = smallProblem(seed);
      const matcher = new Matcher({ supplies, wants, matches });
      for (let step = 0; step < 8; step++) {
        const kind = random(4);
        const want = { id: `w${random(12)}`, quantity: random(60) };
        if (kind === 0) {
          const supply = { ...supplies[random(supplies.length)]!, capacity: random(60) };
          supplies = supplies.map((one) => (one.id === supply.id ? supply : one));
          matcher.setSupply(supply);
        } else if (kind === 1) {
          expect(matcher.removeWant(want.id)).toBe(wants.some(({ id }) => id === want.id));
          wants = wants.filter(({ id }) => id !== want.id);
          matches = matches.filter((match) => match.want !== want.id);
        } else {
          const mine = supplies
            .filter(() => random(2) === 0)
            .map((supply): Match => ({ want: want.id, supply: supply.id, points: random(1001) }));
          wants = [...wants.filter(({ id }) => id !== want.id), want];
          matches = [...matches.filter((match) => match.want !== want.id), ...mine];
          matcher.setWant(want, mine);
        }
        if (random(2) === 0) continue;
        const found = matcher.assignment();
        keepsTheRules({ supplies, wants, matches }, found);
        expect(found.value, `seed ${seed}, step ${step}`).toBe(best({ supplies, wants, matches }));
      }
    }
  });

  test('tells a restaurant that wants 500 kg where it gets 380 of them', () => {
    const farms = [
      { id: 'lot-1', producer: 'Hill farm', kind: 'chilli', capacity: 200 },
      { id: 'lot-2', producer: 'River farm', kind: 'chilli', capacity: 180 },
    ];
    const { given, shortfalls } = assign({
      supplies: farms,
      wants: [
        { id: 'restaurant', quantity: 500 },
        { id: 'florist', quantity: 5 },
      ],
      matches: farms.map(({ id }, at) => ({ want: 'restaurant', supply: id, points: 700 - at })),
    });
    expect(given).toEqual([
      { want: 'restaurant', supply: 'lot-1', units: 200 },
      { want: 'restaurant', supply: 'lot-2', units: 180 },
    ]);
    expect(shortfalls).toEqual([
      { want: 'restaurant', wanted: 500, matched: 380, why: 'capacity' },
      { want: 'florist', wanted: 5, matched: 0, why: 'noMatch' },
    ]);
  });

  test('no maker crowds out others who are nearly as good, and none is pushed forward who is much worse', () => {
    const between = (lead: number) => {
      const wants = Array.from({ length: 10 }, (_, at) => ({ id: `w${at}`, quantity: 10 }));
      const supplies = ['large', 'small', 'new'].map((producer) => ({
        id: producer,
        producer,
        kind: 'tea',
        capacity: 1000,
      }));
      const matches = wants.flatMap(({ id }) =>
        supplies.map((supply) => ({
          want: id,
          supply: supply.id,
          points: supply.id === 'large' ? 900 : 900 - lead,
        })),
      );
      const { given } = assign({ supplies, wants, matches });
      return supplies.map(({ id }) =>
        given.filter(({ supply }) => supply === id).reduce((sum, { units }) => sum + units, 0),
      );
    };
    // A fair share of 100 among three is 34.
    expect(between(100)).toEqual([34, 33, 33].map(() => expect.any(Number)));
    expect(between(100)[0]).toBe(34);
    expect(between(200)[0]).toBe(68);
    expect(between(460)).toEqual([100, 0, 0]);
  });

  test('goes on being given while nobody else can: nobody goes without for the sake of fairness', () => {
    const { given } = assign({
      supplies: [
        { id: 'only', producer: 'only', kind: 'salt', capacity: 1000 },
        { id: 'empty', producer: 'other', kind: 'salt', capacity: 0 },
      ],
      wants: [{ id: 'w', quantity: 900 }],
      matches: [
        { want: 'w', supply: 'only', points: 0 },
        { want: 'w', supply: 'empty', points: 1000 },
      ],
    });
    expect(given).toEqual([{ want: 'w', supply: 'only', units: 900 }]);
  });

  test('of nothing is nothing', () => {
    expect(assign({ supplies: [], wants: [], matches: [] })).toEqual({ given: [], shortfalls: [], value: 0 });
  });
});

describe('what makes no sense is refused with its place', () => {
  const supply = { id: 's', producer: 'm', kind: 'k', capacity: 5 };
  const want = { id: 'w', quantity: 5 };
  const match = { want: 'w', supply: 's', points: 5 };
  const cases: [string, InputFault['fault'], Problem][] = [
    ['supplies[1].id', 'twice', { supplies: [supply, supply], wants: [], matches: [] }],
    ['wants[1].id', 'twice', { supplies: [], wants: [want, want], matches: [] }],
    ['matches[1]', 'twice', { supplies: [supply], wants: [want], matches: [match, match] }],
    ['matches[0].want', 'unknown', { supplies: [supply], wants: [], matches: [match] }],
    ['matches[0].supply', 'unknown', { supplies: [], wants: [want], matches: [match] }],
    [
      'supplies[0].capacity',
      'notACount',
      { supplies: [{ ...supply, capacity: -1 }], wants: [], matches: [] },
    ],
    ['wants[0].quantity', 'notACount', { supplies: [], wants: [{ ...want, quantity: 0.5 }], matches: [] }],
    ['wants[0].quantity', 'tooLarge', { supplies: [], wants: [{ ...want, quantity: 2 ** 41 }], matches: [] }],
    [
      'wants[1].quantity',
      'tooLarge',
      { supplies: [], wants: [want, { id: 'v', quantity: 2 ** 40 }], matches: [] },
    ],
    [
      'matches[0].points',
      'notPoints',
      { supplies: [supply], wants: [want], matches: [{ ...match, points: 1001 }] },
    ],
  ];
  test.each(cases)('%s: %s', (path, fault, problem) => {
    expect(() => assign(problem)).toThrow(expect.objectContaining({ path, fault }));
  });

  test('a change that is refused changes nothing', () => {
    const matcher = new Matcher({ supplies: [supply], wants: [want], matches: [match] });
    const before = matcher.assignment();
    expect(() => matcher.setWant(want, [{ ...match, points: -1 }])).toThrow(InputFault);
    expect(() => matcher.setWant(want, [match, match])).toThrow(InputFault);
    expect(() => matcher.setWant({ ...want, quantity: -1 }, [match])).toThrow(InputFault);
    expect(() => matcher.setSupply({ ...supply, kind: 'other' })).toThrow(InputFault);
    expect(() => matcher.setSupply({ ...supply, capacity: -1 })).toThrow(InputFault);
    expect(matcher.assignment()).toEqual(before);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  historyAlong,
  lifeAt,
  lifeConsumed,
  LifeFault,
  lifeRate,
  meanKineticTemperature,
  type LifeModel,
  type LifeProblem,
  type Stay,
} from './index.ts';

const day = 1440;
/** Invented figures in the shape of a lemon's: best a little above the temperature at which chilling injury begins. */
const lemon: LifeModel = {
  kind: 'q10',
  q10: 2,
  referenceTenthsC: 120,
  lifeMinutes: 30 * day,
  minTenthsC: 110,
  maxTenthsC: 150,
  chilling: { belowTenthsC: 110, q10: 3 },
  freezingTenthsC: -14,
};
const sauce: LifeModel = {
  kind: 'arrhenius',
  activationEnergyJPerMol: 48_750,
  referenceTenthsC: 180,
  lifeMinutes: 209 * day,
};

describe('mean kinetic temperature', () => {
  test('a year of 52 weeks at 25 °C is 25 °C', () => {
    expect(meanKineticTemperature(Array.from({ length: 52 }, () => 250))).toBe(250);
  });

  test('23 and 25 °C in turns are as hard as 24.05', () => {
    expect(meanKineticTemperature([230, 250]) / 10).toBeCloseTo(24.053, 3);
  });

  test('18 hours at 5 °C and 6 at 14 are as hard as 8.285 °C, not as their mean of 7.25', () => {
    const history = [
      { minutes: 18 * 60, tenthsC: 50 },
      { minutes: 6 * 60, tenthsC: 140 },
    ];
    expect(meanKineticTemperature(history) / 10).toBeCloseTo(8.285, 3);
  });

  test('it lies between the mean and the warmest, and doesn’t change when the clock runs twice as fast', () => {
    fc.assert(
      fc.property(
        fc.array(stay(1), { minLength: 1 }),
        fc.double({ min: 10_000, max: 300_000, noNaN: true }),
        (history, deltaH) => {
          const found = meanKineticTemperature(history, deltaH);
          const minutes = history.reduce((sum, one) => sum + one.minutes, 0);
          const mean = history.reduce((sum, one) => sum + one.minutes * one.tenthsC, 0) / minutes;
          expect(found).toBeGreaterThanOrEqual(mean - 1e-6);
          expect(found).toBeLessThanOrEqual(Math.max(...history.map(({ tenthsC }) => tenthsC)) + 1e-6);
          const twice = history.map((one) => ({ ...one, minutes: one.minutes * 2 }));
          expect(meanKineticTemperature(twice, deltaH)).toBeCloseTo(found, 6);
        },
      ),
    );
  });
});

const temperature = fc.integer({ min: -300, max: 600 });
function stay(least: number): fc.Arbitrary<Stay> {
  return fc.record({ minutes: fc.integer({ min: least, max: 100_000 }), tenthsC: temperature });
}
const limitless: fc.Arbitrary<LifeModel> = fc.oneof(
  fc.record({
    kind: fc.constant('q10' as const),
    q10: fc.double({ min: 1, max: 5, noNaN: true }),
    referenceTenthsC: temperature,
    lifeMinutes: fc.integer({ min: 1, max: 10_000_000 }),
  }),
  fc.record({
    kind: fc.constant('arrhenius' as const),
    activationEnergyJPerMol: fc.integer({ min: 10_000, max: 150_000 }),
    referenceTenthsC: temperature,
    lifeMinutes: fc.integer({ min: 1, max: 10_000_000 }),
  }),
);
const chilled: fc.Arbitrary<LifeModel> = fc
  .tuple(
    limitless,
    fc.integer({ min: 0, max: 200 }),
    fc.double({ min: 1, max: 5, noNaN: true }),
    fc.integer({ min: 1, max: 200 }),
  )
  .map(([model, above, q10, frost]) => ({
    ...model,
    chilling: { belowTenthsC: model.referenceTenthsC - above, q10 },
    freezingTenthsC: model.referenceTenthsC - above - frost,
  }));
const model = fc.oneof(limitless, chilled);

describe('how fast life is used', () => {
  test('life at the reference temperature lasts as long as it says', () => {
    fc.assert(
      fc.property(model, (each) => {
        expect(lifeRate(each, each.referenceTenthsC)).toBe(1);
        expect(lifeAt(each, each.referenceTenthsC)).toBe(each.lifeMinutes);
      }),
    );
  });

  test('above the chilling limit warmer is never slower', () => {
    fc.assert(
      fc.property(model, temperature, temperature, (each, one, other) => {
        const least = each.chilling?.belowTenthsC ?? -Infinity;
        const [colder, warmer] = [Math.max(least, Math.min(one, other)), Math.max(least, one, other)];
        expect(lifeRate(each, warmer)).toBeGreaterThanOrEqual(lifeRate(each, colder));
      }),
    );
  });

  test('below the chilling limit colder is never slower, and frost ends it', () => {
    fc.assert(
      fc.property(chilled, fc.nat(300), fc.nat(300), (each, one, other) => {
        const { belowTenthsC } = each.chilling!;
        const [little, much] = [Math.min(one, other), Math.max(one, other)];
        expect(lifeRate(each, belowTenthsC - much)).toBeGreaterThanOrEqual(
          lifeRate(each, belowTenthsC - little),
        );
        expect(lifeRate(each, each.freezingTenthsC! - one)).toBe(Infinity);
      }),
    );
  });

  test('lemons at 5 °C last less long than at 12, whatever Q10 alone would say', () => {
    expect(lifeRate({ ...lemon, chilling: undefined }, 50)).toBeLessThan(1);
    expect(lifeRate(lemon, 50)).toBeCloseTo(2 ** -0.1 * 3 ** 0.6, 10);
    expect(lifeRate(lemon, 50)).toBeGreaterThan(1);
    expect(lifeRate(lemon, 110)).toBeCloseTo(2 ** -0.1, 10);
  });

  test('209 days at 18 °C are 148.8 days at 23 °C for 48.75 kJ/mol, and 172 only for 27.9', () => {
    // k₂/k₁ = e^(48750/8.3145 × (1/291.15 − 1/296.15)) = e^0.3400 = 1.4050
    expect(lifeAt(sauce, 230) / day).toBeCloseTo(148.76, 1);
    expect(lifeAt({ ...sauce, activationEnergyJPerMol: 27_930 }, 230) / day).toBeCloseTo(172, 1);
  });
});

describe('life after a history', () => {
  const history = fc.array(stay(0), { maxLength: 12 });

  test('it is the sum of its parts, however they are cut and in whatever order they come', () => {
    fc.assert(
      fc.property(
        model,
        history,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (each, stays, turn, share) => {
          const whole = lifeConsumed(each, stays).consumedMinutes;
          const cut = stays.flatMap(({ minutes, tenthsC }) => [
            { minutes: minutes * share, tenthsC },
            { minutes: minutes * (1 - share), tenthsC },
          ]);
          const at = stays.length > 0 ? turn % stays.length : 0;
          const turned = [...stays.slice(at), ...stays.slice(0, at)].toReversed();
          const parts =
            lifeConsumed(each, stays.slice(0, at)).consumedMinutes +
            lifeConsumed(each, stays.slice(at)).consumedMinutes;
          for (const other of [
            lifeConsumed(each, cut).consumedMinutes,
            lifeConsumed(each, turned).consumedMinutes,
            parts,
          ])
            expectAlike(other, whole);
        },
      ),
    );
  });

  test('nothing is ever negative, and what is used, left and short adds up', () => {
    fc.assert(
      fc.property(model, history, (each, stays) => {
        const left = lifeConsumed(each, stays);
        expect(
          Math.min(left.consumedMinutes, left.remainingMinutes, left.shortMinutes),
        ).toBeGreaterThanOrEqual(0);
        expect(left.remainingMinutes > 0 && left.shortMinutes > 0).toBe(false);
        expect(left.destroyed).toBe(left.consumedMinutes === Infinity);
        if (!left.destroyed)
          expectAlike(left.consumedMinutes + left.remainingMinutes - left.shortMinutes, each.lifeMinutes);
      }),
    );
  });

  test('an hour more never leaves more life', () => {
    fc.assert(
      fc.property(model, history, stay(1), (each, stays, more) => {
        expect(lifeConsumed(each, [...stays, more]).remainingMinutes).toBeLessThanOrEqual(
          lifeConsumed(each, stays).remainingMinutes,
        );
      }),
    );
  });

  test('lemons with 30 days left are 10 days short after 40 at 12 °C', () => {
    const { remainingMinutes, shortMinutes, breaches } = lifeConsumed(lemon, [
      { minutes: 40 * day, tenthsC: 120 },
    ]);
    expect({ remainingMinutes, shortMinutes, breaches }).toEqual({
      remainingMinutes: 0,
      shortMinutes: 10 * day,
      breaches: [],
    });
  });

  test('a stretch beyond a limit is told once, with its start, its length and the worst of it', () => {
    const stays = [
      { minutes: 60, tenthsC: 120 },
      { minutes: 30, tenthsC: 60 },
      { minutes: 0, tenthsC: 120 },
      { minutes: 30, tenthsC: 20 },
      { minutes: 60, tenthsC: 160 },
    ];
    const cold = { startMinute: 60, minutes: 60, worstTenthsC: 20, limitTenthsC: 110 };
    expect(lifeConsumed(lemon, stays).breaches).toEqual([
      { limit: 'chilling', ...cold },
      { limit: 'min', ...cold },
      { limit: 'max', limitTenthsC: 150, startMinute: 120, minutes: 60, worstTenthsC: 160 },
    ]);
  });

  test('frozen lemons are gone, for a minute too; no time at all does nothing', () => {
    expect(lifeConsumed(lemon, [{ minutes: 1, tenthsC: -14 }])).toMatchObject({
      consumedMinutes: Infinity,
      remainingMinutes: 0,
      destroyed: true,
    });
    expect(lifeConsumed(lemon, [{ minutes: 0, tenthsC: -14 }])).toMatchObject({
      consumedMinutes: 0,
      breaches: [],
    });
  });

  test('along an itinerary the waits count at the hub’s temperature and the legs at their own', () => {
    const legs = [
      { depart: 100, arrive: 400, tenthsC: 120, waitTenthsC: 250 },
      { depart: 400, arrive: 500, tenthsC: 130, waitTenthsC: 0 },
      { depart: 600, arrive: 600, tenthsC: 0, waitTenthsC: 140 },
    ];
    expect(historyAlong(0, legs)).toEqual([
      { minutes: 100, tenthsC: 250 },
      { minutes: 300, tenthsC: 120 },
      { minutes: 100, tenthsC: 130 },
      { minutes: 100, tenthsC: 140 },
    ]);
  });
});

function expectAlike(one: number, other: number): void {
  if (one !== other)
    expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one), Math.abs(other)));
}

describe('bad input is named', () => {
  const cases: [string, LifeProblem, () => unknown][] = [
    ['tenthsC', 'notATemperature', () => lifeRate(lemon, Number.NaN)],
    ['tenthsC', 'notATemperature', () => lifeRate(lemon, -2732)],
    ['lifeMinutes', 'notPositive', () => lifeRate({ ...lemon, lifeMinutes: 0 }, 100)],
    ['q10', 'lessThanOne', () => lifeRate({ ...lemon, q10: 0.5 } as LifeModel, 100)],
    [
      'chilling.q10',
      'lessThanOne',
      () => lifeRate({ ...lemon, chilling: { belowTenthsC: 110, q10: 0 } }, 100),
    ],
    [
      'activationEnergyJPerMol',
      'notPositive',
      () => lifeRate({ ...sauce, activationEnergyJPerMol: -1 } as LifeModel, 100),
    ],
    ['referenceTenthsC', 'referenceOutsideLimits', () => lifeRate({ ...lemon, referenceTenthsC: 100 }, 100)],
    ['referenceTenthsC', 'referenceOutsideLimits', () => lifeRate({ ...lemon, referenceTenthsC: 160 }, 100)],
    ['referenceTenthsC', 'referenceOutsideLimits', () => lifeRate({ ...sauce, freezingTenthsC: 180 }, 200)],
    [
      'history[1].minutes',
      'notADuration',
      () =>
        lifeConsumed(lemon, [
          { minutes: 1, tenthsC: 1 },
          { minutes: -1, tenthsC: 1 },
        ]),
    ],
    ['history[0].tenthsC', 'notATemperature', () => meanKineticTemperature([Infinity])],
    ['history', 'empty', () => meanKineticTemperature([])],
    ['deltaH', 'notPositive', () => meanKineticTemperature([1], 0)],
    [
      'legs[0].depart',
      'arrivesBeforeDeparture',
      () => historyAlong(5, [{ depart: 4, arrive: 5, tenthsC: 1, waitTenthsC: 1 }]),
    ],
    [
      'legs[0].arrive',
      'arrivesBeforeDeparture',
      () => historyAlong(0, [{ depart: 4, arrive: 3, tenthsC: 1, waitTenthsC: 1 }]),
    ],
  ];
  test.each(cases)('%s: %s', (path, problem, run) => {
    expect(run).toThrow(new LifeFault(path, problem));
  });
});

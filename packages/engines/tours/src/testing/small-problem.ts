import fc from 'fast-check';
import type { Problem } from '../types.ts';

/**
 * Problems tight enough that stops have to be left out, doors are shut and meals are in the way.
 * @param most.least how many stops there are at least; half of them where it isn't told
 */
export const smallProblem = (most: { stops: number; days: number; least?: number }): fc.Arbitrary<Problem> =>
  fc
    .record({ places: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: most.days }) })
    .chain(({ places, days }) => {
      const place = fc.nat({ max: places - 1 });
      const minutes = fc.integer({ min: 1, max: 12 }).map((times) => times * 10);
      const table = fc.array(
        fc.array(fc.option(minutes, { freq: 5 }), { minLength: places, maxLength: places }),
        { minLength: places, maxLength: places },
      );
      const clock = (from: number, to: number) =>
        fc.integer({ min: from / 15, max: to / 15 }).map((it) => it * 15);
      const meal = fc.record({
        from: clock(690, 720),
        to: clock(780, 840),
        minutes: fc.constantFrom(30, 45, 60),
      });
      return fc.record({
        days: fc.array(
          fc.record({
            start: clock(480, 600),
            end: clock(840, 1080),
            maxTravel: clock(60, 300),
            maxVisits: fc.integer({ min: 0, max: 4 }),
            meals: fc.array(meal, { maxLength: 1 }),
            night: fc.option(place, { freq: 1 }),
          }),
          { minLength: days, maxLength: days },
        ),
        stops: fc
          .array(
            fc.record({
              place,
              value: fc.integer({ min: 1, max: 9 }),
              minutes: clock(30, 150),
              windows: fc.array(
                fc.record({ day: fc.nat({ max: days - 1 }), opens: clock(480, 780), length: clock(60, 300) }),
                { minLength: 1, maxLength: 2 },
              ),
              mandatory: fc.boolean(),
              capacity: fc.option(fc.integer({ min: 2, max: 9 }), { freq: 1 }),
            }),
            { minLength: most.least ?? most.stops >> 1, maxLength: most.stops },
          )
          .map((stops) =>
            stops.map(({ windows, ...stop }, at) => ({
              ...stop,
              id: `s${at}`,
              windows: windows.map(({ day, opens, length }) => ({ day, opens, closes: opens + length })),
            })),
          ),
        visitors: fc.integer({ min: 1, max: 4 }),
        start: place,
        travel: fc.record({ road: table, rail: table }),
      });
    });

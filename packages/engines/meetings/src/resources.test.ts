import { expect, test } from 'vitest';
import { shortages, withChanges, type Instance } from './index.ts';
import { possible } from './testing/possible.ts';
import { smallInstance } from './testing/small-instance.ts';

/** Only some of the meetings, with tables enough, and nothing scarce but one resource. */
const alone = (given: Instance, ids: readonly number[], resource: number): Instance => ({
  ...given,
  tables: ids.length,
  resources: [given.resources![resource]!],
  meetings: given.meetings.filter(({ id }) => ids.includes(id)),
});

test('where a resource is said to be short there is no schedule, even of those meetings by themselves', () => {
  let found = 0;
  for (let seed = 0; seed < 800; seed++) {
    const given = smallInstance(seed);
    if (shortages(given).length > 0) expect([seed, possible(given)]).toEqual([seed, false]);
    const inNoOrder = { ...given, meetings: given.meetings.map((one) => ({ ...one, after: [] })) };
    for (const { resource, meetings, slots, room } of shortages(inNoOrder)) {
      found++;
      const { capacity, meetings: needing } = given.resources![resource]!;
      expect(meetings.filter((id) => !needing.includes(id))).toEqual([]);
      expect([seed, room, meetings.length > room]).toEqual([seed, slots * capacity, true]);
      expect([seed, possible(alone(inNoOrder, meetings, resource))]).toEqual([seed, false]);
    }
  }
  expect(found).toBeGreaterThan(50);
});

test('who needs what there is nothing of is named, and a resource of which enough is left is not', () => {
  const given: Instance = {
    participants: 10,
    slots: 3,
    morningSlots: 2,
    tables: 5,
    fairness: 2,
    meetings: [1, 2, 3, 4, 5].map((id) => ({
      id,
      a: 2 * id - 1,
      b: 2 * id,
      session: id === 4 ? 'any' : 'morning',
      fixedSlot: null,
      after: [],
    })),
    unavailable: [],
    resources: [
      { meetings: [1], capacity: 0 },
      { meetings: [2, 3, 4], capacity: 1 },
      { meetings: [1, 2, 3, 5], capacity: 1 },
    ],
  };
  const [first, second] = [
    { resource: 0, meetings: [1], slots: 0, room: 0 },
    { resource: 2, meetings: [2, 3, 5], slots: 2, room: 2 },
  ];
  expect(shortages(given)).toEqual([first, second]);
  // Once the first slot has begun the resource between them is short, too.
  const late = shortages(given, (_place, slot) => slot > 1);
  expect(late.find(({ resource }) => resource === 1)).toEqual({
    resource: 1,
    meetings: [2, 3],
    slots: 1,
    room: 1,
  });
  // Who is off needs nothing.
  expect(shortages(withChanges(given, [{ kind: 'cancelled', meeting: 1 }]))).toEqual([second]);
});

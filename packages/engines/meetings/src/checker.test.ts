import { expect, test } from 'vitest';
import { check, type Booking, type Instance } from './index.ts';

const instance: Instance = {
  participants: 3,
  slots: 4,
  morningSlots: 2,
  tables: 1,
  fairness: 1,
  meetings: [
    { id: 1, a: 1, b: 2, session: 'morning', fixedSlot: null, after: [] },
    { id: 2, a: 1, b: 3, session: 'afternoon', fixedSlot: null, after: [1] },
    { id: 3, a: 2, b: 3, session: 'any', fixedSlot: 4, after: [] },
  ],
  unavailable: [[], [1], []],
  resources: [
    { name: 'zh ru', meetings: [1, 3], capacity: 1 },
    { meetings: [2], capacity: 1 },
  ],
};
const good: Booking[] = [
  { meeting: 1, slot: 2, table: 1 },
  { meeting: 2, slot: 3, table: 1 },
  { meeting: 3, slot: 4, table: 1 },
];
const put = (at: number, part: Partial<Booking>) => good.with(at, { ...good[at]!, ...part });

test('a schedule that keeps all rules has no fault, and its breaks are counted', () => {
  expect(check(instance, good)).toEqual({ faults: [], breaks: 1, perParticipant: [0, 1, 0] });
});

test.each<[string, Booking[]]>([
  ['meeting 3 is missing', good.slice(0, 2)],
  ['meeting 3 is there twice', [...good, { meeting: 3, slot: 1, table: 1 }]],
  ['meeting 9 is nobody’s', [...good, { meeting: 9, slot: 1, table: 1 }]],
  ['meeting 1 is in slot 5', put(0, { slot: 5 })],
  ['participant 2 is away in slot 1', put(0, { slot: 1 })],
  ['participant 1 meets twice in slot 2', put(1, { slot: 2 })],
  ['meeting 1 is not in the morning', put(0, { slot: 3 })],
  ['meeting 2 is not in the afternoon', put(1, { slot: 2 })],
  ['meeting 2 is not after 1', put(1, { slot: 1 })],
  ['meeting 3 is not in its fixed slot', put(2, { slot: 3 })],
  ['meeting 2 is at table 2', put(1, { table: 2 })],
  ['table 1 is taken twice in slot 4', put(1, { slot: 4 })],
])('found: %s', (fault, schedule) => {
  expect(check(instance, schedule).faults).toContain(fault.replace('’', "'"));
});

test('found: more meetings of a slot that need a resource than can', () => {
  const both = put(0, { slot: 4, table: 2 });
  expect(check({ ...instance, tables: 2 }, both).faults).toContain(
    'resource zh ru is needed 2 times in slot 4',
  );
  const none = instance.resources!.with(1, { meetings: [2, 99], capacity: 0 });
  expect(check({ ...instance, resources: none }, good).faults).toEqual([
    'resource 1 is needed 1 times in slot 3',
  ]);
});

test('found: breaks that differ too much', () => {
  expect(check({ ...instance, fairness: 0 }, good).faults).toEqual(['breaks differ by 1']);
});

import * as contract from '@jiechuan/contract';
import { check } from '@jiechuan/meetings';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { TestApp } from '../../../platform/testing/app.ts';
import { namesOf } from '../../members/index.ts';
import { fairIn, startFairs } from '../testing/fair.ts';
import { findSchedule, saveSchedule } from './meeting.sql.ts';
import { seekSchedule } from './solve-schedule.ts';

let app: TestApp;
let fair: ReturnType<typeof fairIn>;
let firms: string[];
let id: string;
beforeAll(async () => {
  ({ app, firms } = await startFairs(inject('postgres')));
  firms = firms.slice(0, 30);
  fair = fairIn(() => app);
  ({ id } = await fair.announced({ interpreters: [{ between: ['en', 'zh'], count: 500 }] }));
  for (const firm of firms) await fair.approved(id, firm, [firm === firms[0] ? 'en' : 'zh-CN']);
  await found(300);
});
afterAll(() => app.close());

const found = (count: number) => fair.pretended(id, firms, { to: count });
const schedule = (query: contract.InputOf<typeof contract.getSchedule>['query'] = {}, by = fair.desk()) =>
  by.call(contract.getSchedule, { params: { id }, query });
const slotsIn = (meetings: readonly { slot: number }[]) => [...new Set(meetings.map(({ slot }) => slot))];

test('a schedule names whole slots, as many as there is room for, and goes on from any of them; counts are of all', async () => {
  const first = await schedule();
  expect(first).toMatchObject({ booked: 300, added: 300, changes: 300, moved: 0, nextSlot: 2, changed: [] });
  expect(first.bookings).toHaveLength(75);
  expect(slotsIn(first.bookings)).toEqual([1]);
  const last = await schedule({ slot: 4 });
  expect(last).toMatchObject({ booked: 300, nextSlot: null });
  expect(slotsIn(last.bookings)).toEqual([4]);
  expect((await schedule({ slot: 5 })).bookings).toEqual([]);
  await expect(schedule({ slot: 81 })).rejects.toMatchObject({ problem: { code: 'platform.invalid' } });
});

test('of one whose name is looked for all meetings are named, in any language', async () => {
  const names = (await namesOf(app.ground.db, firms)).get(firms[3]!)!;
  for (const name of Object.values(names)) {
    const { bookings, nextSlot } = await schedule({ q: name.toUpperCase() });
    expect(bookings.length).toBeGreaterThan(0);
    expect(bookings.every(({ a, b }) => [a.id, b.id].includes(firms[3]!))).toBe(true);
    expect(nextSlot).toBeNull();
  }
  expect(await schedule({ q: 'nobody of this name' })).toMatchObject({ bookings: [], booked: 300 });
});

test('interpreting names the same slots; what is needed and how many understand each other is of all', async () => {
  const interpreting = (slot?: number) =>
    fair.desk().call(contract.getInterpreting, { params: { id }, query: slot ? { slot } : {} });
  const first = await interpreting();
  expect(first).toMatchObject({
    of: 'sought',
    counts: { shared: 271, booked: 29, short: 0, unknown: 0 },
    nextSlot: 2,
  });
  expect(slotsIn(first.meetings)).toEqual([1]);
  expect(slotsIn(first.slots)).toEqual([1, 2, 3, 4]);
  expect(slotsIn((await interpreting(4)).meetings)).toEqual([4]);
});

test('where meetings stand, what would change is named as far as there is room; that those are more is in the counts', async () => {
  await found(200);
  const { version } = await schedule();
  await fair.publish(id, version);
  expect(await schedule()).toMatchObject({ upToDate: true, changed: [], dropped: [] });
  await found(0);
  const fewer = await schedule();
  expect(fewer).toMatchObject({ booked: 0, cancelled: 200, changes: 0 });
  expect(fewer.dropped).toHaveLength(200);
  await found(300);
  const more = await schedule();
  expect(more).toMatchObject({ booked: 300, added: 100, cancelled: 0, moved: 0 });
  expect(more.changed).toHaveLength(100);
  expect(more.changed.every(({ change }) => change === 'new')).toBe(true);
});

test('a fair too large to be given equal breaks in half of the time gets a schedule with unequal ones', async () => {
  const large = await fair.announced();
  // Drawn, so that no pattern helps: Lehmer's generator.
  let drawn = 1;
  const below = (count: number) => (drawn = (drawn * 48_271) % 2_147_483_647) % count;
  const pairs = new Map<string, { a: number; b: number }>();
  while (pairs.size < 4000) {
    const [a, b] = [1 + below(200), 201 + below(300)];
    pairs.set(`${a} ${b}`, { a, b });
  }
  const run = v7();
  await saveSchedule(app.ground.db, large.id, {
    state: 'solving',
    run,
    participants: Array.from({ length: 500 }, () => v7()),
    instance: JSON.stringify({
      participants: 500,
      slots: 40,
      morningSlots: 20,
      tables: 120,
      // Nobody finds breaks of all 500 that don't differ at all, however fast the machine is.
      fairness: 0,
      meetings: [...pairs.values()].map((pair, at) => ({
        id: at + 1,
        ...pair,
        session: 'any',
        fixedSlot: null,
        after: [],
      })),
      unavailable: Array.from({ length: 500 }, () => []),
    }),
  });
  await seekSchedule(app.ground, { gatheringId: large.id, run, seconds: 12 });
  const { state, outcome, bookings, instance } = await findSchedule(app.ground.db, large.id);
  expect({ state, outcome }).toEqual({ state: 'solved', outcome: 'feasible' });
  expect(check(instance!, bookings).faults).toEqual([]);
  expect(instance!.fairness).toBe(40);
});

import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { TestApp } from '../../../platform/testing/app.ts';
import { fairIn, startFairs } from '../testing/fair.ts';
import { meetingsOf, pairKey } from './meeting.sql.ts';

let app: TestApp;
let fair: ReturnType<typeof fairIn>;
let firms: string[];
let id: string;
beforeAll(async () => {
  ({ app, firms } = await startFairs(inject('postgres')));
  firms = firms.slice(0, 30);
  fair = fairIn(() => app);
  ({ id } = await fair.announced());
  for (const firm of firms) await fair.approved(id, firm);
});
afterAll(() => app.close());

const found = (which: Parameters<typeof fair.pretended>[2]) => fair.pretended(id, firms, which);

/** Two organisers publish at once. @returns what each organisation was written to since, sorted */
async function publishTwice(): Promise<string[]> {
  const { rows: before } = await sql<{ id: string }>`select id from mail`.execute(app.ground.db);
  const { version, published } = await fair.schedule(id);
  const both = await Promise.allSettled([fair.publish(id, version), fair.publish(id, version)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { problem: { code: 'platform.staleVersion' } },
  });
  expect(await fair.schedule(id)).toMatchObject({ published: published + 1, upToDate: true });
  const { rows } = await sql<{ recipient: string }>`
    select recipient from mail where id <> all(${before.map((mail) => mail.id)}::uuid[]) order by 1`.execute(
    app.ground.db,
  );
  return rows.map(({ recipient }) => recipient);
}
const meetings = async () =>
  new Map((await meetingsOf(app.ground.db, id)).map((meeting) => [pairKey(meeting), meeting]));

test('hundreds of meetings, published by two at once, are there once and told once to each of whom they are', async () => {
  await found({ to: 400 });
  const told = await publishTwice();
  expect(told).toHaveLength(30);
  expect(new Set(told).size).toBe(30);
  const first = await meetings();
  expect(first.size).toBe(400);
  expect([...first.values()].every(({ state, sequence }) => state === 'planned' && sequence === 0)).toBe(
    true,
  );
  const { slots } = await fair.desk().call(contract.getGathering, { params: { id } });
  for (const { slot, starts_at, ends_at } of first.values())
    expect([starts_at.toISOString(), ends_at.toISOString()]).toEqual([
      slots[slot - 1]!.startsAt,
      slots[slot - 1]!.endsAt,
    ]);

  // Each gets the place of the next, so none is free before it is left.
  await found({ to: 400, turned: 1 });
  expect(await publishTwice()).toEqual(told);
  const second = await meetings();
  for (const [pair, meeting] of first)
    expect(second.get(pair)).toMatchObject({ id: meeting.id, state: 'planned', sequence: 1 });
  expect(places(second).toSorted()).toEqual(places(first).toSorted());
  expect(places(second)).not.toEqual(places(first));

  // The first hundred are off and others come; then they are on again, as the same meetings.
  await found({ from: 100, to: 430 });
  await publishTwice();
  const third = await meetings();
  expect(third.size).toBe(430);
  for (const pair of [...first.keys()].filter((one) => third.get(one)!.state === 'cancelled'))
    expect(third.get(pair)).toMatchObject({ ...second.get(pair), state: 'cancelled', sequence: 2 });
  expect([...third.values()].filter(({ state }) => state === 'cancelled')).toHaveLength(100);
  await found({ to: 430 });
  await publishTwice();
  const last = await meetings();
  for (const [pair, { id: own }] of third)
    expect(last.get(pair)).toMatchObject({ id: own, state: 'planned' });
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit_log
    where action = 'gatherings.publishSchedule' and subject_id = ${id}`.execute(app.ground.db);
  expect(rows).toEqual([{ count: 4 }]);
});

const places = (all: Awaited<ReturnType<typeof meetings>>) =>
  [...all.values()]
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ slot, table_number }) => `${slot} ${table_number}`);

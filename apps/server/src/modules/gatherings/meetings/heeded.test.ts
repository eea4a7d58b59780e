import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { TestApp } from '../../../platform/testing/app.ts';
import { fairIn, startFairs } from '../testing/fair.ts';

let app: TestApp;
let firms: string[];
beforeAll(async () => {
  ({ app, firms } = await startFairs(inject('postgres')));
});
afterAll(() => app.close());

const fair = fairIn(() => app);
const refused = (code: string, detail = '') =>
  expect.objectContaining({
    problem: expect.objectContaining({ code, detail: expect.stringContaining(detail) }),
  });
type Two = readonly [string, string];
const speak = (firm: string, languages: string[]) =>
  sql`update organisation set languages = ${languages} where id = ${firm}`.execute(app.ground.db);
const again = (id: string, heedInterpreters?: boolean) =>
  fair.desk().call(contract.resolveSchedule, { params: { id }, body: { seconds: 60, heedInterpreters } });
const fix = (id: string, [one, other]: Two, slot: number) => {
  const [a, b] = [one, other].toSorted();
  return sql`insert into gathering_pin values (${id}, ${a}, ${b}, ${slot})`.execute(app.ground.db);
};
const slotOf = ({ bookings }: contract.MeetingSchedule, two: Two) =>
  bookings.find(({ a, b }) => two.includes(a.id) && two.includes(b.id))!.slot;
const statesOf = async (id: string) => {
  const { meetings } = await fair.desk().call(contract.getInterpreting, { params: { id } });
  return meetings.map(({ state }) => state).toSorted();
};

/**
 * A fair of one interpreter between Chinese and Russian, whom the first two need, and a third that needs one whom there is
 * none of.
 */
async function threeMeetings(slots: number) {
  const [a, b, c, d, e, f] = firms as [string, string, string, string, string, string];
  for (const firm of [a, c, e]) await speak(firm, ['zh-CN']);
  for (const firm of [b, d]) await speak(firm, ['ru']);
  await speak(f, ['hu']);
  const { id } = await fair.announced({
    matchmaking: { ...fair.input().matchmaking!, morningSlots: slots, afternoonSlots: 0 },
    interpreters: [{ between: ['ru', 'zh'], count: 1 }],
  });
  for (const firm of [a, b, c, d, e, f]) await fair.approved(id, firm);
  const pairs = [
    [a, b],
    [c, d],
    [e, f],
  ] as const;
  for (const [one, other] of pairs) await fair.paired(id, one, other);
  return { id, pairs };
}

test('a schedule never needs more interpreters at once than there are, unless it is sought without heeding them', async () => {
  const { id, pairs } = await threeMeetings(2);
  const found = await fair.solved(id);
  expect(found).toMatchObject({ outcome: 'optimal', heedsInterpreters: true, booked: 3 });
  expect(slotOf(found, pairs[0])).not.toBe(slotOf(found, pairs[1]));
  // Whom nobody can serve meets all the same, and is told of.
  expect(await statesOf(id)).toEqual(['booked', 'booked', 'short']);
  const free = await fair.solved(id, { heedInterpreters: false });
  expect(free).toMatchObject({ outcome: 'optimal', heedsInterpreters: false });
});

test('a gathering that has no interpreters is sought without a thought of them', async () => {
  const { id } = await fair.announced({});
  for (const firm of firms.slice(0, 2)) await fair.approved(id, firm);
  await fair.paired(id, firms[0]!, firms[1]!);
  expect(await fair.solved(id)).toMatchObject({
    outcome: 'optimal',
    heedsInterpreters: true,
    interpretersScarce: false,
  });
});

test('where there are too few for all in any way, that is said, and it is sought without heeding them', async () => {
  const { id, pairs } = await threeMeetings(1);
  const none = await fair.solved(id);
  expect(none).toMatchObject({
    outcome: 'infeasible',
    heedsInterpreters: true,
    interpretersScarce: true,
    remedy: {
      status: 'proved',
      atLeast: 1,
      interpreters: [{ languages: [['ru', 'zh']], meetings: 2, slots: 1, room: 1 }],
    },
  });
  const named = none.remedy!.ways.map(({ leaveOut }) => leaveOut.flatMap(({ a, b }) => [a.id, b.id]));
  expect(named.map((one) => one.toSorted()).toSorted()).toEqual(
    pairs
      .slice(0, 2)
      .map((two) => two.toSorted())
      .toSorted(),
  );
  const found = await fair.solved(id, { heedInterpreters: false });
  expect(found).toMatchObject({ outcome: 'optimal', heedsInterpreters: false, remedy: null, leftOut: 0 });
  expect(await statesOf(id)).toEqual(['booked', 'short', 'short']);
});

test('by hand none is put where no interpreter is left, but two may change places; unheeded it may', async () => {
  const { id, pairs } = await threeMeetings(3);
  const found = await fair.solved(id);
  const [first, second] = [slotOf(found, pairs[0]), slotOf(found, pairs[1])];
  const place = (version: number, [a, b]: Two, slot: number) =>
    fair
      .desk()
      .call(
        contract.placeMeeting,
        { params: { id, a, b }, body: { slot, fixed: true } },
        { ifMatch: version },
      );
  const { places } = await fair
    .desk()
    .call(contract.listPlaces, { params: { id, a: pairs[0][0], b: pairs[0][1] } });
  expect(places[second - 1]!.obstacles).toEqual([
    {
      code: 'gatherings.noInterpreterThen',
      detail: expect.stringMatching(/^All interpreters \(Russian–Chinese\) are taken at \d\d:\d\d\.$/),
    },
  ]);
  await expect(place(found.version, pairs[0], second)).rejects.toEqual(
    refused('gatherings.noInterpreterThen', 'Russian–Chinese'),
  );
  // Whom nobody can serve may be where it will.
  const moved = await place(found.version, pairs[2], slotOf(found, pairs[2]) === first ? second : first);
  const swapped = await fair.desk().call(
    contract.swapMeetings,
    {
      params: { id, a: pairs[0][0], b: pairs[0][1] },
      body: { other: { a: pairs[1][0], b: pairs[1][1] }, fixed: false },
    },
    { ifMatch: moved.version },
  );
  expect([slotOf(swapped, pairs[0]), slotOf(swapped, pairs[1])]).toEqual([second, first]);
  const free = await fair.solved(id, { heedInterpreters: false });
  const together = await place(free.version, pairs[0], slotOf(free, pairs[1]));
  expect(slotOf(together, pairs[0])).toBe(slotOf(together, pairs[1]));
  expect(await statesOf(id)).toEqual(['booked', 'short', 'short']);
});

test('by hand, interpreters are those that there are by now, though the schedule was sought with others', async () => {
  const { id, pairs } = await threeMeetings(2);
  const found = await fair.solved(id);
  const slot = slotOf(found, pairs[1]);
  const params = { id, a: pairs[0][0], b: pairs[0][1] };
  const others = (count: number) =>
    sql`update gathering set interpreters = ${JSON.stringify([{ between: ['ru', 'zh'], count }])}::jsonb
      where id = ${id}`.execute(app.ground.db);
  const place = (version: number, to: number) =>
    fair
      .desk()
      .call(contract.placeMeeting, { params, body: { slot: to, fixed: false } }, { ifMatch: version });
  const obstacles = async () => {
    const { places } = await fair.desk().call(contract.listPlaces, { params });
    return places[slot - 1]!.obstacles.map(({ code }) => code);
  };
  expect(await obstacles()).toEqual(['gatherings.noInterpreterThen']);
  await others(2);
  expect(await obstacles()).toEqual([]);
  const together = await place(found.version, slot);
  expect([slotOf(together, pairs[0]), slotOf(together, pairs[1])]).toEqual([slot, slot]);
  expect(together).toMatchObject({ heedsInterpreters: true, outcome: 'optimal', breaks: 0 });
  // With one gone again, where both are is left to the host; from there it may go, and not come back.
  await others(1);
  const apart = await place(together.version, slotOf(found, pairs[0]));
  await expect(place(apart.version, slot)).rejects.toEqual(
    refused('gatherings.noInterpreterThen', 'Russian–Chinese'),
  );
  // What they speak counts as it is by now, too.
  await speak(pairs[0][1], ['zh-CN']);
  expect(await obstacles()).toEqual([]);
});

test('what is fixed at one time though one interpreter is there for it stops a search that heeds them, and no other', async () => {
  const { id, pairs } = await threeMeetings(2);
  for (const two of pairs) await fix(id, two, 2);
  await expect(fair.solved(id)).rejects.toEqual(
    refused('gatherings.fixedInterpreters', '2 meetings that need an interpreter (Russian–Chinese)'),
  );
  expect(await fair.solved(id, { heedInterpreters: false })).toMatchObject({ outcome: 'optimal', fixed: 3 });
});

test('sought again, as few move as interpreters need; what has begun stays, however many it needed', async () => {
  const { id, pairs } = await threeMeetings(3);
  for (const two of pairs) await fix(id, two, 1);
  await fair.published(id, { heedInterpreters: false });
  await sql`delete from gathering_pin where gathering_id = ${id}`.execute(app.ground.db);
  await again(id);
  expect(await fair.found(id)).toMatchObject({ outcome: 'optimal', heedsInterpreters: true, moved: 1 });
  await again(id, false);
  expect(await fair.found(id)).toMatchObject({ outcome: 'optimal', heedsInterpreters: false, moved: 0 });
  await sql`update gathering set starts_at = now() - interval '65 minutes',
    ends_at = now() + interval '8 hours' where id = ${id}`.execute(app.ground.db);
  await again(id);
  expect(await fair.found(id)).toMatchObject({
    outcome: 'optimal',
    heedsInterpreters: true,
    moved: 0,
    now: 1,
  });
});

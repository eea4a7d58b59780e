import * as contract from '@jiechuan/contract';
import { check } from '@jiechuan/meetings';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TestApp } from '../../../platform/testing/app.ts';
import { fairIn, startFairs } from '../testing/fair.ts';
import { findSchedule } from './meeting.sql.ts';

let app: TestApp;
let firms: string[];
let hosts: string[];
beforeAll(async () => {
  ({ app, firms, hosts } = await startFairs(inject('postgres')));
});
afterAll(() => app.close());

const fair = fairIn(() => app);
const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
type Two = readonly [string, string];
type Seen = { id: string; version: number };

/** A fair of six with one table, everybody in one meeting: a–b, c–d, e–f. */
async function three() {
  const [a, b, c, d, e, f] = firms as [string, string, string, string, string, string];
  const { id } = await fair.announced({
    matchmaking: { ...fair.input().matchmaking!, morningSlots: 4, afternoonSlots: 0, tables: 1 },
  });
  for (const one of [a, b, c, d, e, f]) await fair.approved(id, one);
  for (const [one, other] of [
    [a, b],
    [c, d],
    [e, f],
  ] as const)
    await fair.paired(id, one, other);
  const found = await fair.solved(id);
  return { id, found, ab: [a, b] as Two, cd: [c, d] as Two, ef: [e, f] as Two };
}
const swap = (seen: Seen, [a, b]: Two, other: Two, fixed = true, by = fair.desk()) =>
  by.call(
    contract.swapMeetings,
    { params: { id: seen.id, a, b }, body: { other: { a: other[0], b: other[1] }, fixed } },
    { ifMatch: seen.version },
  );
const swaps = (id: string, [a, b]: Two, slot: number) =>
  fair.desk().call(contract.listSwaps, { params: { id, a, b }, query: { slot } });
const between = ({ bookings }: contract.MeetingSchedule, [one, other]: Two) =>
  bookings.find(({ a, b }) => [one, other].includes(a.id) && [one, other].includes(b.id))!;
const away = (id: string, organisationId: string, slots: number[]) =>
  fair.desk().call(contract.setAttendance, {
    params: { id, organisationId },
    body: { absent: false, slots },
  });
const faults = async (id: string) => {
  const { instance, bookings } = await findSchedule(app.ground.db, id);
  return check(instance!, bookings).faults;
};
/** To whom it was written that their meetings changed. */
const written = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from mail where subject ~ '洽谈安排有更新|your meetings$'`.execute(
    app.ground.db,
  );
  return rows[0]!.count;
};

describe('two meetings that change places', () => {
  test('do so in one step though no table is free meanwhile, and both are fixed until they are released', async () => {
    const { id, found, ab, cd, ef } = await three();
    const [mine, theirs] = [between(found, ab), between(found, cd)];
    const offered = await swaps(id, ab, theirs.slot);
    expect(offered).toMatchObject({ slot: theirs.slot, version: found.version });
    expect(offered.swaps).toMatchObject([{ breaks: 0, obstacles: [], fixed: false }]);
    const after = await swap({ id, ...found }, ab, cd);
    expect(between(after, ab)).toMatchObject({ slot: theirs.slot, table: theirs.table, fixed: true });
    expect(between(after, cd)).toMatchObject({ slot: mine.slot, table: mine.table, fixed: true });
    expect(between(after, ef)).toEqual(between(found, ef));
    expect(after).toMatchObject({ breaks: 0, outcome: 'optimal', fixed: 2 });
    expect(await faults(id)).toEqual([]);
    // A search leaves both where they were put.
    const again = await fair.solved(id);
    expect([between(again, ab).slot, between(again, cd).slot]).toEqual([theirs.slot, mine.slot]);
    // A fixed one moves with its pin, or without when it is released.
    const third = between(again, ef);
    const moved = await swap({ id, ...again }, cd, ef, false);
    expect(between(moved, cd)).toMatchObject({ slot: third.slot, fixed: false });
    expect(between(moved, ef)).toMatchObject({ slot: mine.slot, fixed: false });
    expect(moved.fixed).toBe(1);
    expect(await faults(id)).toEqual([]);
  });

  test('don’t where either can’t be where the other was: it is said who', async () => {
    const { id, found, ab, cd } = await three();
    const names = (one: string) =>
      found.bookings.flatMap(({ a, b }) => [a, b]).find((party) => party.id === one)!.names;
    const at = between(found, ab).slot;
    // Not the one that was asked for, but whom it would change places with.
    await away(id, cd[1], [at]);
    const [offered] = (await swaps(id, ab, between(found, cd).slot)).swaps;
    expect(offered).toMatchObject({ breaks: null, obstacles: [{ code: 'gatherings.awayThen' }] });
    expect(offered!.obstacles[0]!.detail).toContain(names(cd[1])['en']);
    await expect(swap({ id, ...found }, ab, cd)).rejects.toMatchObject({
      problem: { code: 'gatherings.awayThen', detail: offered!.obstacles[0]!.detail },
    });
    expect(await fair.schedule(id)).toMatchObject({ fixed: 0, version: found.version });
    await expect(swap({ id, ...found }, ab, ab)).rejects.toEqual(refused('gatherings.withItself'));
    await expect(swap({ id, ...found }, ab, [ab[1], ab[0]])).rejects.toEqual(
      refused('gatherings.withItself'),
    );
    await expect(swap({ id, ...found }, ab, [ab[0], cd[0]])).rejects.toEqual(
      refused('gatherings.noSuchMeeting'),
    );
    await expect(swaps(id, ab, 5)).rejects.toEqual(refused('gatherings.noSuchSlot'));
  });

  test('don’t where one of them meets somebody else then, who is named', async () => {
    const [a, b, c, d, e] = firms as [string, string, string, string, string];
    const { id } = await fair.announced();
    for (const one of [a, b, c, d, e]) await fair.approved(id, one);
    for (const [one, other] of [
      [a, b],
      [a, c],
      [d, e],
    ] as const)
      await fair.paired(id, one, other);
    const found = await fair.solved(id);
    const { slot } = between(found, [a, c]);
    const beside = await fair
      .desk()
      .call(
        contract.placeMeeting,
        { params: { id, a: d, b: e }, body: { slot, fixed: false } },
        { ifMatch: found.version },
      );
    const offered = await swaps(id, [a, b], slot);
    expect(offered.swaps.map(({ breaks }) => breaks === null)).toEqual([false, true]);
    const names = beside.bookings.flatMap((one) => [one.a, one.b]).find((one) => one.id === c)!.names;
    await expect(swap({ id, ...beside }, [a, b], [d, e])).rejects.toMatchObject({
      problem: { code: 'gatherings.meetsThen', detail: expect.stringContaining(names['en']!) },
    });
  });

  test('are told of it once it is published, nobody else, their numbers grown; not into what has begun', async () => {
    const { id, found, ab, cd, ef } = await three();
    const first = await fair.publish(id, found.version);
    const before = await written();
    const after = await swap({ id, ...first }, ab, cd);
    for (const two of [ab, cd]) {
      const { slot, table } = between(first, two);
      expect(between(after, two)).toMatchObject({ change: 'moved', from: { slot, table } });
    }
    expect(after).toMatchObject({ cancelled: 0, upToDate: false });
    expect(await written()).toBe(before);
    const published = await fair.publish(id, after.version);
    expect(published.upToDate).toBe(true);
    expect(await written()).toBe(before + 4);
    const numbers = async (firm: string) =>
      (await fair.agenda(id, firm)).meetings.map(({ sequence, state }) => `${state} ${sequence}`);
    expect(await Promise.all([ab[0], cd[1], ef[0]].map(numbers))).toEqual([
      ['planned 1'],
      ['planned 1'],
      ['planned 0'],
    ]);
    // One of them is running: neither leaves its slot for the other’s sake.
    const early = between(published, ab).slot < between(published, cd).slot ? ab : cd;
    const running = 61 + (between(published, early).slot - 1) * 25;
    await sql`update gathering set starts_at = now() - ${running} * interval '1 minute',
      ends_at = now() + interval '8 hours' where id = ${id}`.execute(app.ground.db);
    for (const [one, other] of [
      [ab, cd],
      [cd, ab],
    ] as const)
      await expect(swap({ id, ...published }, one, other)).rejects.toEqual(refused('gatherings.begunThen'));
  });

  test('of one slot change tables: both are named with their tables before and after, and so is nobody else', async () => {
    const [a, b, c, d, e, f] = firms as [string, string, string, string, string, string];
    const [ab, cd, ef]: [Two, Two, Two] = [
      [a, b],
      [c, d],
      [e, f],
    ];
    const { id } = await fair.announced();
    for (const one of [a, b, c, d, e, f]) await fair.approved(id, one);
    for (const [one, other] of [ab, cd]) await fair.paired(id, one, other);
    const found = await fair.solved(id);
    const beside = await fair
      .desk()
      .call(
        contract.placeMeeting,
        { params: { id, a: c, b: d }, body: { slot: between(found, ab).slot, fixed: true } },
        { ifMatch: found.version },
      );
    const first = await fair.publish(id, beside.version);
    expect(first).toMatchObject({ changes: 0, changed: [] });
    const before = await written();
    const after = await swap({ id, ...first }, ab, cd);
    expect(after).toMatchObject({ moved: 0, added: 0, changes: 2, cancelled: 0, upToDate: false });
    const named = ({ changed }: contract.MeetingSchedule, two: Two) =>
      changed.find((one) => two.includes(one.a.id) && two.includes(one.b.id));
    expect(after.changed).toHaveLength(2);
    const { slot, table } = between(first, ab);
    const other = between(first, cd).table;
    expect(named(after, ab)).toMatchObject({ slot, table: other, from: { slot, table } });
    expect(named(after, cd)).toMatchObject({ slot, table, from: { slot, table: other } });
    // Beside one that is new they come before it, beside one in another slot after it.
    await fair.paired(id, e, f);
    await fair.desk().call(contract.resolveSchedule, { params: { id }, body: { seconds: 10 } });
    const again = await fair.found(id);
    const more = await swap({ id, ...again }, ab, cd);
    expect(more).toMatchObject({ moved: 0, added: 1, changes: 3 });
    expect(named(more, ef)).toMatchObject({ change: 'new', from: null });
    expect(more.changed.map(({ change }) => change)).toEqual(['moved', 'moved', 'new']);
    const elsewhere = await fair
      .desk()
      .call(
        contract.placeMeeting,
        { params: { id, a, b }, body: { slot: slot === 1 ? 2 : 1, fixed: true } },
        { ifMatch: more.version },
      );
    expect(elsewhere).toMatchObject({ moved: 1, changes: 3 });
    expect(elsewhere.changed.map(({ from }) => from && from.slot === slot)).toEqual([true, true, null]);
    expect(elsewhere.changed[0]!.slot).not.toBe(slot);
    // Those of them who are told are the ones that were listed.
    await fair.publish(id, elsewhere.version);
    expect(await written()).toBe(before + 6);
  });

  test('are changed by one of two at once, and by who keeps the gathering alone', async () => {
    const { id, found, ab, cd, ef } = await three();
    const both = await Promise.allSettled([
      swap({ id, ...found }, ab, cd),
      swap({ id, ...found }, ab, ef, true, fair.desk('zh-CN')),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: { code: 'platform.staleVersion' } },
    });
    expect(await faults(id)).toEqual([]);
    const seen = { id, ...(await fair.schedule(id)) };
    const stranger = app.as({
      role: 'association',
      userId: 'host',
      userName: 'Host',
      organisationId: hosts[0]!,
      organisationRole: 'owner',
    });
    await expect(swap(seen, ab, cd, true, stranger)).rejects.toEqual(refused('platform.notFound'));
    await expect(swap(seen, ab, cd, true, fair.guest(ab[0]))).rejects.toEqual(refused('platform.forbidden'));
  });
});

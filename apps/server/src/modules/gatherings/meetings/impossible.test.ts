import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TestApp } from '../../../platform/testing/app.ts';
import { fairIn, startFairs } from '../testing/fair.ts';

let app: TestApp;
let firms: string[];
beforeAll(async () => {
  ({ app, firms } = await startFairs(inject('postgres')));
});
afterAll(() => app.close());

const fair = fairIn(() => app);
const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
type Two = readonly [string, string];

/** A fair of these pairs, all approved. */
async function fairOf(pairs: readonly Two[], change: Partial<contract.Matchmaking> = {}): Promise<string> {
  const { id } = await fair.announced({
    matchmaking: { ...fair.input().matchmaking!, morningSlots: 3, afternoonSlots: 0, ...change },
  });
  for (const one of new Set(pairs.flat())) await fair.approved(id, one);
  for (const [one, other] of pairs) await fair.paired(id, one, other);
  return id;
}
const takeBack = async (id: string, meetings: readonly Two[], by = fair.desk()) => {
  const { version } = await fair.schedule(id);
  return by.call(
    contract.takeMeetingsBackIn,
    { params: { id }, body: { meetings: meetings.map(([a, b]) => ({ a, b })) } },
    { ifMatch: version },
  );
};
const away = (id: string, organisationId: string, slots: number[]) =>
  fair.guest(organisationId).call(contract.setUnavailable, { params: { id }, body: { slots } });
const solve = (id: string, without: readonly Two[] = []) =>
  fair.desk().call(contract.solveSchedule, {
    params: { id },
    body: { seconds: 10, without: without.map(([a, b]) => ({ a, b })) },
  });
const release = (id: string, version: number, meetings: readonly Two[]) =>
  fair
    .desk()
    .call(
      contract.releaseSomeMeetings,
      { params: { id }, body: { meetings: meetings.map(([a, b]) => ({ a, b })) } },
      { ifMatch: version },
    );
/** Fixed as it could come about by accepting, being away and moving one after the other. */
const fix = (id: string, [one, other]: Two, slot: number) => {
  const [a, b] = [one, other].toSorted();
  return sql`insert into gathering_pin values (${id}, ${a}, ${b}, ${slot})`.execute(app.ground.db);
};
const key = ({ a, b }: { a: { id: string }; b: { id: string } }) => [a.id, b.id].toSorted().join(' ');
const keyOf = (two: Two) => two.toSorted().join(' ');
const keys = (pairs: readonly { a: { id: string }; b: { id: string } }[]) => pairs.map(key).toSorted();

describe('meetings fixed so that they contradict each other', () => {
  test('are found before a search, named, and released by themselves', async () => {
    const [a, b, c, d, e, f] = firms as [string, string, string, string, string, string];
    const [ab, ac, de, cf]: Two[] = [
      [a, b],
      [a, c],
      [d, e],
      [c, f],
    ] as const;
    const id = await fairOf([ab!, ac!, de!, cf!]);
    await fix(id, ab!, 2);
    await fix(id, ac!, 2);
    await fix(id, de!, 1);
    const seen = await fair.schedule(id);
    expect(seen.clashes).toMatchObject([{ why: 'busy', who: { id: a }, slot: 2 }]);
    expect(keys(seen.clashes[0]!.meetings)).toEqual([keyOf(ab!), keyOf(ac!)].toSorted());
    await expect(solve(id)).rejects.toEqual(refused('gatherings.fixedTwice'));
    const said = await solve(id).catch((error: unknown) => error as { problem: contract.ProblemDocument });
    const names = seen.clashes[0]!.meetings.flatMap((one) => [one.a, one.b]).map((one) => one.names['en']!);
    for (const name of names)
      expect((said as { problem: { detail: string } }).problem.detail).toContain(name);
    // Left out by the host, one of them is in nobody’s way.
    await solve(id, [ac!]);
    const without = await fair.found(id);
    expect(without).toMatchObject({ outcome: 'optimal', leftOut: 0, omitted: [] });
    expect(keys(without.without)).toEqual([keyOf(ac!)]);
    // Only these are released: the third stays fixed.
    const now = await fair.schedule(id);
    const after = await release(id, now.version, [ab!, ac!]);
    expect(after).toMatchObject({ clashes: [], fixed: 1 });
    await expect(release(id, now.version, [de!])).rejects.toEqual(refused('platform.staleVersion'));
    await takeBack(id, [ac!]);
    await solve(id);
    const found = await fair.found(id);
    expect(found).toMatchObject({ outcome: 'optimal', leftOut: 0, omitted: [] });
    expect(found.bookings.find((one) => key(one) === keyOf(de!))).toMatchObject({ slot: 1, fixed: true });
  });

  test('also where one is away then, or where there are more of them than tables', async () => {
    const [a, b, c, d, e, f] = firms as [string, string, string, string, string, string];
    const pairs: Two[] = [
      [a, b],
      [c, d],
      [e, f],
    ];
    const id = await fairOf(pairs, { tables: 2 });
    for (const two of pairs) await fix(id, two, 3);
    expect((await fair.schedule(id)).clashes).toMatchObject([{ why: 'noTable', who: null, slot: 3 }]);
    await expect(solve(id)).rejects.toEqual(refused('gatherings.fixedTooMany'));
    const { version } = await fair.schedule(id);
    await release(id, version, [[c, d]]);
    expect((await fair.schedule(id)).clashes).toEqual([]);
    await away(id, f, [3]);
    const seen = await fair.schedule(id);
    expect(seen.clashes).toMatchObject([{ why: 'away', who: { id: f }, slot: 3 }]);
    await expect(solve(id)).rejects.toEqual(refused('gatherings.fixedInVain'));
  });
});

test('who has more meetings than slots is named with whom it isn’t brought together, and who has no slot in common', async () => {
  const [a, b, c, d, e, f] = firms as [string, string, string, string, string, string];
  const id = await fairOf([
    [a, b],
    [a, c],
    [a, d],
    [e, f],
  ]);
  await away(id, a, [3]);
  await away(id, e, [1]);
  await away(id, f, [2, 3]);
  const found = await fair.solved(id);
  expect(found).toMatchObject({ outcome: 'optimal', leftOut: 2 });
  const [full, apart] = ['full', 'apart'].map((why) => found.omitted.filter((one) => one.why === why));
  expect(full).toMatchObject([{ full: { who: { id: a }, wanted: 3, slots: 2 } }]);
  expect([b, c, d].some((one) => key(full![0]!).includes(one))).toBe(true);
  expect(keys(apart!)).toEqual([keyOf([e, f])]);
  // It is known to the host: no news.
  expect(found.unsettledCount).toBe(0);
});

describe('a schedule that is impossible', () => {
  test('says which meetings to leave out, any of which is enough, and is sought without the one that is chosen', async () => {
    const [a, b, c, d, e] = firms as [string, string, string, string, string];
    // Three who all meet each other have two slots; each alone could.
    const triangle: Two[] = [
      [a, b],
      [b, c],
      [a, c],
    ];
    const id = await fairOf([...triangle, [d, e], [a, d]]);
    for (const one of [b, c]) await away(id, one, [3]);
    await away(id, a, [3]);
    await away(id, d, [1, 2]);
    await fair.guest(a).call(contract.stateWish, { params: { id, organisationId: d }, body: { kind: 'no' } });
    const none = await fair.solved(id);
    expect(none).toMatchObject({
      outcome: 'infeasible',
      bookings: [],
      leftOut: 0,
      remedy: { status: 'proved', complete: true, atLeast: 1 },
    });
    expect(none.remedy!.ways.map(({ leaveOut }) => keys(leaveOut).join()).toSorted()).toEqual(
      triangle.map(keyOf).toSorted(),
    );
    expect(none.remedy!.ways.every(({ release: freed }) => freed.length === 0)).toBe(true);
    // Taking back in who isn’t left out leaves what was found.
    expect(await takeBack(id, [[d, e]])).toMatchObject({ version: none.version, remedy: none.remedy });
    await solve(id, [[c, a]]);
    const found = await fair.found(id);
    expect(found).toMatchObject({ outcome: 'optimal', leftOut: 0, remedy: null });
    expect(keys(found.bookings)).toEqual([keyOf([a, b]), keyOf([b, c]), keyOf([d, e])].toSorted());
    expect(found).toMatchObject({ omitted: [], unsettledCount: 0, withoutCount: 1 });
    expect(keys(found.without)).toEqual([keyOf([a, c])]);
    // The next search remembers it.
    expect(await fair.solved(id)).toMatchObject({ outcome: 'optimal', leftOut: 0, withoutCount: 1 });
    // Taken back in they are news; sought as it was, it is impossible again.
    const back = await takeBack(id, [[c, a]]);
    expect(back).toMatchObject({ withoutCount: 0, without: [], unsettledCount: 1, booked: 3 });
    expect(back.omitted).toMatchObject([{ why: 'host' }]);
    expect(back.unsettled).toMatchObject([{ why: 'wanted', slot: null }]);
    expect(keys(back.unsettled)).toEqual([keyOf([a, c])]);
    expect(await fair.solved(id)).toMatchObject({ outcome: 'infeasible', omitted: [], withoutCount: 0 });
  });

  test('keeps who was left out whatever becomes of the two, adds others to them, and has them taken back in one by one', async () => {
    const [a, b, c, d] = firms as [string, string, string, string];
    const id = await fairOf([
      [a, b],
      [a, c],
      [a, d],
      [c, d],
    ]);
    await solve(id, [
      [a, b],
      // Who doesn’t want to meet isn’t left out, either.
      [b, c],
    ]);
    await fair.found(id);
    await solve(id, [
      [d, a],
      [b, a],
    ]);
    const found = await fair.found(id);
    expect(keys(found.without)).toEqual([keyOf([a, b]), keyOf([a, d])].toSorted());
    expect(keys(found.bookings)).toEqual([keyOf([a, c]), keyOf([c, d])].toSorted());
    // One of them is absent for a while, the two take it back and wish it again: they stay left out.
    const attend = (absent: boolean) =>
      fair.desk().call(contract.setAttendance, {
        params: { id, organisationId: d },
        body: { absent, slots: [] },
      });
    await attend(true);
    await solve(id);
    expect(await fair.found(id)).toMatchObject({ booked: 1, withoutCount: 2, leftOut: 0 });
    await attend(false);
    const { stated } = await fair.guest(a).call(contract.getMatchmaking, { params: { id } });
    for (const wish of stated.filter(({ other }) => other.id === b))
      await fair.guest(a).call(contract.withdrawWish, { params: { id: wish.id } });
    await fair.paired(id, a, b);
    const again = await fair.schedule(id);
    // No news: that it is left out is known.
    expect(again.unsettled.map(({ why }) => why)).toEqual(['wanted']);
    expect(keys(again.unsettled)).toEqual([keyOf([c, d])]);
    // They come back one by one, for who keeps the gathering, as it was looked at.
    const stale = fair
      .desk()
      .call(
        contract.takeMeetingsBackIn,
        { params: { id }, body: { meetings: [{ a, b }] } },
        { ifMatch: again.version - 1 },
      );
    await expect(stale).rejects.toEqual(refused('platform.staleVersion'));
    await expect(takeBack(id, [[a, b]], fair.guest(a))).rejects.toEqual(refused('platform.forbidden'));
    expect(keys((await takeBack(id, [[b, a]])).without)).toEqual([keyOf([a, d])]);
    const last = await fair.solved(id);
    expect(keys(last.bookings)).toEqual([keyOf([a, b]), keyOf([a, c]), keyOf([c, d])].toSorted());
  });

  test('because of what is fixed says what to release, and leaves nobody out', async () => {
    const [a, b, c, d] = firms as [string, string, string, string];
    const id = await fairOf([
      [a, b],
      [a, c],
      [c, d],
    ]);
    // c can’t but in slots 1 and 2, d in the second alone; so c meets a in the first, where a is to meet b.
    await away(id, c, [3]);
    await away(id, d, [1, 3]);
    await fix(id, [a, b], 1);
    const none = await fair.solved(id);
    expect(none).toMatchObject({ outcome: 'infeasible', remedy: { status: 'proved', atLeast: 0 } });
    expect(none.remedy!.ways).toHaveLength(1);
    expect(none.remedy!.ways[0]!.leaveOut).toEqual([]);
    expect(keys(none.remedy!.ways[0]!.release)).toEqual([keyOf([a, b])]);
    const after = await release(id, none.version, [[b, a]]);
    expect(after).toMatchObject({ remedy: null, outcome: null, fixed: 0 });
    expect(await fair.solved(id)).toMatchObject({ outcome: 'optimal', leftOut: 0 });
  });

  test('after a change leaves what has been published as it is, and is sought again without what is chosen', async () => {
    const [a, b, c] = firms as [string, string, string];
    const id = await fairOf([
      [a, b],
      [b, c],
      [a, c],
    ]);
    const first = await fair.published(id);
    for (const one of [a, b, c]) await away(id, one, [1]);
    await fair.desk().call(contract.resolveSchedule, { params: { id }, body: { seconds: 10 } });
    const none = await fair.found(id);
    expect(none).toMatchObject({ outcome: 'infeasible', standing: 3, cancelled: 0, remedy: { atLeast: 1 } });
    await fair.desk().call(contract.resolveSchedule, {
      params: { id },
      body: { seconds: 10, without: [{ a, b }] },
    });
    const found = await fair.found(id);
    expect(found).toMatchObject({ outcome: 'optimal', cancelled: 1, leftOut: 0 });
    expect(keys(found.dropped)).toEqual([keyOf([a, b])]);
    const { slot, table } = first.bookings.find((one) => key(one) === keyOf([a, b]))!;
    expect(found.dropped).toMatchObject([{ slot, table }]);
    // So it is after the next change, too.
    await fair.desk().call(contract.resolveSchedule, { params: { id }, body: { seconds: 10 } });
    expect(await fair.found(id)).toMatchObject({ cancelled: 1, leftOut: 0, withoutCount: 1 });
  });
});

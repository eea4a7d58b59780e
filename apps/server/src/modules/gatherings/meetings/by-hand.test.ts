import * as contract from '@jiechuan/contract';
import { check } from '@jiechuan/meetings';
import { sql } from 'kysely';
import ICAL from 'ical.js';
import { v7 } from 'uuid';
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

const {
  desk,
  guest,
  announced,
  approved,
  schedule,
  found: solvedOnce,
  solved,
  publish,
  ...at
} = fairIn(() => app);
const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const input = at.input({
  matchmaking: {
    minute: 60,
    slotMinutes: 20,
    pauseMinutes: 5,
    morningSlots: 3,
    noonMinutes: 60,
    afternoonSlots: 3,
    tables: 3,
  },
});

const accepted = async (id: string, from: string, to: string) => {
  const { id: wish } = await guest(from).call(contract.stateWish, {
    params: { id, organisationId: to },
    body: { kind: 'want', why: null },
  });
  await guest(to).call(contract.answerWish, { params: { id: wish }, body: { answer: 'accepted' } });
};
const solvedAgain = async (id: string) => {
  await desk().call(contract.resolveSchedule, { params: { id }, body: { seconds: 10 } });
  return solvedOnce(id);
};
const place = (
  { id, version }: { id: string; version: number },
  [a, b]: readonly [string, string],
  slot: number,
  fixed = true,
  by = desk(),
) => by.call(contract.placeMeeting, { params: { id, a, b }, body: { slot, fixed } }, { ifMatch: version });
const places = (id: string, [a, b]: readonly [string, string]) =>
  desk().call(contract.listPlaces, { params: { id, a, b } });
const between = ({ bookings }: contract.MeetingSchedule, [one, other]: readonly [string, string]) =>
  bookings.find(({ a, b }) => [one, other].includes(a.id) && [one, other].includes(b.id))!;
const attend = (id: string, organisationId: string, absent: boolean, slots: number[] = []) =>
  desk().call(contract.setAttendance, { params: { id, organisationId }, body: { absent, slots } });
const agenda = async (id: string, firm: string) => (await at.agenda(id, firm)).meetings;
/** Sequence numbers of an organisation's meetings, by the other. */
const numbers = async (id: string, firm: string) =>
  new Map((await agenda(id, firm)).map(({ other, sequence, state }) => [other.id, `${state} ${sequence}`]));
/** To whom it was written that their meetings changed. */
const written = async (): Promise<string[]> => {
  const { rows } = await sql<{ to: string }>`
    select recipient as to from mail where subject ~ '洽谈安排有更新|your meetings$' order by 1`.execute(
    app.ground.db,
  );
  return rows.map(({ to }) => to);
};
/** What the checker has against the schedule that lies there. */
const faults = async (id: string) => {
  const { instance, bookings } = await findSchedule(app.ground.db, id);
  return check(instance!, bookings);
};
/** Has a gathering begun so that a slot of it is running. */
const begin = (id: string, minutes: number) =>
  sql`with moved as (
      update gathering set starts_at = now() - ${minutes} * interval '1 minute',
        ends_at = now() + interval '8 hours' where id = ${id} returning starts_at)
    update gathering_meeting m set
      starts_at = moved.starts_at + (m.starts_at - ${input.startsAt}::timestamptz),
      ends_at = moved.starts_at + (m.ends_at - ${input.startsAt}::timestamptz)
    from moved where m.gathering_id = ${id}`.execute(app.ground.db);

/** A fair of five: a meets c and d, b meets c and e. */
async function fair() {
  const { id } = await announced(input);
  const [a, b, c, d, e] = firms as [string, string, string, string, string];
  for (const one of [a, b, c, d, e]) await approved(id, one);
  for (const [from, to] of [
    [a, c],
    [a, d],
    [b, c],
    [b, e],
  ] as const)
    await accepted(id, from, to);
  return { id, a, b, c, d, e };
}

describe('a meeting placed by hand', () => {
  test('goes where it can, breaks counted anew; where it can’t, it is said whom it clashes with', async () => {
    const { id, a, b, c, d } = await fair();
    const found = await solved(id);
    expect(found).toMatchObject({ outcome: 'optimal', breaks: 0, lowerBound: 0 });
    const other = between(found, [a, d]);
    const mine = between(found, [a, c]);
    const theirs = between(found, [b, c]);
    const looked = await places(id, [a, c]);
    expect(looked).toMatchObject({ slot: mine.slot, fixed: false, version: found.version });
    const clash = looked.places[other.slot - 1]!;
    expect(clash.breaks).toBeNull();
    const name = found.bookings.flatMap((one) => [one.a, one.b]).find((one) => one.id === d)!.names;
    const why = clash.obstacles.find(({ detail }) => detail.includes(name['en']!));
    expect(why).toMatchObject({ code: 'gatherings.meetsThen' });
    await expect(place({ id, ...found }, [a, c], other.slot)).rejects.toMatchObject({
      problem: { code: 'gatherings.meetsThen', detail: clash.obstacles[0]!.detail },
    });
    // In the reader's language.
    await expect(place({ id, ...found }, [a, c], other.slot, true, desk('zh-CN'))).rejects.toMatchObject({
      problem: { detail: expect.stringContaining('洽谈') },
    });
    await expect(place({ id, ...found }, [a, c], 7)).rejects.toEqual(refused('gatherings.noSuchSlot'));
    await expect(place({ id, ...found }, [a, b], 1)).rejects.toEqual(refused('gatherings.noSuchMeeting'));
    // Far from the others it makes breaks, as many as were foretold.
    const far = looked.places
      .filter(({ breaks }) => breaks !== null)
      .toSorted((x, y) => y.breaks! - x.breaks!)[0]!;
    expect(far.breaks).toBeGreaterThan(0);
    const moved = await place({ id, ...found }, [a, c], far.slot);
    expect(moved).toMatchObject({ breaks: far.breaks, lowerBound: 0, outcome: 'feasible' });
    expect(between(moved, [a, c])).toMatchObject({ slot: far.slot, fixed: true });
    expect(await faults(id)).toMatchObject({ faults: [], breaks: far.breaks });
    expect(between(moved, [b, c])).toEqual(theirs);
    // Back where it was it is proved to be best again.
    const back = await place({ id, ...moved }, [a, c], mine.slot, false);
    expect(back).toMatchObject({ breaks: 0, outcome: 'optimal' });
    expect(between(back, [a, c]).fixed).toBe(false);
  });

  test('is not put where one is away or no table is free', async () => {
    const { id, a, c, d, b, e } = await fair();
    await sql`update gathering set matchmaking = matchmaking || '{"tables": 1}' where id = ${id}`.execute(
      app.ground.db,
    );
    const found = await solved(id);
    const free = [1, 2, 3, 4, 5, 6].filter((slot) => !found.bookings.some((one) => one.slot === slot));
    await attend(id, c, false, [free[0]!]);
    const [taken] = [between(found, [b, e]).slot];
    const { places: all } = await places(id, [a, c]);
    expect(all[free[0]! - 1]!.obstacles.map(({ code }) => code)).toEqual(['gatherings.awayThen']);
    expect(all[taken - 1]!.obstacles.map(({ code }) => code)).toEqual(['gatherings.noTableThen']);
    await expect(place({ id, ...found }, [a, c], free[0]!)).rejects.toEqual(refused('gatherings.awayThen'));
    await expect(place({ id, ...found }, [a, c], taken)).rejects.toEqual(refused('gatherings.noTableThen'));
    // Who doesn't come any more stands in nobody's way.
    await attend(id, b, true);
    const moved = await place({ id, ...found }, [a, c], taken);
    expect(moved.bookings).toHaveLength(2);
    expect(between(moved, [a, d])).toBeDefined();
  });

  test('and fixed stays there in every search to come, until it is released', async () => {
    const { id, a, c } = await fair();
    const found = await solved(id);
    const slot = between(found, [a, c]).slot === 6 ? 1 : 6;
    const moved = await place({ id, ...found }, [a, c], slot);
    await place({ id, ...moved }, [a, c], slot);
    const again = await solved(id);
    expect(between(again, [a, c])).toMatchObject({ slot, fixed: true });
    expect(again).toMatchObject({ breaks: 0, outcome: 'optimal' });
    // One who can't then any more: the search says what has to be released.
    await attend(id, c, false, [slot]);
    await expect(
      desk().call(contract.solveSchedule, { params: { id }, body: { seconds: 5 } }),
    ).rejects.toEqual(refused('gatherings.fixedInVain'));
    const released = await place({ id, ...again }, [a, c], slot, false);
    expect(released.unsettled).toMatchObject([{ why: 'away', slot }]);
    expect(between(await solved(id), [a, c]).slot).not.toBe(slot);
  });

  test('and fixed so that no schedule is left is released though there is none to be seen', async () => {
    const { id, a, b, c, d } = await fair();
    const found = await solved(id);
    const first = between(found, [a, c]).slot;
    await place({ id, ...found }, [a, c], first);
    // Between them a and c leave the others of theirs no slot that both could meet in.
    const rest = [1, 2, 3, 4, 5, 6].filter((slot) => slot !== first);
    await attend(id, a, false, rest.slice(1));
    await attend(id, d, false, [rest[0]!]);
    const none = await solved(id);
    expect(none).toMatchObject({ outcome: 'infeasible', bookings: [], fixed: 1 });
    const free = await desk().call(contract.releaseMeetings, { params: { id } }, { ifMatch: none.version });
    expect(free).toMatchObject({ outcome: null, fixed: 0 });
    await expect(
      desk().call(contract.releaseMeetings, { params: { id } }, { ifMatch: none.version }),
    ).rejects.toEqual(refused('platform.staleVersion'));
    const again = await solved(id);
    expect(between(again, [a, d]).slot).toBe(first);
    expect(between(again, [a, c]).slot).toBe(rest[0]);
    expect(between(again, [b, c]).slot).not.toBe(rest[0]);
    // Released where there is a schedule, only what holds without it is still said.
    const one = await place({ id, ...again }, [a, c], rest[0]!);
    const all = await desk().call(contract.releaseMeetings, { params: { id } }, { ifMatch: one.version });
    expect(all).toMatchObject({ fixed: 0, breaks: again.breaks });
    expect(all.lowerBound).toBeLessThanOrEqual(all.breaks!);
  });

  test('is moved by one of two at once; the other is told that it came later', async () => {
    const { id, a, c, b, e } = await fair();
    const found = await solved(id);
    const free = async (pair: readonly [string, string]) =>
      (await places(id, pair)).places.find(
        ({ breaks, slot }) => breaks !== null && slot !== between(found, pair).slot,
      )!.slot;
    const [one, other] = [await free([a, c]), await free([b, e])];
    const both = await Promise.allSettled([
      place({ id, ...found }, [a, c], one),
      place({ id, ...found }, [b, e], other),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: { code: 'platform.staleVersion' } },
    });
    expect((await faults(id)).faults).toEqual([]);
  });

  test('after publishing is told to its two alone, its number grown, once it is published', async () => {
    const { id, a, b, c, d, e } = await fair();
    const first = await publish(id, (await solved(id)).version);
    const slot = (await places(id, [a, d])).places.find(
      (one) => one.breaks !== null && one.slot !== between(first, [a, d]).slot,
    )!.slot;
    const before = await written();
    const moved = await place({ id, ...first }, [a, d], slot);
    expect(between(moved, [a, d])).toMatchObject({
      change: 'moved',
      from: { slot: between(first, [a, d]).slot },
    });
    expect((await numbers(id, a)).get(d)).toBe('planned 0');
    expect(await written()).toEqual(before);
    await publish(id, moved.version);
    expect(await numbers(id, a)).toEqual(
      new Map([
        [c, 'planned 0'],
        [d, 'planned 1'],
      ]),
    );
    for (const one of [b, e])
      expect([...(await numbers(id, one)).values()]).toEqual(
        one === b ? ['planned 0', 'planned 0'] : ['planned 0'],
      );
    expect(await written()).toHaveLength(before.length + 2);
  });
});

describe('a schedule sought again', () => {
  test('moves as few meetings as can be after somebody is late, and says what that costs', async () => {
    const { id, a, b, c, d, e } = await fair();
    const first = await publish(id, (await solved(id)).version);
    await expect(
      desk().call(contract.resolveSchedule, { params: { id }, body: { seconds: 0 } }),
    ).rejects.toEqual(refused('platform.invalid'));
    const late = between(first, [a, c]).slot;
    await attend(id, a, false, [late]);
    const news = await schedule(id);
    expect(news).toMatchObject({
      unsettledCount: 1,
      unsettled: [{ why: 'away', slot: late }],
      upToDate: true,
    });
    const before = await written();
    const again = await solvedAgain(id);
    const moved = again.bookings.filter(({ from }) => from !== null);
    expect(moved).toHaveLength(1);
    expect(moved[0]).toMatchObject({ from: { slot: late }, change: 'moved' });
    const { stability, breaks } = again;
    expect(again.outcome).toBe('optimal');
    expect(stability).toMatchObject({ movedAtLeast: 1, anew: { breaks: expect.any(Number) } });
    expect(stability!.price).toEqual({
      atLeast: breaks! - stability!.anew!.breaks,
      atMost: breaks! - stability!.anew!.lowerBound,
    });
    expect(await faults(id)).toMatchObject({ faults: [], breaks });
    // Nothing is told before it was reviewed and published; then to the two whose meeting moved.
    expect((await numbers(id, a)).get(c)).toBe('planned 0');
    await publish(id, again.version);
    expect((await numbers(id, a)).get(c)).toBe('planned 1');
    expect((await numbers(id, a)).get(d)).toBe('planned 0');
    expect([...(await numbers(id, b)).values()]).toEqual(['planned 0', 'planned 0']);
    expect((await numbers(id, e)).get(b)).toBe('planned 0');
    expect(await written()).toHaveLength(before.length + 2);
    expect(await schedule(id)).toMatchObject({ unsettledCount: 0, upToDate: true });
  });

  test('takes out whom the host treats as absent and takes in who accepted since; others stay', async () => {
    const { id, a, b, c, d, e } = await fair();
    await expect(desk().call(contract.resolveSchedule, { params: { id }, body: {} })).rejects.toEqual(
      refused('gatherings.nothingStands'),
    );
    const first = await publish(id, (await solved(id)).version);
    await attend(id, d, true);
    await accepted(id, d, e);
    await accepted(id, a, e);
    const news = await schedule(id);
    expect(news).toMatchObject({ cancelled: 1, upToDate: false });
    expect(between(news, [a, d]).change).toBe('off');
    expect(news.unsettled.map(({ why }) => why).toSorted()).toEqual(['absent', 'wanted']);
    const before = await written();
    const again = await solvedAgain(id);
    expect(again).toMatchObject({ outcome: 'optimal', cancelled: 1, stability: { movedAtLeast: 0 } });
    expect(again.dropped).toMatchObject([{ slot: between(first, [a, d]).slot }]);
    expect(again.bookings.filter(({ change }) => change !== 'same')).toMatchObject([{ change: 'new' }]);
    await publish(id, again.version);
    expect(await numbers(id, a)).toEqual(
      new Map([
        [c, 'planned 0'],
        [d, 'cancelled 1'],
        [e, 'planned 0'],
      ]),
    );
    expect((await numbers(id, b)).get(c)).toBe('planned 0');
    // a, d and e; not b and c.
    expect(await written()).toHaveLength(before.length + 3);
    // In the calendar of a: the one called off says so, the others are as they were.
    const { registration } = await guest(a).call(contract.getAgenda, { params: { id } });
    const { url } = await guest(a).call(contract.subscribeToAgenda, { params: { id: registration.id } });
    const { body } = await app.http.inject({ url: new URL(url).pathname });
    const events = new ICAL.Component(ICAL.parse(body))
      .getAllSubcomponents('vevent')
      .slice(1)
      .map((one) => [one.getFirstPropertyValue('status'), new ICAL.Event(one).sequence].join(' '));
    expect(events.toSorted()).toEqual(['CANCELLED 1', 'CONFIRMED 0', 'CONFIRMED 0']);
  });

  test('keeps what is fixed, and what a move by hand undid is no longer said to be proved', async () => {
    const { id, a, b, c, e } = await fair();
    const first = await publish(id, (await solved(id)).version);
    const { slot } = between(first, [b, e]);
    await place({ id, ...first }, [b, e], slot);
    const other = between(first, [b, c]).slot;
    await attend(id, c, false, [other]);
    const again = await solvedAgain(id);
    expect(between(again, [b, e])).toMatchObject({ slot, fixed: true, from: null });
    expect(again.stability).not.toBeNull();
    const free = (await places(id, [a, c])).places.find(
      (one) => one.breaks !== null && one.slot !== between(again, [a, c]).slot,
    )!;
    const moved = await place({ id, ...again }, [a, c], free.slot);
    expect(moved).toMatchObject({ stability: null, breaks: free.breaks });
    expect(moved.lowerBound).toBeLessThanOrEqual(moved.breaks!);
    expect(moved.outcome).toBe(moved.lowerBound === moved.breaks ? 'optimal' : 'feasible');
  });

  test('under way leaves what has begun, and nothing is put or published into it', async () => {
    const { id, a, b, c } = await fair();
    const first = await solved(id);
    // The meeting of a and c is to be in the first slot, so that it is over soon.
    const inFirst = between(first, [a, c]).slot === 1 ? first : await aside(id, first, [a, c]);
    const published = await publish(id, inFirst.version);
    await begin(id, 65);
    expect((await schedule(id)).now).toBe(1);
    await expect(desk().call(contract.solveSchedule, { params: { id }, body: {} })).rejects.toEqual(
      refused('gatherings.underWay'),
    );
    const elsewhere = published.bookings.find(({ slot }) => slot > 1)!;
    await expect(place({ id, ...(await schedule(id)) }, [elsewhere.a.id, elsewhere.b.id], 1)).rejects.toEqual(
      refused('gatherings.begunThen'),
    );
    await attend(id, b, false, [2, 3]);
    const again = await solvedAgain(id);
    expect(between(again, [a, c])).toMatchObject({ slot: 1, from: null, change: 'same' });
    for (const one of again.bookings) {
      if (one.change !== 'same') expect(one.slot).toBeGreaterThan(1);
      if ([one.a.id, one.b.id].includes(b)) expect([2, 3]).not.toContain(one.slot);
    }
    const changed = again.bookings.find(({ change }) => change !== 'same');
    if (changed) {
      // Until it is published more time goes by.
      await begin(id, 60 + 6 * 25 + 60);
      await expect(publish(id, again.version)).rejects.toEqual(refused('gatherings.meanwhileBegun'));
    }
  });

  test('a meeting that has begun stays, whoever doesn’t want it any more, with what was said of it', async () => {
    const { id, a, c } = await fair();
    const first = await solved(id);
    await publish(id, (await aside(id, first, [a, c])).version);
    await begin(id, 65);
    const held = (await agenda(id, a)).find(({ other }) => other.id === c)!;
    await guest(a).call(contract.recordMeetingOutcome, {
      params: { id: held.id },
      body: { came: 'met', text: 'Nothing for us' },
    });
    await guest(a).call(contract.stateWish, { params: { id, organisationId: c }, body: { kind: 'no' } });
    const again = await solvedAgain(id);
    expect(again).toMatchObject({ cancelled: 0, dropped: [] });
    expect(await publish(id, again.version)).toMatchObject({ upToDate: true });
    const outcomes = await desk().call(contract.listMeetingOutcomes, { params: { id }, query: {} });
    expect(outcomes.items.map((one) => one.id)).toContain(held.id);
    expect(outcomes.totals).toMatchObject({ told: 1, met: 1 });
  });

  test('a meeting that has begun since another hour was sought for it isn’t moved by publishing', async () => {
    const { id, a, c } = await fair();
    const first = await solved(id);
    const published = await publish(id, (await aside(id, first, [a, c])).version);
    const free = (await places(id, [a, c])).places.find(({ breaks, slot }) => breaks !== null && slot > 1)!;
    const moved = await place({ id, ...published }, [a, c], free.slot, false);
    await begin(id, 65);
    await expect(publish(id, moved.version)).rejects.toEqual(refused('gatherings.meanwhileBegun'));
    // Unless it is put there on purpose.
    await place({ id, ...moved }, [a, c], free.slot, true);
    const { version, ...again } = await solvedAgain(id);
    expect(between({ version, ...again }, [a, c])).toMatchObject({ slot: free.slot, fixed: true });
    expect(between(await publish(id, version), [a, c])).toMatchObject({ slot: free.slot, change: 'same' });
  });

  /** Brings a meeting into the first slot, others out of its way. */
  async function aside(id: string, found: contract.MeetingSchedule, pair: readonly [string, string]) {
    let now = found;
    for (const one of found.bookings) {
      const sides = [one.a.id, one.b.id] as const;
      if (one.slot !== 1 || !sides.some((side) => pair.includes(side))) continue;
      const free = (await places(id, sides)).places.find(
        ({ breaks, slot }) => breaks !== null && slot !== 1,
      )!;
      now = await place({ id, ...now }, sides, free.slot, false);
    }
    return place({ id, ...now }, pair, 1, false);
  }
});

describe('who hasn’t come', () => {
  const attendance = (id: string, show?: 'missing' | 'changed') =>
    desk().call(contract.listAttendance, { params: { id }, query: { ...(show && { show }) } });

  test('when their first meeting begins is shown to the host, treated as absent, and comes after all once checked in', async () => {
    const { id, a, b, c, d, e } = await fair();
    await publish(id, (await solved(id)).version);
    expect(await attendance(id)).toMatchObject({ missing: 0, nextCursor: null });
    await begin(id, 60 + 6 * 25 + 60);
    const code = async (firm: string) => {
      const { registration } = await guest(firm).call(contract.getAgenda, { params: { id } });
      return (await guest(firm).call(contract.getBadge, { params: { id: registration.id } })).code;
    };
    const scan = async (firm: string) => ({
      id: v7(),
      code: await code(firm),
      scannedAt: new Date().toISOString(),
    });
    await desk().call(contract.checkIn, {
      params: { id },
      body: { scans: await Promise.all([a, b, c].map(scan)) },
    });
    const missing = await attendance(id, 'missing');
    expect(missing.items.map(({ organisation }) => organisation.id).toSorted()).toEqual([d, e].toSorted());
    expect((await schedule(id)).missing).toBe(2);
    await attend(id, d, true);
    expect((await attendance(id, 'missing')).items).toMatchObject([
      { organisation: { id: e }, cameAt: null },
    ]);
    expect((await attendance(id, 'changed')).items).toMatchObject([
      { organisation: { id: d }, absent: true },
    ]);
    expect((await schedule(id)).unsettled).toMatchObject([{ why: 'absent' }]);
    await desk().call(contract.checkIn, { params: { id }, body: { scans: [await scan(d)] } });
    expect((await attendance(id, 'changed')).items).toEqual([]);
    expect((await schedule(id)).unsettledCount).toBe(0);
  });

  test('is noted by who keeps the gathering alone, and only of who takes part', async () => {
    const { id, a, c } = await fair();
    const found = await solved(id);
    const stranger = app.as({
      role: 'association',
      userId: 'host',
      userName: 'Host',
      organisationId: hosts[0]!,
      organisationRole: 'owner',
    });
    for (const attempt of [
      () => stranger.call(contract.listAttendance, { params: { id }, query: {} }),
      () =>
        stranger.call(contract.setAttendance, {
          params: { id, organisationId: a },
          body: { absent: true, slots: [] },
        }),
      () => stranger.call(contract.listPlaces, { params: { id, a, b: c } }),
      () => place({ id, ...found }, [a, c], 1, true, stranger),
      () => stranger.call(contract.resolveSchedule, { params: { id }, body: {} }),
    ])
      await expect(attempt()).rejects.toEqual(refused('platform.notFound'));
    for (const attempt of [
      () => guest(a).call(contract.listAttendance, { params: { id }, query: {} }),
      () => place({ id, ...found }, [a, c], 1, true, guest(a)),
    ])
      await expect(attempt()).rejects.toEqual(refused('platform.forbidden'));
    await expect(attend(id, firms[9]!, true)).rejects.toEqual(refused('gatherings.notThere'));
    await expect(attend(id, a, false, [7])).rejects.toEqual(refused('gatherings.noSuchSlot'));
    // Pages of one.
    const first = await desk().call(contract.listAttendance, { params: { id }, query: { limit: 4 } });
    const rest = await desk().call(contract.listAttendance, {
      params: { id },
      query: { limit: 4, cursor: first.nextCursor! },
    });
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([4, 1, null]);
  });
});

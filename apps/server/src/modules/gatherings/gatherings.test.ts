import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import ICAL from 'ical.js';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TestApp } from '../../platform/testing/app.ts';
import { choosePairs } from './meetings/choose-pairs.ts';
import { fairIn, startFairs } from './testing/fair.ts';

let app: TestApp;
let firms: string[];
let hosts: string[];
beforeAll(async () => {
  ({ app, firms, hosts } = await startFairs(inject('postgres')));
});
afterAll(() => app.close());

const { desk, guest, announced, answer, schedule, solved, publish, agenda, ...at } = fairIn(() => app);
const host = (organisationId: string) =>
  app.as({
    role: 'association',
    userId: 'host',
    userName: 'Host',
    organisationId,
    organisationRole: 'owner',
  });
const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const input = (change: Partial<contract.GatheringInput> = {}) =>
  at.input({
    programme: [
      {
        minute: 0,
        minutes: 30,
        titles: { en: 'Opening' },
        room: 'A',
        language: 'zh-CN',
        interpreter: 'zh ⇄ en',
      },
    ],
    ...change,
  });
const register = (id: string, firm: string, userId?: string) => at.register(id, firm, [], userId);
const approved = (id: string, firm: string) => at.approved(id, firm);
const wish = (id: string, from: string, to: string, kind: 'must' | 'want' | 'no' = 'want') =>
  guest(from).call(contract.stateWish, {
    params: { id, organisationId: to },
    body: { kind, why: 'Doubanjiang' },
  });
const matchmaking = (id: string, firm: string) =>
  guest(firm).call(contract.getMatchmaking, { params: { id } });
const accepted = async (id: string, from: string, to: string, kind: 'must' | 'want' = 'want') => {
  const { id: wishId } = await wish(id, from, to, kind);
  await guest(to).call(contract.answerWish, { params: { id: wishId }, body: { answer: 'accepted' } });
};
const mailsAbout = async (what: 'published' | 'meetingOff'): Promise<number> => {
  const subject = { published: '洽谈安排有更新|your meetings$', meetingOff: '的洽谈取消|your meeting with' };
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from mail where subject ~ ${subject[what]}`.execute(app.ground.db);
  return rows[0]!.count;
};

describe('a gathering', () => {
  test('is drafted by its host alone, announced to all, then closed or cancelled', async () => {
    const [one, other] = hosts as [string, string];
    const draft = await host(one).call(contract.createGathering, { body: input() });
    expect(draft).toMatchObject({ state: 'draft', host: { id: one }, kept: true, taken: 0, version: 1 });
    expect(draft.slots.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
      '02:00',
      '02:25',
      '03:45',
      '04:10',
    ]);
    const visitor = app.as({ role: 'visitor' });
    for (const who of [visitor, host(other)]) {
      await expect(who.call(contract.getGathering, { params: { id: draft.id } })).rejects.toEqual(
        refused('platform.notFound'),
      );
      const { items } = await who.call(contract.listGatherings, { query: { limit: 100 } });
      expect(items.map(({ id }) => id)).not.toContain(draft.id);
    }
    const shown = await at.move(draft, 'announced', host(one));
    expect(await visitor.call(contract.getGathering, { params: { id: draft.id } })).toMatchObject({
      state: 'announced',
      kept: false,
    });
    for (const attempt of [
      () =>
        host(other).call(
          contract.updateGathering,
          { params: { id: draft.id }, body: input() },
          { ifMatch: shown.version },
        ),
      () => host(other).call(contract.listRegistrations, { params: { id: draft.id }, query: {} }),
      () => host(other).call(contract.getSchedule, { params: { id: draft.id } }),
    ])
      await expect(attempt()).rejects.toEqual(refused('platform.notFound'));
    await expect(at.move(shown, 'announced', host(one))).rejects.toEqual(refused('gatherings.outOfOrder'));
    const cancelled = await at.move(shown, 'cancelled', host(one));
    await expect(register(draft.id, firms[0]!)).rejects.toEqual(refused('gatherings.notAnnounced'));
    expect(cancelled.state).toBe('cancelled');
  });

  test('has a programme and slots that can be: within its time, one item in a room at once; and is not announced when it is over', async () => {
    const item = (minute: number, minutes: number, room: string | null = 'A') => ({
      minute,
      minutes,
      titles: { en: 'Item' },
      room,
      language: null,
      interpreter: null,
    });
    const draft = (change: Partial<contract.GatheringInput>) =>
      desk().call(contract.createGathering, { body: input(change) });
    const codes = async (change: Partial<contract.GatheringInput>) => {
      try {
        return (await draft(change)).state;
      } catch (error) {
        const { errors = [] } = (error as contract.ProblemError).problem;
        return errors.map(({ path, code }) => `${path} ${code}`);
      }
    };
    // It lasts 480 minutes.
    expect(await codes({ programme: [item(0, 120), item(30, 60)] })).toEqual([
      'body.programme.1.room gatherings.roomTaken',
    ]);
    expect(await codes({ programme: [item(0, 120), item(10, 10, 'B'), item(119, 5)] })).toEqual([
      'body.programme.2.room gatherings.roomTaken',
    ]);
    expect(await codes({ programme: [item(0, 120), item(30, 60, null), item(120, 360)] })).toEqual('draft');
    expect(await codes({ programme: [item(0, 120), item(120, 361)] })).toEqual([
      'body.programme.1.minutes gatherings.itemAfterEnd',
    ]);
    const slots = { minute: 0, slotMinutes: 20, pauseMinutes: 10, noonMinutes: 60, tables: 3 };
    // 6 × 20 + 4 × 10 + 60 = 220 minutes.
    const halves = { ...slots, morningSlots: 3, afternoonSlots: 3 };
    expect(await codes({ matchmaking: { ...halves, minute: 260 } })).toEqual('draft');
    expect(await codes({ matchmaking: { ...halves, minute: 261 } })).toEqual([
      'body.matchmaking.afternoonSlots gatherings.slotsAfterEnd',
    ]);
    expect(await codes({ matchmaking: { ...slots, morningSlots: 16, afternoonSlots: 0 } })).toEqual('draft');
    expect(await codes({ matchmaking: { ...slots, morningSlots: 17, afternoonSlots: 0 } })).toEqual([
      'body.matchmaking.morningSlots gatherings.slotsAfterEnd',
    ]);
    const past = await draft({ startsAt: '2020-03-01T01:00:00.000Z', endsAt: '2020-03-01T09:00:00.000Z' });
    await expect(at.move(past, 'announced')).rejects.toEqual(refused('gatherings.over'));
  });

  test('never has more guests than places, with fifty at once and somebody withdrawing; who waits moves up in order', async () => {
    const { id } = await announced({ capacity: 10 });
    const guests = await Promise.all(
      Array.from({ length: 50 }, (_, at) => register(id, firms[at % firms.length]!, `crowd-${at}`)),
    );
    await Promise.all(guests.map((one) => answer(one.id, 'approved')));
    const list = (state: 'approved' | 'waiting') =>
      desk().call(contract.listRegistrations, { params: { id }, query: { state, limit: 100 } });
    expect([(await list('approved')).total, (await list('waiting')).total]).toEqual([10, 40]);
    const there = new Set((await list('approved')).items.map((one) => one.id));
    const line = (await list('waiting')).items.toSorted(
      (a, b) => a.askedAt.localeCompare(b.askedAt) || a.id.localeCompare(b.id),
    );
    const leaving = guests
      .map((one, at) => ({ ...one, at }))
      .filter((one) => there.has(one.id))
      .slice(0, 5);
    await Promise.all(
      leaving.map((one) =>
        guest(firms[one.at % firms.length]!, `crowd-${one.at}`).call(contract.withdrawRegistration, {
          params: { id: one.id },
        }),
      ),
    );
    const now = (await list('approved')).items.map((one) => one.id);
    expect(now).toHaveLength(10);
    for (const one of line.slice(0, 5)) expect(now).toContain(one.id);
    // More room: more move up, no more than there is room for.
    const read = await desk().call(contract.getGathering, { params: { id } });
    await desk().call(
      contract.updateGathering,
      { params: { id }, body: input({ capacity: 13 }) },
      { ifMatch: read.version },
    );
    expect((await list('approved')).total).toBe(13);
  });

  test('is registered for once a person, asked anew after withdrawing, and not again once refused', async () => {
    const { id } = await announced();
    const firm = firms[0]!;
    const first = await register(id, firm);
    await expect(register(id, firm)).rejects.toEqual(refused('gatherings.registered'));
    await expect(guest(firms[1]!).call(contract.getBadge, { params: { id: first.id } })).rejects.toEqual(
      refused('platform.notFound'),
    );
    await expect(guest(firm).call(contract.getBadge, { params: { id: first.id } })).rejects.toEqual(
      refused('gatherings.notApproved'),
    );
    await guest(firm).call(contract.withdrawRegistration, { params: { id: first.id } });
    expect(await register(id, firm)).toMatchObject({ id: first.id, state: 'asked' });
    await answer(first.id, 'refused');
    await expect(register(id, firm)).rejects.toEqual(refused('gatherings.refused'));
  });
});

describe('a badge', () => {
  const badge = async (id: string, firm: string) => {
    const { id: registration } = await approved(id, firm);
    return guest(firm).call(contract.getBadge, { params: { id: registration } });
  };
  const scan = (id: string, scans: contract.Scan[]) =>
    desk().call(contract.checkIn, { params: { id }, body: { scans } });

  test('checks in once: sent twice, scanned by two, or synced late from a phone without a connection', async () => {
    const { id } = await announced();
    const { code, qr } = await badge(id, firms[0]!);
    expect(qr).toContain('<svg');
    const early = { id: v7(), code, scannedAt: '2026-01-01T01:00:00.000Z' };
    const late = { id: v7(), code, scannedAt: '2026-01-01T02:00:00.000Z' };
    expect(await scan(id, [late])).toMatchObject({
      scans: [{ id: late.id, outcome: 'in', at: late.scannedAt }],
      checkedIn: 1,
    });
    const again = await Promise.all(Array.from({ length: 8 }, () => scan(id, [late])));
    for (const one of again) expect(one).toMatchObject({ scans: [{ outcome: 'in' }], checkedIn: 1 });
    // The phone that was away scanned it first.
    expect(await scan(id, [early])).toMatchObject({
      scans: [{ outcome: 'again', at: early.scannedAt }],
      checkedIn: 1,
    });
    const ahead = { id: v7(), code: 'no such badge', scannedAt: '2099-01-01T00:00:00.000Z' };
    expect((await scan(id, [ahead])).scans).toMatchObject([{ outcome: 'unknown', person: null }]);
    const elsewhere = await announced();
    expect((await scan(elsewhere.id, [late])).scans).toMatchObject([{ outcome: 'unknown' }]);
  });

  test('is worthless once its owner withdrew, also after asking anew', async () => {
    const { id } = await announced();
    const { code, registration } = await badge(id, firms[0]!);
    await guest(firms[0]!).call(contract.withdrawRegistration, { params: { id: registration.id } });
    const old = { id: v7(), code, scannedAt: '2026-01-01T01:00:00.000Z' };
    expect((await scan(id, [old])).scans).toMatchObject([{ outcome: 'unknown' }]);
    expect((await badge(id, firms[0]!)).code).not.toBe(code);
    expect((await scan(id, [old])).scans).toMatchObject([{ outcome: 'unknown' }]);
  });

  test('lets its owner say once how it was, after it began', async () => {
    const { id } = await announced();
    const { id: registration } = await approved(id, firms[0]!);
    const say = () =>
      guest(firms[0]!).call(contract.giveFeedback, {
        params: { id: registration },
        body: { rating: 4, text: 'Good talks' },
      });
    await expect(say()).rejects.toEqual(refused('gatherings.notBegun'));
    await sql`update gathering set starts_at = now() - interval '1 hour' where id = ${id}`.execute(
      app.ground.db,
    );
    expect(await say()).toMatchObject({ feedback: { rating: 4, text: 'Good talks' } });
    await expect(say()).rejects.toEqual(refused('gatherings.feedbackGiven'));
    const sheet = await app.http.inject({
      url: `/api/v1/gatherings/${id}/registrations/export.csv`,
      headers: app.headersAs({ role: 'secretariat', userId: 'desk' }),
    });
    expect(sheet.body).toContain('Good talks');
  });
});

describe('a wish to meet', () => {
  test('is accepted or refused, and a refusal looks like waiting to whoever wished', async () => {
    const { id } = await announced();
    const [a, b, c] = firms as [string, string, string];
    await expect(wish(id, a, b)).rejects.toEqual(refused('gatherings.notApproved'));
    await approved(id, a);
    await expect(wish(id, a, b)).rejects.toEqual(refused('gatherings.notThere'));
    for (const one of [b, c]) await approved(id, one);
    await expect(wish(id, a, a)).rejects.toEqual(refused('gatherings.withOneself'));
    const toB = await wish(id, a, b, 'must');
    await wish(id, a, c);
    const before = (await matchmaking(id, a)).stated;
    await guest(b).call(contract.answerWish, { params: { id: toB.id }, body: { answer: 'refused' } });
    expect((await matchmaking(id, a)).stated).toEqual(before);
    expect((await matchmaking(id, b)).received).toMatchObject([{ kind: 'must', state: 'refused' }]);
    for (const attempt of [
      () => guest(a).call(contract.answerWish, { params: { id: toB.id }, body: { answer: 'accepted' } }),
      () => guest(b).call(contract.withdrawWish, { params: { id: toB.id } }),
    ])
      await expect(attempt()).rejects.toEqual(refused('platform.notFound'));
    // Who would rather not meet doesn't say so to the other.
    await wish(id, c, a, 'no');
    expect((await matchmaking(id, a)).received).toEqual([]);
  });

  test('of both, stated at the same moment, is accepted', async () => {
    const { id } = await announced();
    const [a, b] = firms as [string, string];
    for (const one of [a, b]) await approved(id, one);
    await Promise.all([wish(id, a, b), wish(id, b, a)]);
    for (const one of [a, b])
      expect((await matchmaking(id, one)).stated).toMatchObject([{ state: 'accepted' }]);
    expect((await schedule(id)).pairs).toBe(1);
    await wish(id, b, a, 'no');
    expect((await schedule(id)).pairs).toBe(0);
  });
});

test('more pairs than there is room for are left out, those last who must meet', () => {
  const pair = (a_id: string, b_id: string) => ({ a_id, b_id });
  const pairs = [pair('a', 'b'), pair('a', 'c'), pair('a', 'd'), pair('c', 'd')];
  const many = [1, 2, 3, 4, 5];
  expect(choosePairs(pairs, { most: 9, slotsOf: (id) => (id === 'a' ? [1, 2] : many) })).toEqual({
    chosen: [pairs[0], pairs[1], pairs[3]],
    omitted: [{ ...pairs[2], why: 'full', full: { who: 'a', wanted: 3, slots: 2 } }],
  });
  expect(choosePairs(pairs, { most: 1, slotsOf: () => many })).toEqual({
    chosen: [pairs[0]],
    omitted: pairs.slice(1).map((one) => ({ ...one, why: 'tables', full: null })),
  });
  expect(choosePairs([pair('a', 'b')], { most: 9, slotsOf: (id) => (id === 'a' ? [1] : [2]) })).toEqual({
    chosen: [],
    omitted: [{ ...pair('a', 'b'), why: 'apart', full: null }],
  });
});

describe('a schedule', () => {
  const fair = async () => {
    const gathering = await announced();
    const [a, b, c, d] = firms as [string, string, string, string];
    for (const one of [a, b, c, d]) await approved(gathering.id, one);
    await accepted(gathering.id, a, c, 'must');
    await accepted(gathering.id, a, d);
    await accepted(gathering.id, b, c);
    return { ...gathering, a, b, c, d };
  };

  test('is sought off the main thread, heeds who can’t, and is published by one of two at once', async () => {
    const { id, a, b, c } = await fair();
    await guest(a).call(contract.setUnavailable, { params: { id }, body: { slots: [1] } });
    const draft = await solved(id);
    expect(draft).toMatchObject({ outcome: 'optimal', pairs: 3, leftOut: 0, published: 0, upToDate: false });
    expect(draft.lowerBound).toBe(draft.breaks);
    for (const { slot, a: one, b: other } of draft.bookings)
      if (one.id === a || other.id === a) expect(slot).not.toBe(1);
    expect((await agenda(id, a)).meetings).toEqual([]);
    const told = await mailsAbout('published');
    const both = await Promise.allSettled([publish(id, draft.version), publish(id, draft.version)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: { code: 'platform.staleVersion' } },
    });
    expect(await schedule(id)).toMatchObject({ published: 1, upToDate: true, cancelled: 0 });
    expect(await mailsAbout('published')).toBe(told + 4);
    const { meetings } = await agenda(id, a);
    expect(meetings).toHaveLength(2);
    expect(meetings.every(({ state, sequence }) => state === 'planned' && sequence === 0)).toBe(true);
    // Published again without a change it tells nobody.
    const now = await schedule(id);
    await publish(id, now.version);
    expect(await mailsAbout('published')).toBe(told + 4);
    expect((await agenda(id, c)).meetings.map(({ sequence }) => sequence)).toEqual([0, 0]);
    const read = await desk().call(contract.getGathering, { params: { id } });
    await expect(
      desk().call(
        contract.updateGathering,
        { params: { id }, body: input({ matchmaking: null }) },
        { ifMatch: read.version },
      ),
    ).rejects.toEqual(refused('gatherings.slotsStand'));
    const sheet = await app.http.inject({
      url: `/api/v1/gatherings/${id}/schedule/export.csv`,
      headers: app.headersAs({ role: 'secretariat', userId: 'desk' }),
    });
    expect(sheet.body.trim().split('\n')).toHaveLength(4);
    expect(sheet.body).toContain('Asia/Shanghai');
    // Somebody who leaves takes their meetings along, and who would have met them is told.
    const off = await mailsAbout('meetingOff');
    const own = await guest(b).call(contract.listOwnRegistrations, { query: { gathering: id } });
    await guest(b).call(contract.withdrawRegistration, { params: { id: own.items[0]!.id } });
    expect((await agenda(id, c)).meetings.map(({ state }) => state).toSorted()).toEqual([
      'cancelled',
      'planned',
    ]);
    expect(await mailsAbout('meetingOff')).toBe(off + 1);
  });

  test('moves with its gathering, number by number', async () => {
    const { id, a } = await fair();
    await publish(id, (await solved(id)).version);
    const before = (await agenda(id, a)).meetings;
    const read = await desk().call(contract.getGathering, { params: { id } });
    const later = { startsAt: '2027-03-02T01:00:00.000Z', endsAt: '2027-03-02T09:00:00.000Z' };
    await desk().call(
      contract.updateGathering,
      { params: { id }, body: input(later) },
      { ifMatch: read.version },
    );
    expect((await agenda(id, a)).meetings).toEqual(
      before.map((one) => ({
        ...one,
        startsAt: one.startsAt.replace('2027-03-01', '2027-03-02'),
        endsAt: one.endsAt.replace('2027-03-01', '2027-03-02'),
        sequence: 1,
      })),
    );
  });

  test('of nobody is not sought, and only what was found is published', async () => {
    const { id } = await announced();
    await expect(desk().call(contract.solveSchedule, { params: { id }, body: {} })).rejects.toEqual(
      refused('gatherings.noPairs'),
    );
    await expect(publish(id, 1)).rejects.toEqual(refused('gatherings.nothingToPublish'));
  });

  test('is a calendar that another library reads: ids stay, numbers grow, what is cancelled says so', async () => {
    const { id, a, c } = await fair();
    await publish(id, (await solved(id)).version);
    const { registration } = await agenda(id, a);
    const subscribe = () => guest(a).call(contract.subscribeToAgenda, { params: { id: registration.id } });
    const first = new URL((await subscribe()).url).pathname;
    const read = (path: string, tag?: string) =>
      app.http.inject({ url: path, headers: tag === undefined ? {} : { 'if-none-match': tag } });
    const events = async (path: string) => {
      const answer = await read(path);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
      const calendar = new ICAL.Component(ICAL.parse(answer.body));
      return calendar.getAllSubcomponents('vevent').map((one) => {
        const event = new ICAL.Event(one);
        return {
          uid: event.uid,
          sequence: event.sequence,
          summary: event.summary,
          location: event.location,
          starts: event.startDate.toJSDate().toISOString(),
          ends: event.endDate.toJSDate().toISOString(),
          status: one.getFirstPropertyValue('status'),
        };
      });
    };
    const [whole, ...meetings] = await events(first);
    expect(whole).toMatchObject({ summary: 'Fair', status: 'CONFIRMED' });
    const planned = (await agenda(id, a)).meetings;
    expect(meetings).toHaveLength(2);
    for (const [at, one] of planned.entries())
      expect(meetings[at]).toMatchObject({
        uid: expect.stringContaining(one.id),
        sequence: 0,
        starts: one.startsAt,
        ends: one.endsAt,
        location: expect.stringContaining(`table ${one.table}`),
      });
    // A second address ends the first, and it can be ended altogether.
    const path = new URL((await subscribe()).url).pathname;
    expect((await read(first)).statusCode).toBe(404);
    const tag = String((await read(path)).headers['etag']);
    const own = await guest(c).call(contract.listOwnRegistrations, { query: { gathering: id } });
    await guest(c).call(contract.withdrawRegistration, { params: { id: own.items[0]!.id } });
    const after = await read(path, tag);
    expect(after.statusCode).toBe(200);
    const now = await events(path);
    expect(now.map(({ uid }) => uid)).toEqual([whole, ...meetings].map((one) => one!.uid));
    const off = now.find(({ status }) => status === 'CANCELLED');
    expect(off).toMatchObject({ sequence: 1 });
    expect(now.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(2);
    await guest(a).call(contract.unsubscribeFromAgenda, { params: { id: registration.id } });
    expect((await read(path)).statusCode).toBe(404);
  });

  test('is asked for by a thousand calendars that have it already, without a byte or a meeting being read', async () => {
    const { id, a } = await fair();
    await publish(id, (await solved(id)).version);
    const { registration } = await agenda(id, a);
    const { url } = await guest(a).call(contract.subscribeToAgenda, { params: { id: registration.id } });
    const path = new URL(url).pathname;
    const whole = await app.http.inject({ url: path });
    const tag = String(whole.headers['etag']);
    // Nobody reads a meeting now: who tried to would wait for ever.
    const lock = await app.database.pool.connect();
    await lock.query('begin; lock table gathering_meeting in access exclusive mode');
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => app.http.inject({ url: path, headers: { 'if-none-match': tag } })),
      );
      for (const answer of answers) {
        expect(answer.statusCode).toBe(304);
        expect(answer.rawPayload).toHaveLength(0);
      }
    }
    await lock.query('rollback');
    lock.release();
    expect((await app.http.inject({ url: path })).body).toBe(whole.body);
  });
});

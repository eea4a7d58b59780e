import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { readSheet } from 'read-excel-file/node';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { addDays, today } from '../../platform/today.ts';
import { hotpotBase, maker, product, type Maker } from '../catalogue/testing/goods.ts';
import { setUpSecretariat } from '../members/index.ts';
import { fairIn } from './testing/fair.ts';

let app: TestApp;
let fair: ReturnType<typeof fairIn>;
let address: string;
let members: Maker[];
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  fair = fairIn(() => app);
  address = await app.http.listen({ port: 0, host: '127.0.0.1' });
  members = [];
  for (let at = 0; at < 5; at++) members.push(await maker(app));
});
afterAll(() => app.close());

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const firm = (at: number): string => members[at]!.organisationId;
/** Says where an organisation's mails go, and in which language it applied. */
async function mailTo(organisationId: string, email: string, language: string): Promise<void> {
  await sql`update organisation set contact = contact || jsonb_build_object('email', ${email}::text)
    where id = ${organisationId}`.execute(app.ground.db);
  await sql`insert into membership_application (id, organisation_id, state, answers, language)
    values (${v7()}, ${organisationId}, 'admitted', '{}', ${language})`.execute(app.ground.db);
}

/** What was written to whom, by words of its subject. */
const mailsTo = async (recipient: string, subject: string) =>
  (
    await sql<{ recipient: string; subject: string; body: string }>`select recipient, subject, body from mail
      where recipient like ${recipient} and subject like ${`%${subject}%`} order by id`.execute(app.ground.db)
  ).rows;

describe('feedback', () => {
  const say = (who: string, id: string, rating: number, text: string | null = null) =>
    fair.guest(who).call(contract.giveFeedback, { params: { id }, body: { rating, text } });

  test('is of those who had a place, their own, once even when sent by two hands, and the host reads it', async () => {
    const { id } = await fair.announced();
    const there = await fair.approved(id, firm(0));
    const asked = await fair.register(id, firm(1));
    await expect(say(firm(0), there.id, 5)).rejects.toEqual(refused('gatherings.notBegun'));
    await fair.daysAgo(id);
    await expect(say(firm(1), asked.id, 5)).rejects.toEqual(refused('gatherings.notApproved'));
    await expect(say(firm(1), there.id, 1)).rejects.toEqual(refused('platform.notFound'));
    for (const rating of [0, 6, 2.5])
      await expect(say(firm(0), there.id, rating)).rejects.toEqual(refused('platform.invalid'));
    const both = await Promise.allSettled([
      say(firm(0), there.id, 5, 'Good talks'),
      say(firm(0), there.id, 1, 'Bad coffee'),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const kept = both.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<{
      feedback: unknown;
    }>;
    const { items } = await fair
      .desk()
      .call(contract.listRegistrations, { params: { id }, query: { state: 'approved' } });
    expect(items.map(({ feedback }) => feedback)).toEqual([kept.value.feedback]);
    // What was said stands, also once the gathering is closed.
    const read = await fair.desk().call(contract.getGathering, { params: { id } });
    await fair.move(read, 'closed');
    await expect(say(firm(0), there.id, 3)).rejects.toEqual(refused('gatherings.feedbackGiven'));
  });
});

test('a gathering that is cancelled is told once to every organisation that may still come, in its language', async () => {
  const { id } = await fair.announced({ names: { 'zh-CN': '取消会', en: 'Called off', ru: 'Отменённое' } });
  const who = ['approved', 'asked', 'refused', 'withdrawn', 'suspended'] as const;
  for (const [at, name] of who.entries())
    await mailTo(firm(at), `${name}@fair.example`, at === 1 ? 'ru' : 'en');
  await fair.approved(id, firm(0));
  // A second person of the same organisation.
  await app
    .as({ ...fair.actorOf(firm(0)), userId: 'second' })
    .call(contract.register, { params: { id }, body: { person: 'Second' } });
  await fair.register(id, firm(1));
  await fair.answer((await fair.register(id, firm(2))).id, 'refused');
  const gone = await fair.register(id, firm(3));
  await fair.guest(firm(3)).call(contract.withdrawRegistration, { params: { id: gone.id } });
  await fair.approved(id, firm(4));
  await sql`update organisation set state = 'suspended' where id = ${firm(4)}`.execute(app.ground.db);
  await fair.move(await fair.desk().call(contract.getGathering, { params: { id } }), 'cancelled');
  const mails = async () =>
    (
      await sql<{ recipient: string; subject: string; body: string }>`
        select recipient, subject, body from mail where recipient like '%@fair.example'
          and subject ~ 'is cancelled|отмен' order by recipient`.execute(app.ground.db)
    ).rows;
  await vi.waitFor(async () => expect(await mails()).toHaveLength(2), { timeout: 20_000 });
  const [approved, asked] = await mails();
  expect(approved).toMatchObject({
    recipient: 'approved@fair.example',
    subject: '“Called off” is cancelled',
  });
  expect(approved!.body).toContain('March 1, 2027');
  expect(approved!.body).toContain(`/gatherings/${id}`);
  expect(asked!.recipient).toBe('asked@fair.example');
  expect(asked!.subject).toContain('Отменённое');
  await sql`update organisation set state = 'admitted' where id = ${firm(4)}`.execute(app.ground.db);
});

describe('a fair that is cancelled under way', () => {
  test('keeps the meetings that were held, with what was said of them; only those to come are cancelled, and so it is told', async () => {
    const { id } = await fair.metBy(
      [
        [firm(0), firm(1)],
        [firm(0), firm(2)],
      ],
      { names: { 'zh-CN': '中断会', en: 'Broken off' } },
    );
    await mailTo(firm(0), 'stays@broken.example', 'en');
    const [first, second] = (await fair.agenda(id, firm(0))).meetings;
    // The first has begun, the second hasn’t.
    const later = Math.ceil((Date.parse(first!.startsAt) - Date.now()) / 60_000) + 1;
    await sql`update gathering set starts_at = starts_at - ${later} * interval '1 minute',
      ends_at = ends_at - ${later} * interval '1 minute' where id = ${id}`.execute(app.ground.db);
    await sql`update gathering_meeting set starts_at = starts_at - ${later} * interval '1 minute',
      ends_at = ends_at - ${later} * interval '1 minute' where gathering_id = ${id}`.execute(app.ground.db);
    const tell = (text: string) =>
      fair.guest(firm(0)).call(contract.recordMeetingOutcome, {
        params: { id: first!.id },
        body: { came: 'met', text },
      });
    await tell('A good talk');
    await fair.move(await fair.desk().call(contract.getGathering, { params: { id } }), 'cancelled');
    expect((await fair.agenda(id, firm(0))).meetings).toMatchObject([
      { id: first!.id, state: 'planned', sequence: 0, outcome: { text: 'A good talk' } },
      { id: second!.id, state: 'cancelled', sequence: 1, outcome: null },
    ]);
    const outcomes = await fair.desk().call(contract.listMeetingOutcomes, { params: { id }, query: {} });
    expect(outcomes.totals).toMatchObject({ begun: 1, told: 1, met: 1 });
    // What came of it can still be said.
    expect(await tell('A very good talk')).toMatchObject({ text: 'A very good talk' });
    await vi.waitFor(
      async () => {
        const { rows } = await sql<{ subject: string; body: string }>`
          select subject, body from mail where recipient = 'stays@broken.example'
            and subject ~ 'is cancelled'`.execute(app.ground.db);
        expect(rows).toHaveLength(1);
        expect(rows[0]!.body).toContain('Meetings that had begun stay');
      },
      { timeout: 20_000 },
    );
  });
});

describe('the host', () => {
  test('hears once a day of one who registers, withdraws and registers again', async () => {
    const [guest, host] = [firm(0), firm(4)];
    const { id } = await fair.announced({});
    await mailTo(host, 'host@again.example', 'en');
    await sql`update gathering set organisation_id = ${host} where id = ${id}`.execute(app.ground.db);
    const told = () => mailsTo('host@again.example', '');
    const register = () =>
      fair
        .guest(guest)
        .call(contract.register, { params: { id }, body: { person: 'Again', languages: ['en'] } });
    const withdraw = (registration: string) =>
      fair.guest(guest).call(contract.withdrawRegistration, { params: { id: registration } });
    const first = await register();
    const before = (await told()).length;
    expect(before).toBe(1);
    await withdraw(first.id);
    const left = (await told()).length;
    await register();
    expect(await told()).toHaveLength(left);
    await withdraw(first.id);
    await sql`update gathering_registration set asked_at = asked_at - interval '25 hours' where id = ${first.id}`.execute(
      app.ground.db,
    );
    const then = (await told()).length;
    await register();
    expect(await told()).toHaveLength(then + 1);
  });

  test('is told once a day that two want to meet whom the published schedule doesn’t bring together, and anew after publishing', async () => {
    const [a, b, c, host] = [firm(0), firm(1), firm(2), firm(4)];
    const { id } = await fair.metBy([[a, b]], { names: { 'zh-CN': '补约会', en: 'Late wishes' } });
    await mailTo(host, 'host@late.example', 'en');
    await sql`update gathering set organisation_id = ${host} where id = ${id}`.execute(app.ground.db);
    await fair.approved(id, c);
    const told = () => mailsTo('host@late.example', 'want to meet now');
    const before = await fair.schedule(id);
    // Stated again, what is published is no news.
    await fair.paired(id, a, b);
    // A wish alone isn’t, either; nor one that the other would rather not fulfil.
    const { id: wish } = await fair
      .guest(a)
      .call(contract.stateWish, { params: { id, organisationId: c }, body: { kind: 'must' } });
    expect(await told()).toEqual([]);
    await fair.guest(c).call(contract.answerWish, { params: { id: wish }, body: { answer: 'accepted' } });
    const [first] = await told();
    const names = (await fair.schedule(id)).unsettled[0]!;
    expect(first!.subject).toContain('Late wishes');
    for (const { names: own } of [names.a, names.b]) expect(first!.subject).toContain(own['en']);
    expect(first!.body).toContain(`/gatherings/${id}/schedule`);
    // Nothing of the schedule has changed by it: who looks at it can go on.
    expect((await fair.schedule(id)).version).toBe(before.version);
    await fair.paired(id, b, c);
    expect(await told()).toHaveLength(1);
    // The next day.
    await sql`update gathering_schedule set wanted_told_on = wanted_told_on - 1 where gathering_id = ${id}`.execute(
      app.ground.db,
    );
    const { id: no } = await fair
      .guest(b)
      .call(contract.stateWish, { params: { id, organisationId: c }, body: { kind: 'no' } });
    expect(await told()).toHaveLength(1);
    await fair.guest(b).call(contract.withdrawWish, { params: { id: no } });
    expect(await told()).toHaveLength(2);
    // Who takes back a wish of theirs says nothing new, though the other's stays accepted.
    await fair.paired(id, c, a);
    await sql`update gathering_schedule set wanted_told_on = wanted_told_on - 1 where gathering_id = ${id}`.execute(
      app.ground.db,
    );
    await fair.guest(a).call(contract.withdrawWish, { params: { id: wish } });
    expect(await told()).toHaveLength(2);
    // Sought and published with them there is nothing to tell, and then again there may be.
    await fair.published(id);
    await fair.paired(id, a, c);
    expect(await told()).toHaveLength(2);
    await fair.approved(id, firm(3));
    await fair.paired(id, a, firm(3));
    expect(await told()).toHaveLength(3);
  });

  test('is told once of each two while they want to meet, once more that they must, and anew after it was really taken back', async () => {
    const [a, b, c, host] = [firm(0), firm(1), firm(2), firm(4)];
    const { id } = await fair.metBy([[a, b]], { names: { 'zh-CN': '重申', en: 'Stated anew' } });
    await mailTo(host, 'host@anew.example', 'en');
    await sql`update gathering set organisation_id = ${host} where id = ${id}`.execute(app.ground.db);
    for (const one of [c, firm(3)]) await fair.approved(id, one);
    const told = async () => (await mailsTo('host@anew.example', 'want to meet now')).length;
    const nextDay = () =>
      sql`update gathering_schedule set wanted_told_on = wanted_told_on - 1 where gathering_id = ${id}`.execute(
        app.ground.db,
      );
    const state = (from: string, to: string, kind: 'must' | 'want' | 'no' = 'want') =>
      fair.guest(from).call(contract.stateWish, { params: { id, organisationId: to }, body: { kind } });
    const withdraw = (from: string, wish: { id: string }) =>
      fair.guest(from).call(contract.withdrawWish, { params: { id: wish.id } });
    await fair.paired(id, a, c);
    expect(await told()).toBe(1);
    // That day’s mail told of those as well whom it doesn’t name: they are on the page that it leads to.
    await fair.paired(id, b, c);
    for (const [one, other] of [
      [a, c],
      [c, a],
      [b, c],
    ] as const) {
      await nextDay();
      await state(one, other);
      expect(await told()).toBe(1);
    }
    // Another kind of wish is news once; less than that is none.
    await state(c, a, 'must');
    expect(await told()).toBe(2);
    for (const kind of ['want', 'must'] as const) {
      await nextDay();
      await state(c, a, kind);
      expect(await told()).toBe(2);
    }
    // One of two wishes taken back leaves the other: they have wanted to meet all along.
    await withdraw(a, await state(a, c));
    await state(a, c);
    expect(await told()).toBe(2);
    // Both taken back it is really over, and what is stated then is news.
    await withdraw(a, await state(a, c));
    await withdraw(c, await state(c, a, 'must'));
    await fair.paired(id, a, c);
    expect(await told()).toBe(3);
    // So it is after a refusal, be it by a wish not to or by an answer.
    await nextDay();
    await state(c, a, 'no');
    expect(await told()).toBe(3);
    await state(c, a);
    expect(await told()).toBe(4);
    await nextDay();
    const wish = await state(a, c);
    const answer = (to: 'refused' | 'accepted') =>
      fair.guest(c).call(contract.answerWish, { params: { id: wish.id }, body: { answer: to } });
    await answer('accepted');
    expect(await told()).toBe(4);
    await answer('refused');
    await answer('accepted');
    expect(await told()).toBe(5);
    // Nor is it news that two want to meet whom the host has left out.
    const { version } = await fair.schedule(id);
    await fair.desk().call(contract.solveSchedule, {
      params: { id },
      body: { seconds: 10, without: [{ a, b: c }] },
    });
    const found = await fair.found(id);
    expect(found.version).toBeGreaterThan(version);
    await fair.publish(id, found.version);
    await withdraw(a, await state(a, c));
    await fair.solved(id);
    await fair.paired(id, a, c);
    expect(await told()).toBe(5);
    await fair.paired(id, a, firm(3));
    expect(await told()).toBe(6);
  });

  test('that is the secretariat has each of its people written to, and nobody else', async () => {
    const [a, b, c, association] = [firm(0), firm(1), firm(2), firm(4)];
    const { id: secretariat } = await setUpSecretariat(app.ground.db, 'contact@own.example');
    const work = async (organisationId: string, name: string, role: string) => {
      const { userId } = await app.auth.createUser({ email: `${name}@own.example`, name, password: v7() });
      await sql`insert into auth_organisation (id, name, slug, "createdAt")
        values (${organisationId}, 'Any', ${organisationId}, now()) on conflict do nothing`.execute(
        app.ground.db,
      );
      await sql`insert into auth_membership (id, "organizationId", "userId", role, "createdAt")
        values (${v7()}, ${organisationId}, ${userId}, ${role}, now())`.execute(app.ground.db);
    };
    await work(secretariat, 'owner', 'owner');
    await work(secretariat, 'member', 'member');
    await work(a, 'guest', 'owner');
    const told = async (words: string) =>
      (await mailsTo('%@own.example', words)).map(({ recipient }) => recipient).toSorted();
    const both = ['member@own.example', 'owner@own.example'];
    const { id } = await fair.metBy([[a, b]], { names: { 'zh-CN': '自办会', en: 'Own fair' } });
    expect(await told('报名参加“自办会”')).toEqual([...both, ...both].toSorted());
    await fair.approved(id, c);
    await fair.paired(id, a, c);
    expect(await told('愿意见面')).toEqual(both);
    const [member] = await mailsTo('member@own.example', '愿意见面');
    expect(member!.body).toContain(`/gatherings/${id}/schedule`);
    expect(member!.body).toContain('member');
    // What an association holds is told to it alone.
    await mailTo(association, 'host@elsewhere.example', 'en');
    await sql`update gathering set organisation_id = ${association} where id = ${id}`.execute(app.ground.db);
    await fair.register(id, firm(3));
    expect(await mailsTo('host@elsewhere.example', 'Own fair')).toHaveLength(1);
    expect(await told('报名参加“自办会”')).toHaveLength(6);
  });
});

describe('a sheet', () => {
  const take = (path: string, who: Parameters<TestApp['headersAs']>[0], language = 'en') =>
    app.http.inject({
      url: `/api/v1/gatherings/${path}`,
      headers: { ...app.headersAs(who), 'accept-language': language },
    });
  const desk = { role: 'secretariat', userId: 'desk' } as const;

  test('of registrations is the list as it is filtered, in the reader’s language, as CSV and as a workbook', async () => {
    const { id } = await fair.announced();
    await fair.approved(id, firm(0));
    await fair.guest(firm(1)).call(contract.register, {
      params: { id },
      body: { person: '=HYPERLINK("evil")', note: 'Two, please; "really"' },
    });
    const csv = await take(`${id}/registrations/export.csv`, desk);
    expect(csv.headers['content-disposition']).toContain('registrations.csv');
    expect(csv.payload.trim().split('\r\n')).toHaveLength(3);
    expect(csv.payload).toContain('"Organisation","Person","State"');
    // A name is no formula.
    expect(csv.payload).toContain(`"'=HYPERLINK(""evil"")"`);
    expect(csv.payload).toContain('"Two, please; ""really"""');
    const asked = await take(`${id}/registrations/export.csv?state=asked`, desk, 'zh-CN');
    expect(asked.payload.trim().split('\r\n')).toHaveLength(2);
    expect(asked.payload).toContain('"单位","姓名","状态"');
    expect(asked.payload).toContain('待审批');
    const book = await take(`${id}/registrations/export.xlsx`, desk);
    const rows = await readSheet(book.rawPayload);
    expect(rows.map((row) => row.slice(1, 3))).toEqual([
      ['Person', 'State'],
      [`Guest of ${firm(0)}`, 'Approved'],
      [expect.stringContaining('=HYPERLINK("evil")'), 'Asked'],
    ]);
    const stranger = { role: 'association', userId: 'x', organisationId: firm(0) } as const;
    for (const path of ['registrations/export.csv', 'registrations/export.xlsx', 'schedule/export.csv'])
      expect((await take(`${id}/${path}`, stranger)).statusCode, path).toBe(404);
    expect((await take(`${id}/registrations/export.csv`, fair.actorOf(firm(0)))).statusCode).toBe(403);
  });

  test('of meetings holds those that stand, by the clocks of the place', async () => {
    const { id } = await fair.metBy([
      [firm(0), firm(1)],
      [firm(0), firm(2)],
    ]);
    const first = (await fair.agenda(id, firm(0))).meetings;
    const rows = await readSheet((await take(`${id}/schedule/export.xlsx`, desk)).rawPayload);
    expect(rows[0]).toEqual(['Begins', 'Ends', 'Time zone', 'Table', 'One side', 'Other side']);
    const clock = (instant: string) =>
      new Intl.DateTimeFormat('sv-SE', {
        dateStyle: 'short',
        timeStyle: 'short',
        timeZone: 'Asia/Shanghai',
      }).format(new Date(instant));
    expect(rows.slice(1).map((row) => row.slice(0, 3))).toEqual(
      first.map(({ startsAt, endsAt }) => [clock(startsAt), clock(endsAt), 'Asia/Shanghai']),
    );
    const own = await fair.guest(firm(2)).call(contract.listOwnRegistrations, { query: { gathering: id } });
    await fair.guest(firm(2)).call(contract.withdrawRegistration, { params: { id: own.items[0]!.id } });
    const csv = await take(`${id}/schedule/export.csv`, desk);
    expect(csv.payload.trim().split('\r\n')).toHaveLength(2);
  });
});

describe('the line of events of an agenda', () => {
  const ask = (id: string, who: Parameters<TestApp['headersAs']>[0], init: RequestInit = {}) =>
    fetch(`${address}/api/v1/gatherings/${id}/agenda/stream`, {
      ...init,
      headers: {
        ...app.headersAs(who),
        accept: 'text/event-stream',
        ...(init.headers as Record<string, string> | undefined),
      },
    });

  /** An EventSource, as far as a test needs one. */
  async function watch(id: string, seen?: string) {
    const controller = new AbortController();
    const answer = await ask(id, fair.actorOf(firm(0)), {
      signal: controller.signal,
      ...(seen !== undefined && { headers: { 'last-event-id': seen } }),
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    const reading = (async () => {
      for await (const chunk of answer.body!) text += Buffer.from(chunk as Uint8Array).toString();
    })().catch(() => {});
    return {
      stamps: () => [...text.matchAll(/^data: (.*)$/gm)].map(([, one]) => JSON.parse(one!) as unknown),
      text: () => text,
      drop: async () => {
        controller.abort();
        await reading;
      },
    };
  }

  test('says the stamp first and each new one once something is published, and nothing of what it was', async () => {
    const [a, b] = [firm(0), firm(1)];
    const { id } = await fair.announced();
    for (const one of [a, b]) await fair.approved(id, one);
    await fair.paired(id, a, b);
    const first = (await fair.agenda(id, a)).stamp;
    const line = await watch(id);
    await vi.waitFor(() => expect(line.stamps()).toEqual([{ stamp: first }]));
    await fair.published(id);
    const second = (await fair.agenda(id, a)).stamp;
    expect(second).not.toBe(first);
    await vi.waitFor(() => expect(line.stamps().at(-1)).toEqual({ stamp: second }));
    const seen = line.stamps().length;
    // Another gathering's change is none of this one.
    await fair.announced();
    await fair.move(await fair.desk().call(contract.getGathering, { params: { id } }), 'cancelled');
    const third = (await fair.agenda(id, a)).stamp;
    await vi.waitFor(() => expect(line.stamps().at(-1)).toEqual({ stamp: third }));
    expect(line.stamps().length).toBeGreaterThan(seen);
    expect(line.text()).not.toContain(b);
    await line.drop();
    // Who comes back hears what was missed, and nothing that was seen.
    const back = await watch(id, second);
    await vi.waitFor(() => expect(back.stamps()).toEqual([{ stamp: third }]));
    await back.drop();
  });

  test('is there for no visitor, no gathering that isn’t, and no draft', async () => {
    const draft = await fair.desk().call(contract.createGathering, { body: fair.input() });
    const status = async (id: string, who: Parameters<TestApp['headersAs']>[0]) => {
      const answer = await ask(id, who);
      await answer.body?.cancel();
      return answer.status;
    };
    expect(await status(draft.id, fair.actorOf(firm(0)))).toBe(404);
    expect(await status(v7(), fair.actorOf(firm(0)))).toBe(404);
    expect(await status(draft.id, { role: 'visitor' })).toBe(401);
  });
});

describe('suggestions', () => {
  test('are those there whose products do for one’s demand, or whose demand one’s products do for, in its words', async () => {
    const [seller, buyer, absent] = [members[0]!, members[1]!, members[2]!];
    const word = 'Zanthoxylia';
    for (const owner of [seller, absent])
      await product(app, owner, {
        ...hotpotBase('plant'),
        names: { en: `Hotpot base ${word}`, 'zh-CN': `火锅底料${word}` },
        monthlyCapacity: 2000,
        minimumOrder: null,
      });
    const { id: demand } = await app.as(buyer).call(contract.createDemand, {
      body: {
        words: word,
        hs6: '210390',
        quantity: 100,
        unit: 'KGM',
        rhythm: 'monthly',
        market: 'GB',
        openUntil: addDays(today(), 60),
      },
    });
    await vi.waitFor(
      async () => {
        const found = await app.as(buyer).call(contract.getDemand, { params: { id: demand } });
        expect(found.matchedAt).not.toBeNull();
        expect(found.coverage?.makers).toBe(2);
      },
      { timeout: 60_000, interval: 200 },
    );
    const { id } = await fair.announced();
    for (const one of [seller, buyer, members[3]!]) await fair.approved(id, one.organisationId);
    const suggested = async (who: Maker) =>
      (await fair.guest(who.organisationId).call(contract.getMatchmaking, { params: { id } })).suggestions;
    const forBuyer = await suggested(buyer);
    // Not who isn't there, though their product does as well; not who has nothing to do with it.
    expect(forBuyer.map(({ other }) => other.id)).toEqual([seller.organisationId]);
    const [reason] = forBuyer[0]!.reasons;
    expect(reason).toMatchObject({ code: 'theyHave', words: word, market: 'GB' });
    expect(reason!.points).toBeGreaterThan(0);
    expect(await suggested(seller)).toMatchObject([
      { other: { id: buyer.organisationId }, reasons: [{ code: 'theyWant', words: word, market: 'GB' }] },
    ]);
    expect(await suggested(members[3]!)).toEqual([]);
    // Wished for, it needs no suggestion; not wished for, neither.
    await fair.guest(buyer.organisationId).call(contract.stateWish, {
      params: { id, organisationId: seller.organisationId },
      body: { kind: 'want' },
    });
    expect(await suggested(buyer)).toEqual([]);
    await app.as(buyer).call(contract.closeDemand, { params: { id: demand } });
    expect(await suggested(seller)).toEqual([]);
  });
});

import {
  answerRegistration,
  answerWish,
  checkIn,
  createClient,
  createGathering,
  getSchedule,
  moveGathering,
  publishSchedule,
  recordMeetingOutcome,
  register,
  setUnavailable,
  solveSchedule,
  stateWish,
  subscribeToAgenda,
  type Client,
} from '@jiechuan/contract';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { randomFrom } from '../../packages/engines/routing/src/testing/random-network.ts';
import type { App } from '../../apps/server/src/app.ts';
import type { Actor } from '../../apps/server/src/platform/actor.ts';
import { awayOf, buyers, wishesOf } from './wishes.ts';

/** A fair at noon of its day: half of its meetings have begun, and most sides have said what came of them. */
export interface HeldFair {
  id: string;
  /** Who takes part, buyers first; asked in their name as `guest(organisation)`. */
  organisations: string[];
  /** Addresses of their agendas' calendars. */
  calendars: string[];
  published: Published;
}

/** Milliseconds that publishing took, each time: of a whole that is new, and of one whose every meeting moves. */
export interface Published {
  first: number[];
  moved: number[];
  /** The same rows inserted by the database alone, in one statement. */
  bare: number[];
  /** And changed by it. */
  bareMoved: number[];
}

const publications = 5;

export type As = (actor: Partial<Actor>) => Record<string, string>;
export const desk: Partial<Actor> = {
  role: 'secretariat',
  userId: 'bench-desk',
  userName: 'Desk',
  organisationRole: 'owner',
};
export const guest = (organisationId: string): Partial<Actor> => ({
  role: 'enterprise',
  userId: `bench-${organisationId}`,
  userName: 'Guest',
  organisationId,
  organisationRole: 'owner',
});

/** Has many do something, eight at a time. */
async function each<T>(all: readonly T[], act: (one: T, at: number) => Promise<unknown>): Promise<void> {
  const rest = all.entries();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const [at, one] of rest) await act(one, at);
    }),
  );
}

/** Holds a fair of 500 participants with 4,000 accepted wishes through the endpoints, as its guests and its desk would. */
export async function holdFair(app: App, client: pg.Client, headers: As): Promise<HeldFair> {
  const as = (actor: Partial<Actor>): Client =>
    createClient({ baseUrl: '', fetch: app.fetchInside, headers: () => headers(actor) });
  const random = randomFrom(7);
  const organisations = await participants(client);
  const id = await announce(as(desk));
  const registrations: string[] = [];
  await each(organisations, async (organisation, at) => {
    const { id: registration } = await as(guest(organisation)).call(register, {
      params: { id },
      body: { person: `Guest ${at + 1}`, languages: at < buyers ? ['en', 'ru'].slice(at % 2) : ['zh-CN'] },
    });
    await as(desk).call(answerRegistration, {
      params: { id: registration },
      body: { answer: 'approved' },
    });
    registrations[at] = registration;
  });
  await each(wishesOf(random), async ({ a, b }, at) => {
    const [from, to] = [organisations[a - 1]!, organisations[b - 1]!];
    const { id: wish } = await as(guest(from)).call(stateWish, {
      params: { id, organisationId: to },
      body: { kind: at % 5 === 0 ? 'must' : 'want' },
    });
    await as(guest(to)).call(answerWish, { params: { id: wish }, body: { answer: 'accepted' } });
  });
  await each(awayOf(random), async (slots, at) => {
    if (slots.length > 0)
      await as(guest(organisations[at]!)).call(setUnavailable, { params: { id }, body: { slots } });
  });
  await schedule(as(desk), id);
  const published = await publishAgain(client, as(desk), id);
  const calendars: string[] = [];
  await each(organisations, async (organisation, at) => {
    const { url } = await as(guest(organisation)).call(subscribeToAgenda, {
      params: { id: registrations[at]! },
    });
    calendars[at] = new URL(url).pathname;
  });
  await passHalf(client, id);
  await comeIn(client, as(desk), id);
  await tellOutcomes(client, as, id);
  await client.query('vacuum analyze');
  return { id, organisations, calendars, published };
}

/** Admitted members, merchants first, with a person each. */
async function participants(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from organisation where state = 'admitted' and kind in ('merchant', 'enterprise')
    order by kind desc, id limit 500`,
  );
  for (const { userId } of [desk, ...rows.map((row) => guest(row.id))])
    await client.query(
      `insert into auth_user (id, name, email, "emailVerified") values ($1, 'Bench', $1 || '@example.org', true) on conflict do nothing`,
      [userId],
    );
  return rows.map((row) => row.id);
}

async function announce(client: Client): Promise<string> {
  const { id, version } = await client.call(createGathering, {
    body: {
      kind: 'fair',
      names: { 'zh-CN': '川渝五百家对接会', en: 'Fair of five hundred', ru: 'Биржа пятисот' },
      about: { 'zh-CN': '见面洽谈', en: 'Meet each other' },
      place: { 'zh-CN': '展馆', en: 'Hall' },
      city: 'Chengdu',
      country: 'CN',
      zone: 'Asia/Shanghai',
      startsAt: '2037-03-01T01:00:00.000Z',
      endsAt: '2037-03-01T12:00:00.000Z',
      capacity: 600,
      languages: ['zh-CN', 'en'],
      programme: [],
      matchmaking: {
        minute: 30,
        slotMinutes: 12,
        pauseMinutes: 2,
        morningSlots: 20,
        noonMinutes: 45,
        afternoonSlots: 20,
        tables: 120,
      },
      interpreters: [
        { between: ['en', 'zh'], count: 40 },
        { between: ['ru', 'zh'], count: 20 },
      ],
    },
  });
  await client.call(moveGathering, { params: { id }, body: { to: 'announced' } }, { ifMatch: version });
  return id;
}

async function schedule(client: Client, id: string): Promise<void> {
  await client.call(solveSchedule, { params: { id }, body: { seconds: 10, heedInterpreters: false } });
  for (;;) {
    await setTimeout(500);
    const { state, version } = await client.call(getSchedule, { params: { id } });
    if (state !== 'solved') continue;
    await client.call(publishSchedule, { params: { id } }, { ifMatch: version });
    return;
  }
}

/** Publishes what was sought again and again: as if nothing had been published, then as if all had been at other tables. */
async function publishAgain(client: pg.Client, as: Client, id: string): Promise<Published> {
  const taken: Published = { first: [], moved: [], bare: [], bareMoved: [] };
  const timed = async (into: number[], act: () => Promise<unknown>) => {
    const began = performance.now();
    await act();
    into.push(performance.now() - began);
  };
  let { version } = await as.call(getSchedule, { params: { id } });
  const publish = async () => {
    ({ version } = await as.call(publishSchedule, { params: { id } }, { ifMatch: version }));
  };
  const moveAway = () =>
    client.query(
      'update gathering_meeting set table_number = table_number + 1000, sequence = sequence + 1 where gathering_id = $1',
      [id],
    );
  await client.query(
    'create temp table published as select * from gathering_meeting where gathering_id = $1',
    [id],
  );
  for (let round = 0; round < publications; round++) {
    await client.query('delete from gathering_meeting where gathering_id = $1', [id]);
    await timed(taken.bare, () => client.query('insert into gathering_meeting select * from published'));
    await client.query('delete from gathering_meeting where gathering_id = $1', [id]);
    await timed(taken.first, publish);
    await timed(taken.bareMoved, moveAway);
    await timed(taken.moved, publish);
  }
  return taken;
}

/** As if it had begun when half of its slots would be over by now. */
async function passHalf(client: pg.Client, id: string): Promise<void> {
  const { rows } = await client.query<{ by: string }>(
    `select (min(starts_at) - now())::text as by from gathering_meeting where gathering_id = $1 and slot = 21`,
    [id],
  );
  for (const [table, key] of [
    ['gathering', 'id'],
    ['gathering_meeting', 'gathering_id'],
  ])
    await client.query(
      `update ${table} set starts_at = starts_at - $2::interval, ends_at = ends_at - $2::interval where ${key} = $1`,
      [id, rows[0]!.by],
    );
}

/** Nine in ten come. */
async function comeIn(client: pg.Client, as: Client, id: string): Promise<void> {
  const { rows } = await client.query<{ code: string }>(
    'select code from gathering_registration where gathering_id = $1 order by id limit 450',
    [id],
  );
  const scannedAt = new Date().toISOString();
  for (let at = 0; at < rows.length; at += 100)
    await as.call(checkIn, {
      params: { id },
      body: { scans: rows.slice(at, at + 100).map(({ code }) => ({ id: randomUUID(), code, scannedAt })) },
    });
}

/** Of what has begun one side says what came of it, of every other meeting both. */
async function tellOutcomes(
  client: pg.Client,
  as: (actor: Partial<Actor>) => Client,
  id: string,
): Promise<void> {
  const { rows } = await client.query<{ id: string; a_id: string; b_id: string }>(
    `select id, a_id, b_id from gathering_meeting
    where gathering_id = $1 and state = 'planned' and starts_at <= now() order by id`,
    [id],
  );
  await each(rows, async (meeting, at) => {
    for (const side of at % 2 === 0 ? [meeting.a_id, meeting.b_id] : [meeting.a_id])
      await as(guest(side)).call(recordMeetingOutcome, {
        params: { id: meeting.id },
        body: {
          came: at % 9 === 8 ? 'missed' : 'met',
          text: 'Samples are wanted first, then a price for two containers.',
          ...(at % 3 === 0 && {
            followUp: { what: 'Send samples', who: 'Guest', due: '2037-03-10' },
          }),
        },
      });
  });
}

import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { demoOrganisations, insertDemoOrganisations } from '../../members/index.ts';
import { saveSchedule } from '../meetings/meeting.sql.ts';

/** An application of its own, with enterprises who could come and associations who could hold a gathering. */
export async function startFairs(postgres: string) {
  const app = await startTestApp(postgres);
  const organisations = demoOrganisations(60, 1);
  await insertDemoOrganisations(app.ground.db, organisations);
  const idsOf = (wanted: string) => organisations.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  return { app, firms: idsOf('enterprise'), hosts: idsOf('association') };
}

/** The people of a fair and what they do there, for tests that begin where some have met. */
export function fairIn(app: () => TestApp) {
  const desk = (language: 'en' | 'zh-CN' = 'en') =>
    app().as({ role: 'secretariat', userId: 'desk', userName: 'Desk', organisationRole: 'owner', language });
  const actorOf = (organisationId: string, userId = `guest-${organisationId}`) => ({
    role: 'enterprise' as const,
    userId,
    userName: 'Guest',
    organisationId,
    organisationRole: 'owner' as const,
    language: 'en',
  });
  const guest = (organisationId: string, userId?: string) => app().as(actorOf(organisationId, userId));
  const input = (change: Partial<contract.GatheringInput> = {}): contract.GatheringInput => ({
    kind: 'fair',
    names: { 'zh-CN': '对接会', en: 'Fair' },
    about: { 'zh-CN': '见面洽谈', en: 'Meet each other' },
    place: { 'zh-CN': '展馆', en: 'Hall' },
    city: 'Chengdu',
    country: 'CN',
    zone: 'Asia/Shanghai',
    startsAt: '2027-03-01T01:00:00.000Z',
    endsAt: '2027-03-01T09:00:00.000Z',
    capacity: 50,
    languages: ['zh-CN', 'en'],
    programme: [],
    matchmaking: {
      minute: 60,
      slotMinutes: 20,
      pauseMinutes: 5,
      morningSlots: 2,
      noonMinutes: 60,
      afternoonSlots: 2,
      tables: 3,
    },
    interpreters: [],
    ...change,
  });
  const move = ({ id, version }: contract.Gathering, to: 'announced' | 'closed' | 'cancelled', by = desk()) =>
    by.call(contract.moveGathering, { params: { id }, body: { to } }, { ifMatch: version });
  const announced = async (change: Partial<contract.GatheringInput> = {}) =>
    move(await desk().call(contract.createGathering, { body: input(change) }), 'announced');
  const register = (id: string, firm: string, languages: string[] = [], userId?: string) =>
    guest(firm, userId).call(contract.register, {
      params: { id },
      body: { person: `Guest of ${firm}`, languages },
    });
  const answer = (id: string, to: 'approved' | 'refused') =>
    desk().call(contract.answerRegistration, { params: { id }, body: { answer: to } });
  const approved = async (id: string, firm: string, languages?: string[]) => {
    const registration = await register(id, firm, languages);
    await answer(registration.id, 'approved');
    return registration;
  };
  /** Both wish to meet. */
  const paired = async (id: string, one: string, other: string) => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      await guest(from).call(contract.stateWish, {
        params: { id, organisationId: to },
        body: { kind: 'want' },
      });
  };
  const schedule = (id: string) => desk().call(contract.getSchedule, { params: { id } });
  /** The schedule that was asked for, once it is found. */
  const found = (id: string) =>
    vi.waitFor(
      async () => {
        const now = await schedule(id);
        expect(now.state).toBe('solved');
        return now;
      },
      { timeout: 30_000, interval: 200 },
    );
  /**
   * As if a schedule had been found in which these meet each other: of all their pairs those from one to another, in the
   * four slots in turn. @param turned how many places further than their own they are
   */
  const pretended = (
    id: string,
    firms: readonly string[],
    { from = 0, to, turned = 0 }: { from?: number; to: number; turned?: number },
  ) => {
    const meetings = firms
      .flatMap((_, a) => firms.slice(a + 1).map((_other, after) => ({ a: a + 1, b: a + after + 2 })))
      .slice(from, to)
      .map((pair, at) => ({ id: at + 1, ...pair, session: 'any' as const, fixedSlot: null, after: [] }));
    const places = meetings.map((_, at) => ({ slot: 1 + (at % 4), table: 1 + Math.floor(at / 4) }));
    return saveSchedule(app().ground.db, id, {
      state: 'solved',
      outcome: 'feasible',
      breaks: 0,
      participants: [...firms],
      instance: JSON.stringify({
        participants: firms.length,
        slots: 4,
        morningSlots: 2,
        tables: 110,
        fairness: 4,
        meetings,
        unavailable: firms.map(() => []),
      }),
      bookings: JSON.stringify(
        meetings.map(({ id: meeting }, at) => ({ meeting, ...places[(at + turned) % places.length]! })),
      ),
    });
  };
  const solved = async (id: string, search: contract.InputOf<typeof contract.solveSchedule>['body'] = {}) => {
    await desk().call(contract.solveSchedule, { params: { id }, body: { seconds: 10, ...search } });
    return found(id);
  };
  const publish = (id: string, version: number) =>
    desk().call(contract.publishSchedule, { params: { id } }, { ifMatch: version });
  const published = async (id: string, search?: Parameters<typeof solved>[1]) => {
    const { version } = await solved(id, search);
    return publish(id, version);
  };
  const agenda = (id: string, firm: string) => guest(firm).call(contract.getAgenda, { params: { id } });
  /** As if all of it had been so many days earlier. */
  const daysAgo = async (id: string, days = 500) => {
    for (const table of ['gathering', 'gathering_meeting'])
      await sql`update ${sql.table(table)} set starts_at = starts_at - ${days} * interval '1 day',
        ends_at = ends_at - ${days} * interval '1 day'
        where ${sql.ref(table === 'gathering' ? 'id' : 'gathering_id')} = ${id}`.execute(app().ground.db);
  };
  /** A fair of these pairs, approved and published. */
  const metBy = async (
    pairs: readonly (readonly [string, string])[],
    change: Partial<contract.GatheringInput> = {},
  ) => {
    const gathering = await announced(change);
    for (const firm of new Set(pairs.flat())) await approved(gathering.id, firm);
    for (const [one, other] of pairs) await paired(gathering.id, one, other);
    await published(gathering.id);
    return gathering;
  };
  return {
    desk,
    guest,
    actorOf,
    input,
    move,
    announced,
    register,
    answer,
    approved,
    paired,
    schedule,
    found,
    pretended,
    solved,
    publish,
    published,
    agenda,
    daysAgo,
    metBy,
  };
}

import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TestApp } from '../../../platform/testing/app.ts';
import { fairIn, startFairs } from '../testing/fair.ts';

let app: TestApp;
let fair: ReturnType<typeof fairIn>;
let firms: string[];
beforeAll(async () => {
  ({ app, firms } = await startFairs(inject('postgres')));
  fair = fairIn(() => app);
  await sql`update organisation set state = 'admitted'`.execute(app.ground.db);
});
afterAll(() => app.close());

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
type Said = contract.InputOf<typeof contract.recordMeetingOutcome>['body'];
const said: Said = {
  came: 'met',
  text: 'They want samples',
  note: 'They pay late',
  followUp: { what: 'Send samples', who: 'Li Lei', due: '2020-01-31' },
};
const record = (firm: string, id: string, body: Said = said) =>
  fair.guest(firm).call(contract.recordMeetingOutcome, { params: { id }, body });
const outcomes = (
  id: string,
  query: contract.InputOf<typeof contract.listMeetingOutcomes>['query'] = {},
  by = fair.desk(),
) => by.call(contract.listMeetingOutcomes, { params: { id }, query });
const meetingOf = async (id: string, firm: string) => (await fair.agenda(id, firm)).meetings[0]!;
const dealOf = (one: string, other: string) =>
  fair.guest(one).call(contract.openDeal, {
    body: {
      kind: 'purchase',
      title: 'Doubanjiang',
      market: 'HU',
      withOrganisation: other,
      ours: 'buyer',
      message: 'Some, please',
    },
  });

describe('what came of a meeting', () => {
  test('is said by each side once it has begun; notes stay with their side, totals with the host', async () => {
    const [a, b, c, d] = firms as [string, string, string, string];
    const { id } = await fair.metBy([
      [a, b],
      [c, d],
    ]);
    const { id: meeting, outcome } = await meetingOf(id, a);
    expect(outcome).toBeNull();
    await expect(record(a, meeting)).rejects.toEqual(refused('gatherings.notMet'));
    expect((await outcomes(id)).totals.begun).toBe(0);
    await fair.daysAgo(id);
    expect(await record(a, meeting)).toMatchObject({ ...said, dealId: null, by: 'Guest' });
    for (const stranger of [c, d])
      await expect(record(stranger, meeting)).rejects.toEqual(refused('platform.notFound'));
    expect((await meetingOf(id, a)).outcome).toMatchObject({ note: 'They pay late' });
    expect((await meetingOf(id, b)).outcome).toBeNull();
    await record(b, meeting, { came: 'missed' });
    await record(b, meeting, { came: 'missed', text: 'We waited' });

    const found = await outcomes(id);
    expect(found.totals).toEqual({
      begun: 2,
      told: 1,
      met: 1,
      missed: 0,
      followUps: 1,
      overdue: 1,
      deals: 0,
    });
    expect(JSON.stringify(found)).not.toContain('They pay late');
    expect(found.items.find((one) => one.id === meeting)).toMatchObject(
      a < b
        ? { a: { id: a }, ofA: { came: 'met' }, ofB: { came: 'missed', text: 'We waited', followUp: null } }
        : { a: { id: b }, ofB: { came: 'met' }, ofA: { came: 'missed', text: 'We waited', followUp: null } },
    );
    expect((await outcomes(id, { show: 'told' })).items.map((one) => one.id)).toEqual([meeting]);
    const untold = await outcomes(id, { show: 'untold' });
    expect(untold.items.map(({ a: one, b: other }) => [one.id, other.id].toSorted())).toEqual([
      [c, d].toSorted(),
    ]);
    // Page by page each is there once.
    const first = await outcomes(id, { limit: 1 });
    const second = await outcomes(id, { limit: 1, cursor: first.nextCursor! });
    expect([...first.items, ...second.items]).toEqual(found.items);
    expect(second.nextCursor).toBeNull();
    const { rows } = await sql<{ after: unknown }>`
      select after from audit_log where action = 'gatherings.recordOutcome'`.execute(app.ground.db);
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('They pay late');
  });

  test('is nobody’s but the two sides’ and the keeper’s', async () => {
    const [a, b] = firms as [string, string];
    const { id } = await fair.metBy([[a, b]]);
    const elsewhere = app.as({
      role: 'association',
      userId: 'other',
      organisationId: firms[5]!,
      organisationRole: 'owner',
    });
    await expect(outcomes(id, {}, elsewhere)).rejects.toEqual(refused('platform.notFound'));
    await expect(outcomes(id, {}, fair.guest(a))).rejects.toEqual(refused('platform.forbidden'));
  });

  test('is a deal of the two and of no others; linked, it leaves what was said', async () => {
    const [a, b, c] = firms as [string, string, string];
    const { id } = await fair.metBy([[a, b]]);
    await fair.daysAgo(id);
    const { id: meeting } = await meetingOf(id, a);
    const [ours, others] = [await dealOf(a, b), await dealOf(a, c)];
    const link = (firm: string, dealId: string) =>
      fair.guest(firm).call(contract.linkMeetingDeal, { params: { id: meeting }, body: { dealId } });
    for (const attempt of [
      () => link(a, others.id),
      () => record(a, meeting, { ...said, dealId: others.id }),
    ])
      await expect(attempt()).rejects.toEqual(refused('gatherings.noSuchDeal'));
    expect(await link(b, ours.id)).toMatchObject({ came: 'met', text: '', dealId: ours.id });
    await record(a, meeting);
    expect(await link(a, ours.id)).toMatchObject({ ...said, dealId: ours.id });
    // Both name the same deal: it is one.
    expect((await outcomes(id)).totals).toMatchObject({ told: 1, met: 1, missed: 0, deals: 1 });
  });

  test('is not said of a meeting that was cancelled', async () => {
    const [a, b] = firms as [string, string];
    const { id } = await fair.metBy([[a, b]]);
    const { id: meeting } = await meetingOf(id, a);
    const read = await fair.desk().call(contract.getGathering, { params: { id } });
    await fair.move(read, 'cancelled');
    await fair.daysAgo(id);
    await expect(record(a, meeting)).rejects.toEqual(refused('gatherings.notMet'));
    expect((await outcomes(id)).totals.begun).toBe(0);
  });

  test('stays when one of the two leaves after they have met', async () => {
    const [a, b] = firms as [string, string];
    const { id } = await fair.metBy([[a, b]]);
    await fair.daysAgo(id);
    const { id: meeting } = await meetingOf(id, b);
    await record(b, meeting);
    const own = await fair.guest(a).call(contract.listOwnRegistrations, { query: { gathering: id } });
    await fair.guest(a).call(contract.withdrawRegistration, { params: { id: own.items[0]!.id } });
    expect(await meetingOf(id, b)).toMatchObject({ state: 'planned', outcome: { came: 'met' } });
    expect((await outcomes(id)).totals).toMatchObject({ begun: 1, told: 1, met: 1 });
  });

  test('said by both at once is kept once a side', async () => {
    const [a, b] = firms as [string, string];
    const { id } = await fair.metBy([[a, b]]);
    await fair.daysAgo(id);
    const { id: meeting } = await meetingOf(id, a);
    await Promise.all(
      Array.from({ length: 10 }, (_, at) => record(at % 2 === 0 ? a : b, meeting, { came: 'missed' })),
    );
    expect((await outcomes(id)).totals).toMatchObject({ told: 1, met: 0, missed: 1 });
    const { rows } = await sql`select from gathering_outcome where meeting_id = ${meeting}`.execute(
      app.ground.db,
    );
    expect(rows).toHaveLength(2);
  });
});

import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { TestApp } from '../../../platform/testing/app.ts';
import { fairIn, startFairs } from '../testing/fair.ts';

let app: TestApp;
let fair: ReturnType<typeof fairIn>;
let firms: string[];
beforeAll(async () => {
  ({ app, firms } = await startFairs(inject('postgres')));
  fair = fairIn(() => app);
});
afterAll(() => app.close());

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const speak = (firm: string, languages: string[]) =>
  sql`update organisation set languages = ${languages} where id = ${firm}`.execute(app.ground.db);
const interpreting = (id: string, by = fair.desk()) => by.call(contract.getInterpreting, { params: { id } });
/** One slot, so that all meet at once. */
const atOnce = (interpreters: contract.Interpreters) => ({
  matchmaking: {
    minute: 60,
    slotMinutes: 20,
    pauseMinutes: 0,
    morningSlots: 1,
    noonMinutes: 0,
    afternoonSlots: 0,
    tables: 5,
  },
  interpreters,
});

test('the host is told who shares no language and how many interpreters are short at once; the two are told, too', async () => {
  const [a, b, c, d, e, f] = firms as [string, string, string, string, string, string];
  for (const firm of [a, c, e]) await speak(firm, ['zh-CN']);
  for (const firm of [b, d]) await speak(firm, ['ru']);
  await speak(f, ['en', 'zh-CN']);
  const gathering = await fair.announced(atOnce([{ between: ['ru', 'zh'], count: 1 }]));
  const { id } = gathering;
  expect(await interpreting(id)).toMatchObject({ of: null, meetings: [], slots: [] });
  for (const firm of [a, b, c, d, e, f]) await fair.approved(id, firm);
  for (const [one, other] of [
    [a, b],
    [c, d],
    [e, f],
  ] as const)
    await fair.paired(id, one, other);
  await fair.solved(id, { heedInterpreters: false });
  const sought = await interpreting(id);
  expect(sought.of).toBe('sought');
  expect(sought.meetings.map(({ state }) => state).toSorted()).toEqual(['booked', 'shared', 'short']);
  expect(sought.slots).toEqual([{ slot: 1, between: ['ru', 'zh'], needed: 2, has: 1 }]);
  // Who doesn't come after all needs nobody.
  const attend = (absent: boolean) =>
    fair.desk().call(contract.setAttendance, {
      params: { id, organisationId: d },
      body: { absent, slots: [] },
    });
  await attend(true);
  expect((await interpreting(id)).slots).toEqual([{ slot: 1, between: ['ru', 'zh'], needed: 1, has: 1 }]);
  await attend(false);
  // It advises: what is short is published all the same.
  await fair.published(id, { heedInterpreters: false });
  const states = async () => {
    const told = [];
    for (const firm of [a, c, e]) {
      const [one] = (await fair.agenda(id, firm)).meetings;
      told.push(one!.understanding!.state);
    }
    return told.toSorted();
  };
  expect(await states()).toEqual(['booked', 'shared', 'short']);
  for (const [one, other] of [
    [a, b],
    [c, d],
  ] as const)
    expect((await fair.agenda(id, one)).meetings[0]!.understanding).toEqual(
      (await fair.agenda(id, other)).meetings[0]!.understanding,
    );
  // One more interpreter, though meetings stand: there are enough.
  const read = await fair.desk().call(contract.getGathering, { params: { id } });
  await fair
    .desk()
    .call(
      contract.updateGathering,
      { params: { id }, body: fair.input(atOnce([{ between: ['zh', 'ru'], count: 2 }])) },
      { ifMatch: read.version },
    );
  expect(await states()).toEqual(['booked', 'booked', 'shared']);
  await expect(interpreting(id, fair.guest(a))).rejects.toEqual(refused('platform.forbidden'));
  // Whoever leaves needs nobody any more.
  const own = await fair.guest(b).call(contract.listOwnRegistrations, { query: { gathering: id } });
  await fair.guest(b).call(contract.withdrawRegistration, { params: { id: own.items[0]!.id } });
  const [off] = (await fair.agenda(id, a)).meetings;
  expect(off).toMatchObject({ state: 'cancelled', understanding: null });
});

test('who comes counts before the profile, and who has said nothing is unknown', async () => {
  const [a, b, c, d] = firms as [string, string, string, string];
  for (const firm of [a, c]) await speak(firm, ['zh-CN']);
  await speak(b, ['hu']);
  await speak(d, []);
  const { id } = await fair.announced(atOnce([]));
  for (const firm of [a, c, d]) await fair.approved(id, firm);
  await fair.approved(id, b, ['hu', 'zh-Hant-TW']);
  await fair.paired(id, a, b);
  await fair.paired(id, c, d);
  await fair.solved(id);
  const { meetings, slots } = await interpreting(id);
  expect(slots).toEqual([]);
  expect(meetings.map(({ state, language }) => [state, language]).toSorted()).toEqual([
    ['shared', 'zh'],
    ['unknown', null],
  ]);
});

test('agendas read at once tell both sides the same, and what changes for all is told to the next who reads', async () => {
  const [a, b, c, d] = firms as [string, string, string, string];
  for (const firm of [a, c]) await speak(firm, ['zh-CN']);
  for (const firm of [b, d]) await speak(firm, ['ru']);
  const { id } = await fair.announced(atOnce([{ between: ['ru', 'zh'], count: 1 }]));
  for (const firm of [a, b, c, d]) await fair.approved(id, firm);
  await fair.paired(id, a, b);
  await fair.paired(id, c, d);
  await fair.published(id, { heedInterpreters: false });
  const states = async () => {
    const all = await Promise.all(
      [a, b, c, d, a, b, c, d].map(async (firm) => (await fair.agenda(id, firm)).meetings[0]!.understanding!),
    );
    expect(all[1]).toEqual(all[0]);
    expect(all[3]).toEqual(all[2]);
    expect(all.slice(4)).toEqual(all.slice(0, 4));
    return [all[0]!.state, all[2]!.state].toSorted();
  };
  expect(await states()).toEqual(['booked', 'short']);
  // Somebody else comes as well, who speaks what the others speak: one interpreter is free for the others.
  const own = await fair.register(id, b, ['zh-CN'], 'another');
  expect(await states()).toEqual(['booked', 'short']);
  await fair.answer(own.id, 'approved');
  expect(await states()).toEqual(['booked', 'shared']);
  await fair.guest(b, 'another').call(contract.withdrawRegistration, { params: { id: own.id } });
  expect(await states()).toEqual(['booked', 'short']);
});

test('a gathering’s interpreters go between two different languages, each pair once', async () => {
  const draft = (interpreters: unknown) =>
    fair.desk().call(contract.createGathering, {
      body: fair.input({ interpreters: interpreters as contract.Interpreters }),
    });
  for (const wrong of [
    [{ between: ['zh', 'zh'], count: 1 }],
    [
      { between: ['zh', 'ru'], count: 1 },
      { between: ['ru', 'zh'], count: 2 },
    ],
    [{ between: ['zh-CN', 'ru'], count: 1 }],
    [{ between: ['zh', 'ru'], count: 0 }],
  ])
    await expect(draft(wrong)).rejects.toEqual(refused('platform.invalid'));
  expect(await draft([{ between: ['zh', 'ru'], count: 1 }])).toMatchObject({
    interpreters: [{ between: ['zh', 'ru'], count: 1 }],
  });
});

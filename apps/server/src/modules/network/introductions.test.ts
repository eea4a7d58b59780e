import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { demoOrganisations, insertDemoOrganisations } from '../members/index.ts';
import { network } from './tables.ts';

type Members = [firm: string, chamber: string, buyer: string, friend: string, stranger: string];

let app: TestApp;
let all: string[];
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  const organisations = demoOrganisations(60, 1);
  await insertDemoOrganisations(app.ground.db, organisations);
  all = organisations.filter(({ kind }) => kind === 'enterprise').map(({ id }) => id);
});
afterAll(() => app.close());
beforeEach(async () => {
  for (const table of ['introduction_credit', 'introduction_step', 'introduction', 'relation', 'mail'])
    await sql`delete from ${sql.table(table)}`.execute(app.ground.db);
});

const as = (organisationId: string) =>
  app.as({ role: 'enterprise', userId: 'u', userName: 'U', organisationId, organisationRole: 'owner' });
const know = async (from: string, to: string, visibility: 'existence' | 'open' = 'open') => {
  const { id } = await as(from).call(contract.stateRelation, {
    body: { organisationId: to, kind: 'trade', evidence: 'Orders', strength: 80, visibility },
  });
  await as(to).call(contract.confirmRelation, { params: { id }, body: { strength: 90, visibility: 'open' } });
};
const ask = (who: string, to: string, through: string) =>
  as(who).call(contract.askForIntroduction, {
    body: { organisationId: to, through, purpose: 'Chilli sauce for your shelves' },
  });
const pass = (who: string, id: string, to: string, note: string | null = null) =>
  as(who).call(contract.passIntroduction, { params: { id }, body: { to, note } });
const agree = (who: string, id: string) => as(who).call(contract.agreeToIntroduction, { params: { id } });
const decline = (who: string, id: string) => as(who).call(contract.declineIntroduction, { params: { id } });
const get = (who: string, id: string) => as(who).call(contract.getIntroduction, { params: { id } });
const list = (who: string, part?: 'asked' | 'toAnswer' | 'answered') =>
  as(who).call(contract.listIntroductions, { query: { part } });
const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
/** Lets an introduction's time run out. */
const expire = (id: string) =>
  sql`update introduction set expires_at = now() - interval '1 second' where id = ${id}`.execute(
    app.ground.db,
  );

describe('an introduction', () => {
  test('goes from firm over chamber to buyer, who each agree; then both know whom to write to', async () => {
    const [firm, chamber, buyer] = all as Members;
    await know(firm, chamber);
    await know(chamber, buyer);
    const asked = await ask(firm, buyer, chamber);
    expect(asked).toMatchObject({
      part: 'asker',
      state: 'waiting',
      contact: null,
      introducers: [{ organisation: { id: chamber }, note: null }],
    });
    await expect(get(buyer, asked.id)).rejects.toEqual(refused('platform.notFound'));
    expect((await list(chamber, 'toAnswer')).items).toMatchObject([{ id: asked.id, toAnswer: true }]);
    const turn = await get(chamber, asked.id);
    expect(turn.passTo.map(({ partner, trust }) => [partner.id, trust])).toEqual([[buyer, 800]]);
    await pass(chamber, asked.id, buyer, 'They delivered to us for ten years.');
    const wanted = await get(buyer, asked.id);
    expect(wanted).toMatchObject({
      part: 'target',
      toAnswer: true,
      contact: null,
      introducers: [{ organisation: { id: chamber }, note: 'They delivered to us for ten years.' }],
    });
    const made = await agree(buyer, asked.id);
    expect(made).toMatchObject({
      state: 'introduced',
      answer: 'agreed',
      contact: { person: expect.any(String) },
    });
    const seen = await get(firm, asked.id);
    expect(seen.contact?.email).toContain('@');
    expect(seen.contact).not.toEqual(made.contact);
    expect(await get(chamber, asked.id)).toMatchObject({
      state: 'introduced',
      answer: 'passed',
      contact: null,
    });
    const mails = await app.ground.db.selectFrom('mail').select('body').orderBy('id').execute();
    expect(mails).toHaveLength(5);
    for (const { body } of mails) expect(body).toContain(`/introductions/${asked.id}`);
  });

  test('may go over a second whose name the asker learns only once they are introduced', async () => {
    const [firm, chamber, buyer, friend] = all as Members;
    await know(firm, chamber);
    await know(chamber, friend, 'existence');
    await know(friend, buyer);
    const { id } = await ask(firm, buyer, chamber);
    expect((await get(chamber, id)).passTo.map(({ partner }) => partner.id)).toEqual([friend]);
    await expect(pass(chamber, id, buyer)).rejects.toEqual(refused('network.noSuchWay'));
    await pass(chamber, id, friend, 'A good maker');
    expect((await get(firm, id)).introducers.map(({ organisation }) => organisation.id)).toEqual([chamber]);
    // Two are the most: the second can only pass it to the buyer.
    expect((await get(friend, id)).passTo.map(({ partner }) => partner.id)).toEqual([buyer]);
    await expect(pass(friend, id, chamber)).rejects.toEqual(refused('network.noSuchWay'));
    await pass(friend, id, buyer);
    await agree(buyer, id);
    expect((await get(firm, id)).introducers.map(({ organisation }) => organisation.id)).toEqual([
      chamber,
      friend,
    ]);
  });

  test.each(['chamber', 'buyer'] as const)(
    'declined by the %s looks as if it waited, in every answer, number and limit, until its time is over',
    async (decliner) => {
      const [firm, chamber, buyer, friend, stranger] = all as Members;
      await know(firm, chamber);
      for (const to of [buyer, friend]) await know(chamber, to);
      await know(stranger, chamber);
      const one = await ask(firm, buyer, chamber);
      const other = await ask(firm, friend, chamber);
      if (decliner === 'buyer')
        for (const [{ id }, to] of [
          [one, buyer],
          [other, friend],
        ] as const)
          await pass(chamber, id, to);
      const look = async () => ({
        asked: await list(firm, 'asked'),
        one: await get(firm, one.id),
        ways: await as(stranger).call(contract.findIntroductions, { query: { organisation: buyer } }),
        chamber: decliner === 'buyer' ? await get(chamber, one.id) : null,
        mails: await app.ground.db.selectFrom('mail').selectAll().execute(),
      });
      const before = await look();
      await decline(decliner === 'buyer' ? buyer : chamber, one.id);
      expect(await look()).toEqual(before);
      expect(await get(decliner === 'buyer' ? buyer : chamber, one.id)).toMatchObject({
        answer: 'declined',
        toAnswer: false,
        state: 'waiting',
      });
      // Neither can be asked for again before the same day.
      const again = await Promise.allSettled([ask(firm, buyer, chamber), ask(firm, friend, chamber)]);
      expect(again.map((result) => result.status === 'rejected' && result.reason.problem.detail)).toEqual([
        expect.stringMatching(/^.+$/),
        again[0]!.status === 'rejected' && again[0].reason.problem.detail,
      ]);
      for (const { id } of [one, other]) await expire(id);
      const [first, second] = [await get(firm, one.id), await get(firm, other.id)];
      expect(first.state).toBe('expired');
      expect(second.state).toBe('expired');
      expect(Date.parse(first.expiresAt)).not.toBeNaN();
    },
  );

  test('that is over can’t be answered or withdrawn, and each answers in their turn alone', async () => {
    const [firm, chamber, buyer, friend, stranger] = all as Members;
    await know(firm, chamber);
    for (const to of [buyer, friend]) await know(chamber, to);
    const { id } = await ask(firm, buyer, chamber);
    await expect(agree(chamber, id)).rejects.toEqual(refused('network.notToAgree'));
    await expect(agree(firm, id)).rejects.toEqual(refused('network.notToAnswer'));
    for (const attempt of [agree, decline, get, (who: string) => pass(who, id, buyer)])
      await expect(attempt(stranger, id)).rejects.toEqual(refused('platform.notFound'));
    await pass(chamber, id, buyer);
    await expect(pass(chamber, id, buyer)).rejects.toEqual(refused('network.notToAnswer'));
    await expect(pass(buyer, id, friend)).rejects.toEqual(refused('network.notToPass'));
    const withdraw = (who: string) => as(who).call(contract.withdrawIntroduction, { params: { id } });
    await expect(withdraw(chamber)).rejects.toEqual(refused('network.notToAnswer'));
    await expire(id);
    await expect(agree(buyer, id)).rejects.toEqual(refused('network.tooLate'));
    await expect(withdraw(firm)).rejects.toEqual(refused('network.tooLate'));
    expect((await list(buyer, 'toAnswer')).total).toBe(0);
  });

  test('is answered once, whoever of an organisation answers how often at the same moment', async () => {
    const [firm, chamber, buyer] = all as Members;
    await know(firm, chamber);
    await know(chamber, buyer);
    const { id } = await ask(firm, buyer, chamber);
    const passed = await Promise.allSettled(Array.from({ length: 8 }, () => pass(chamber, id, buyer)));
    expect(passed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const answered = await Promise.allSettled([
      ...Array.from({ length: 4 }, () => agree(buyer, id)),
      ...Array.from({ length: 4 }, () => decline(buyer, id)),
      as(firm).call(contract.withdrawIntroduction, { params: { id } }),
    ]);
    const { state, answer } = await get(buyer, id);
    const count = answered.slice(0, 8).filter(({ status }) => status === 'fulfilled').length;
    expect(count).toBe(answer === null ? 0 : 1);
    expect(state === 'introduced').toBe(answer === 'agreed');
  });

  test('is refused where there is no way, nobody, or who is known already', async () => {
    const [firm, chamber, buyer, friend, stranger] = all as Members;
    await know(firm, chamber);
    await know(chamber, friend);
    await expect(ask(firm, firm, chamber)).rejects.toEqual(refused('network.withOneself'));
    await expect(ask(firm, buyer, buyer)).rejects.toEqual(refused('network.withOneself'));
    await expect(ask(firm, v7(), chamber)).rejects.toEqual(refused('network.noSuchMember'));
    await expect(ask(firm, chamber, friend)).rejects.toEqual(refused('network.knownAlready'));
    await expect(ask(firm, buyer, chamber)).rejects.toEqual(refused('network.noSuchWay'));
    await expect(ask(firm, friend, stranger)).rejects.toEqual(refused('network.noSuchWay'));
  });

  test('can be asked for ten times in 14 days, withdrawn ones too, also all at once', async () => {
    const [firm, chamber] = all as Members;
    const others = all.slice(5, 18);
    await know(firm, chamber);
    for (const other of others) await know(chamber, other);
    // Five of them over the chamber, until it rests; the rest are counted as if they had been.
    const first = await ask(firm, others[0]!, chamber);
    await as(firm).call(contract.withdrawIntroduction, { params: { id: first.id } });
    await network(app.ground.db)
      .insertInto('introduction')
      .values(
        Array.from({ length: 6 }, () => ({
          id: v7(),
          asker_id: firm,
          target_id: v7(),
          purpose: 'p',
          state: 'open' as const,
          asked_at: new Date(),
          expires_at: new Date(Date.now() + 86_400_000),
          introduced_at: null,
        })),
      )
      .execute();
    const results = await Promise.allSettled(others.slice(1, 9).map((to) => ask(firm, to, chamber)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(refused('network.tooManyAsked'));
  });

  test('isn’t put to who was asked five times in 14 days: other ways are shown', async () => {
    const [firm, chamber, buyer, friend] = all as Members;
    for (const one of [chamber, friend]) {
      await know(firm, one);
      await know(one, buyer);
    }
    const askers = all.slice(6, 11);
    for (const asker of askers) {
      await know(asker, chamber);
      await ask(asker, buyer, chamber);
    }
    const { ways } = await as(firm).call(contract.findIntroductions, { query: { organisation: buyer } });
    expect(ways.map(({ through }) => through.id)).toEqual([friend]);
    await expect(ask(firm, buyer, chamber)).rejects.toEqual(refused('network.introducerResting'));
    await sql`update introduction_step set asked_at = now() - interval '15 days'`.execute(app.ground.db);
    expect(
      (await as(firm).call(contract.findIntroductions, { query: { organisation: buyer } })).ways.map(
        ({ through }) => through.id,
      ),
    ).toEqual(expect.arrayContaining([chamber, friend]));
  });

  test('is read page by page', async () => {
    const [firm, chamber] = all as Members;
    await know(firm, chamber);
    const others = all.slice(5, 8);
    const ids = [];
    for (const other of others) {
      await know(chamber, other);
      ids.push((await ask(firm, other, chamber)).id);
    }
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await as(firm).call(contract.listIntroductions, { query: { limit: 1, cursor } });
      read.push(...page.items.map(({ id }) => id));
      expect(page.total).toBe(3);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(read).toEqual(ids.toReversed());
  });
});

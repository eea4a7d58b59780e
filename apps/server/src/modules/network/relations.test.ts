import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { demoOrganisations, insertDemoOrganisations } from '../members/index.ts';
import { network } from './tables.ts';

let app: TestApp;
let all: string[];
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  const organisations = demoOrganisations(40, 1);
  await insertDemoOrganisations(app.ground.db, organisations);
  all = organisations.filter(({ kind }) => kind === 'enterprise').map(({ id }) => id);
});
afterAll(() => app.close());
beforeEach(() => sql`delete from relation`.execute(app.ground.db));

const as = (organisationId: string) =>
  app.as({ role: 'enterprise', userId: 'u', userName: 'U', organisationId, organisationRole: 'owner' });
const view = { strength: 80, visibility: 'open' as const };
const state = (
  from: string,
  to: string,
  change: Partial<contract.BodyOf<typeof contract.stateRelation>> = {},
) =>
  as(from).call(contract.stateRelation, {
    body: { organisationId: to, kind: 'trade', evidence: 'Ten years of orders', ...view, ...change },
  });
const confirm = (by: string, id: string, change: Partial<typeof view> = {}) =>
  as(by).call(contract.confirmRelation, { params: { id }, body: { ...view, ...change } });
const list = (who: string, query: contract.InputOf<typeof contract.listRelations>['query'] = {}) =>
  as(who).call(contract.listRelations, { query });
const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });

describe('a relation', () => {
  test('counts once the other side confirms it, as far as both vouch for and show it', async () => {
    const [a, b] = all as [string, string];
    const stated = await state(a, b, { strength: 90, since: '2015-03-01' });
    expect(stated).toMatchObject({
      partner: { id: b },
      state: 'stated',
      statedByUs: true,
      strength: null,
      ours: { strength: 90, visibility: 'open' },
    });
    const [asked] = (await list(b, { state: 'toConfirm' })).items;
    expect(asked).toMatchObject({ id: stated.id, partner: { id: a }, statedByUs: false, ours: null });
    const confirmed = await confirm(b, stated.id, { strength: 60, visibility: 'open' });
    expect(confirmed).toMatchObject({ state: 'confirmed', strength: 60, visibility: 'open', version: 2 });
    const read = await as(a).call(contract.getRelation, { params: { id: stated.id } });
    expect(read).toMatchObject({ strength: 60, ours: { strength: 90 }, since: '2015-03-01' });
    await as(b).call(
      contract.updateRelation,
      { params: { id: stated.id }, body: { visibility: 'hidden' } },
      { ifMatch: 2 },
    );
    expect(await as(a).call(contract.getRelation, { params: { id: stated.id } })).toMatchObject({
      visibility: 'hidden',
      ours: { visibility: 'open' },
    });
    await expect(
      as(a).call(
        contract.updateRelation,
        { params: { id: stated.id }, body: { strength: 1 } },
        { ifMatch: 2 },
      ),
    ).rejects.toEqual(refused('platform.staleVersion'));
  });

  test('that is declined goes on to look as if it waited, in every answer and number', async () => {
    const [a, b, c] = all as [string, string, string];
    const waiting = await state(a, c);
    const declined = await state(a, b);
    const look = async () => ({
      list: await list(a, {}),
      stated: (await list(a, { state: 'stated' })).total,
      one: await as(a).call(contract.getRelation, { params: { id: declined.id } }),
    });
    const before = await look();
    await as(b).call(contract.declineRelation, { params: { id: declined.id } });
    expect(await look()).toEqual(before);
    expect((await list(b, {})).items).toEqual([]);
    await expect(as(b).call(contract.getRelation, { params: { id: declined.id } })).rejects.toEqual(
      refused('platform.notFound'),
    );
    // Stating it again is refused for both alike.
    for (const to of [b, c]) await expect(state(a, to)).rejects.toEqual(refused('network.relationThere'));
    // Either can be taken back.
    for (const { id } of [waiting, declined]) await as(a).call(contract.endRelation, { params: { id } });
    expect((await list(a, {})).total).toBe(0);
  });

  test('that was declined and then stated by the decliner is confirmed', async () => {
    const [a, b] = all as [string, string];
    const { id } = await state(a, b);
    await as(b).call(contract.declineRelation, { params: { id } });
    expect(await state(b, a, { strength: 30 })).toMatchObject({ id, state: 'confirmed', strength: 30 });
  });

  test('is one of a kind between two, also when both state it at the same moment', async () => {
    const [a, b] = all as [string, string];
    const both = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? state(a, b) : state(b, a))),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of both)
      if (one.status === 'rejected') expect(one.reason).toEqual(refused('network.relationThere'));
    await state(a, b, { kind: 'hometown' });
    expect((await list(b, { limit: 1 })).total).toBe(2);
  });

  test('is confirmed or declined once, whichever comes first', async () => {
    const [a, b] = all as [string, string];
    const { id } = await state(a, b);
    const answers = await Promise.allSettled([
      ...Array.from({ length: 4 }, () => confirm(b, id)),
      ...Array.from({ length: 4 }, () => as(b).call(contract.declineRelation, { params: { id } })),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('makes sense or is refused with its reason', async () => {
    const [a, b, c] = all as [string, string, string];
    await expect(state(a, a)).rejects.toEqual(refused('network.withOneself'));
    await expect(state(a, v7())).rejects.toEqual(refused('network.noSuchMember'));
    await expect(state(a, b, { since: '2999-01-01' })).rejects.toEqual(refused('network.sinceAhead'));
    const { id } = await state(a, b);
    await expect(confirm(a, id)).rejects.toEqual(refused('network.notToConfirm'));
    await expect(confirm(c, id)).rejects.toEqual(refused('platform.notFound'));
    await expect(
      as(b).call(contract.updateRelation, { params: { id }, body: { strength: 5 } }, { ifMatch: 1 }),
    ).rejects.toEqual(refused('network.notOursYet'));
    await confirm(b, id);
    await expect(confirm(b, id)).rejects.toEqual(refused('network.notToConfirm'));
    await expect(as(c).call(contract.endRelation, { params: { id } })).rejects.toEqual(
      refused('platform.notFound'),
    );
  });

  test('can be stated 200 times without an answer', async () => {
    const [a, b] = all as [string, string];
    await network(app.ground.db)
      .insertInto('relation')
      .values(
        Array.from({ length: 200 }, (_, at) => ({
          id: v7(),
          a_id: a,
          b_id: v7(),
          kind: 'trade' as const,
          since: null,
          evidence: 'e',
          state: at % 2 === 0 ? ('stated' as const) : ('declined' as const),
          a_strength: 1,
          a_visibility: 'open' as const,
          b_strength: null,
          b_visibility: null,
        })),
      )
      .execute();
    await expect(state(a, b)).rejects.toEqual(refused('network.tooManyStated'));
  });
});

describe('ways to a member', () => {
  /** Strengths between some of the members, made as if both had stated and confirmed them. */
  const know = async (
    from: string,
    to: string,
    strength: number,
    visibility: 'hidden' | 'existence' | 'open' = 'open',
    kind: 'trade' | 'hometown' = 'trade',
  ) => {
    const { id } = await state(from, to, { strength, visibility, kind });
    await confirm(to, id, { strength: 100, visibility: 'open' });
  };
  const ways = (from: string, to: string, limit = 50) =>
    as(from).call(contract.findIntroductions, { query: { organisation: to, limit } });

  test('lead over one or two others, the most trusted first; of a second who isn’t open only kind and country are told', async () => {
    const [firm, chamber, buyer, friend, cousin] = all as [string, string, string, string, string];
    await know(firm, chamber, 90);
    await know(chamber, buyer, 80);
    await know(firm, friend, 100);
    await know(friend, cousin, 50, 'existence');
    await know(cousin, buyer, 60);
    const { known, ways: found } = await ways(firm, buyer);
    expect(known).toBe(false);
    expect(found.map(({ through, second, trust }) => [through.id, second?.partner ?? second, trust])).toEqual(
      [
        [chamber, null, 720],
        [friend, { kind: 'enterprise', country: 'CN', partner: null }, 300],
      ],
    );
    expect((await ways(firm, buyer, 1)).ways).toHaveLength(1);
    await know(firm, buyer, 10);
    expect((await ways(firm, buyer)).known).toBe(true);
  });

  test('don’t lead over what is hidden, only stated, declined or ended', async () => {
    const [a, x, b, y, z] = all as [string, string, string, string, string];
    await know(a, x, 90, 'hidden');
    await know(x, b, 90);
    await know(a, y, 90);
    await state(y, b);
    await know(a, z, 90);
    await know(z, b, 90);
    expect((await ways(a, b)).ways.map(({ through }) => through.id)).toEqual([z]);
    const [{ id }] = (await list(z, { state: 'confirmed' })).items as [contract.Relation];
    await as(z).call(contract.endRelation, { params: { id } });
    expect((await ways(a, b)).ways).toEqual([]);
  });

  test('are those that trying every way finds, on 40 random networks', async () => {
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const some = all.slice(0, 9);
    for (let round = 0; round < 40; round++) {
      await sql`delete from relation`.execute(app.ground.db);
      const strength = new Map<string, number>();
      const rows = [];
      for (const from of some)
        for (const to of some) {
          if (from >= to || random(3) > 0) continue;
          const value = 1 + random(100);
          strength.set(`${from} ${to}`, value).set(`${to} ${from}`, value);
          rows.push({ from, to, value });
        }
      for (const { from, to, value } of rows) {
        const id = v7();
        await sql`
          insert into relation (id, a_id, b_id, kind, evidence, state, a_strength, a_visibility, b_strength, b_visibility)
          values (${id}, ${from}, ${to}, 'trade', 'e', 'confirmed', ${value}, 'open', ${value}, 'open')`.execute(
          app.ground.db,
        );
        await sql`
          insert into relation_edge (from_id, to_id, relation_id, strength, open)
          values (${from}, ${to}, ${id}, ${value}, true), (${to}, ${from}, ${id}, ${value}, true)`.execute(
          app.ground.db,
        );
      }
      const [a, b] = some as [string, string];
      const of = (one: string, other: string) => strength.get(`${one} ${other}`) ?? 0;
      const best = some
        .slice(2)
        .map((x) => {
          const over = some.slice(2).filter((y) => y !== x);
          const long = over.map((y) => of(a, x) * of(x, y) * of(y, b));
          return {
            x,
            trust: Math.floor(Math.max(of(a, x) * of(x, b) * 100, ...long) / 1000),
            any: of(a, x) * Math.max(of(x, b), ...over.map((y) => of(x, y) * of(y, b))),
          };
        })
        .filter(({ any }) => any > 0)
        .map(({ x, trust }) => [x, trust] as const);
      const found = (await ways(a, b)).ways.map(({ through, trust }) => [through.id, trust] as const);
      expect(new Map(found), `round ${round}`).toEqual(new Map(best));
      expect(found.map(([, trust]) => trust)).toEqual(
        found.map(([, trust]) => trust).toSorted((p, q) => q - p),
      );
    }
  });

  test('to oneself or to who is no member are refused', async () => {
    const [a] = all as [string];
    await expect(ways(a, a)).rejects.toEqual(refused('network.withOneself'));
    await expect(ways(a, v7())).rejects.toEqual(refused('network.noSuchMember'));
  });
});

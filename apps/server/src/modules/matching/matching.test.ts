import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { addDays, today } from '../../platform/today.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { hotpotBase, maker, product, type Maker } from '../catalogue/testing/goods.ts';

let app: TestApp;
let buyer: Maker;
let other: Maker;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  buyer = await maker(app);
  other = await maker(app);
});
afterAll(() => app.close());
// Each test has its own goods; demands of one would share out the capacity of another.
beforeEach(() => sql`update demand set state = 'closed'`.execute(app.ground.db));

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
type Wanted = Partial<contract.InputOf<typeof contract.createDemand>['body']>;
const wanted = (change: Wanted = {}): contract.InputOf<typeof contract.createDemand>['body'] => ({
  words: 'Hotpot base',
  hs6: null,
  quantity: 500,
  unit: 'KGM',
  rhythm: 'monthly',
  market: 'GB',
  openUntil: addDays(today(), 60),
  ...change,
});
const ask = (who: Maker, change: Wanted = {}) =>
  app.as(who).call(contract.createDemand, { body: wanted(change) });
const get = (id: string, who: Maker = buyer) => app.as(who).call(contract.getDemand, { params: { id } });
const matches = async (id: string, who: Maker = buyer) =>
  (await app.as(who).call(contract.listMatches, { params: { id } })).items;
/** The demand, once it has been matched and shared out. */
const matched = (id: string) =>
  vi.waitFor(
    async () => {
      const found = await get(id);
      expect(found.matchedAt).not.toBeNull();
      const { rows } = await sql<{
        settled: boolean;
      }>`select changed = shared as settled from matching_state`.execute(app.ground.db);
      expect(rows[0]?.settled).toBe(true);
      expect(found.coverage).not.toBeNull();
      return found;
    },
    { timeout: 60_000, interval: 100 },
  );
/** A maker of hotpot base in jars of 500 g, with a name of its own for what nothing else is called. */
const makes = async (word: string, jarsPerMonth: number, of: 'plant' | 'tallow' = 'plant') => {
  const owner = await maker(app);
  const id = await product(app, owner, {
    ...hotpotBase(of),
    names: { en: `Hotpot base ${word}`, 'zh-CN': `火锅底料${word}` },
    monthlyCapacity: jarsPerMonth,
    minimumOrder: null,
  });
  return { owner, id };
};

describe('a demand', () => {
  test('of 500 kg a month finds what there is and says how much is lacking', async () => {
    const word = 'Zanthoxa';
    const one = await makes(word, 400);
    const two = await makes(word, 360);
    const { id, coverage, matchedAt } = await ask(buyer, { words: word, hs6: '210390' });
    expect([coverage, matchedAt]).toEqual([null, null]);
    const found = await matched(id);
    expect(found.coverage).toEqual({ wanted: 500, matched: 380, makers: 2, whyShort: 'capacity' });
    const items = (await matches(id)).filter(({ product: { names } }) => names['en']?.includes(word));
    expect(new Map(items.map((item) => [item.product.id, item.given]))).toEqual(
      new Map([
        [one.id, 200],
        [two.id, 180],
      ]),
    );
  });

  test('gets reasons that add up, in two cores and six more criteria, with price, road and rules from the plan', async () => {
    const word = 'Lanhua';
    const { owner, id: productId } = await makes(word, 4_000);
    const { id } = await ask(buyer, {
      words: word,
      targetPrice: { amount: 100_000, currency: 'GBP' },
    });
    await matched(id);
    const item = (await matches(id)).find((one) => one.product.id === productId)!;
    expect(item.points).toBe(item.reasons.reduce((sum, { points }) => sum + points, 0));
    expect(item.reasons.map(({ criterion }) => criterion)).toEqual([...contract.matchCriteria]);
    const reason = (criterion: string) => item.reasons.find((one) => one.criterion === criterion)!;
    expect(reason('price')).toMatchObject({ code: 'withinTarget', points: 120, params: { currency: 'GBP' } });
    expect(Number(reason('price').params['asked'])).toBeGreaterThan(0);
    expect(reason('network')).toMatchObject({ points: 0, code: 'nobodyBetween' });
    expect(reason('capacity')).toMatchObject({ code: 'capacityEnough', params: { capacity: 2_000 } });
    expect(reason('road').points).toBeGreaterThan(0);
    // Once they know each other and the demand is looked at again, the network counts.
    const stated = await app.as(buyer).call(contract.stateRelation, {
      body: {
        organisationId: owner.organisationId,
        kind: 'trade',
        evidence: 'Orders',
        strength: 80,
        visibility: 'open',
      },
    });
    await app.as(owner).call(contract.confirmRelation, {
      params: { id: stated.id },
      body: { strength: 80, visibility: 'open' },
    });
    const again = await app
      .as(buyer)
      .call(
        contract.updateDemand,
        { params: { id }, body: wanted({ words: word, quantity: 400 }) },
        { ifMatch: (await get(id)).version },
      );
    expect(again.matchedAt).toBeNull();
    await matched(id);
    const known = (await matches(id)).find((one) => one.product.id === productId)!;
    expect(known.reasons.find(({ criterion }) => criterion === 'network')).toMatchObject({
      points: 160,
      code: 'knowEachOther',
    });
  });

  test('gives nothing to what a rule keeps out, and says which', async () => {
    const word = 'Niuyou';
    const tallow = await makes(word, 1_000, 'tallow');
    const { id } = await ask(buyer, { words: word });
    await matched(id);
    const item = (await matches(id)).find((one) => one.product.id === tallow.id)!;
    expect(item.blockedBy[0]).toMatchObject({ code: 'ruleBlocks' });
    expect(item.given).toBe(0);
  });

  test('learns from an answer: what is refused gets nothing any more and fewer points, what is taken more', async () => {
    const word = 'Jiaoma';
    const { id: bad } = await makes(word, 1_000);
    const { id: good } = await makes(word, 1_000);
    const { id } = await ask(buyer, { words: word, quantity: 400 });
    await matched(id);
    const points = async () => new Map((await matches(id)).map((one) => [one.product.id, one]));
    const before = await points();
    const answer = (productId: string, what: 'taken' | 'quality', who: Maker = buyer) =>
      app.as(who).call(contract.answerMatch, { params: { id, productId }, body: { answer: what } });
    await expect(answer(bad, 'quality', other)).rejects.toEqual(refused('platform.notFound'));
    await expect(answer(v7(), 'quality')).rejects.toEqual(refused('matching.noSuchMatch'));
    expect((await answer(bad, 'quality')).answer).toMatchObject({ answer: 'quality' });
    await answer(good, 'taken');
    await vi.waitFor(
      async () => {
        const now = await points();
        expect(now.get(bad)!.points).toBeLessThan(before.get(bad)!.points);
        expect(now.get(good)!.points).toBeGreaterThan(before.get(good)!.points);
        expect(now.get(bad)!.given).toBe(0);
        expect(now.get(good)!.given).toBe(400);
      },
      { timeout: 60_000, interval: 100 },
    );
  });

  test('shares a maker’s months with others, and frees them when it is closed', async () => {
    const word = 'Gongxiang';
    await makes(word, 1_000);
    const one = await ask(buyer, { words: word, quantity: 400 });
    const two = await ask(other, { words: word, quantity: 400 });
    await matched(one.id);
    const sum = await vi.waitFor(
      async () => {
        const [a, b] = [await matched(one.id), await matched(two.id)];
        expect(a.coverage!.matched + b.coverage!.matched).toBe(500);
        return a.coverage!.matched;
      },
      { timeout: 60_000, interval: 100 },
    );
    expect(sum).toBeGreaterThan(0);
    await expect(app.as(other).call(contract.closeDemand, { params: { id: one.id } })).rejects.toEqual(
      refused('platform.notFound'),
    );
    await app.as(buyer).call(contract.closeDemand, { params: { id: one.id } });
    await vi.waitFor(async () => expect((await get(two.id)).coverage?.matched).toBe(400), {
      timeout: 60_000,
      interval: 100,
    });
    await expect(app.as(buyer).call(contract.closeDemand, { params: { id: one.id } })).rejects.toEqual(
      refused('matching.closed'),
    );
  });

  test('is read by all who trade, its matches by its buyer, and by a maker its own alone', async () => {
    const word = 'Duyou';
    const a = await makes(word, 100);
    const b = await makes(word, 100);
    const { id } = await ask(buyer, { words: word, note: 'For two restaurants' });
    await matched(id);
    expect(await get(id, other)).toMatchObject({ mine: false, note: 'For two restaurants' });
    await expect(matches(id, other)).rejects.toEqual(refused('platform.notFound'));
    expect((await matches(id, a.owner)).map((one) => one.product.id)).toEqual([a.id]);
    expect((await matches(id)).map((one) => one.product.id)).toEqual(expect.arrayContaining([a.id, b.id]));
    const forUs = await app.as(a.owner).call(contract.listDemands, { query: { show: 'forUs' } });
    expect(forUs.items.map((one) => one.id)).toEqual([id]);
    const found = await app.as(other).call(contract.listDemands, { query: { q: 'duYOU' } });
    expect(found.items.map((one) => one.id)).toEqual([id]);
    const sheet = await app.http.inject({
      url: '/api/v1/demands/export.csv?q=duyou',
      headers: { ...app.headersAs(other), 'accept-language': 'en' },
    });
    expect(sheet.statusCode).toBe(200);
    expect(sheet.body).toContain('Wanted a month');
    expect(sheet.body).toContain('100');
  });

  test('of absurd quantities keeps nobody else’s from being shared out', async () => {
    const word = 'Huangtang';
    await makes(word, 1_000);
    const absurd: string[] = [];
    for (let made = 0; made < 12; made++)
      absurd.push(
        (await ask(other, { words: `absurd ${made}`, quantity: 100_000_000, unit: 'TNE', rhythm: 'weekly' }))
          .id,
      );
    const { id } = await ask(buyer, { words: word, quantity: 100 });
    expect((await matched(id)).coverage).toMatchObject({ wanted: 100, matched: 100, whyShort: null });
    expect((await matched(absurd[0]!)).coverage).toMatchObject({ matched: 0, whyShort: 'noMatch' });
  });

  test('a product that is published later is found by itself', async () => {
    const word = 'Houlai';
    const { id } = await ask(buyer, { words: word, quantity: 100 });
    await matched(id);
    const later = await makes(word, 500);
    await vi.waitFor(
      async () => expect((await matches(id)).some((one) => one.product.id === later.id)).toBe(true),
      { timeout: 60_000, interval: 100 },
    );
  });

  test('that makes no sense is refused by its field', async () => {
    await expect(ask(buyer, { openUntil: '2020-01-01' })).rejects.toEqual(refused('matching.openUntilPast'));
    await expect(ask(buyer, { market: 'ZZ' })).rejects.toEqual(refused('markets.marketUnknown'));
    await expect(ask(buyer, { arrives: { earliest: '2026-12-02', latest: '2026-12-01' } })).rejects.toEqual(
      refused('platform.invalid'),
    );
    await expect(
      app
        .as(other)
        .call(
          contract.updateDemand,
          { params: { id: (await ask(buyer)).id }, body: wanted() },
          { ifMatch: 1 },
        ),
    ).rejects.toEqual(refused('platform.notFound'));
  });
});

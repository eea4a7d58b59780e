import {
  addCertificate,
  addMarketRule,
  archivePlan,
  changeMarketRule,
  createPlan,
  endMarketRule,
  getPlan,
  listPlans,
  updatePlan,
  type InputOf,
} from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { reopenForRule, reopenForTime } from './reopen-plans.ts';
import { hotpotBase, lemons, maker, product, type Maker } from '../catalogue/testing/goods.ts';
import { addDays, today } from '../../platform/today.ts';

let app: TestApp;
let owner: Maker;
let sauce: string;
let fruit: string;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  owner = await maker(app);
  sauce = await product(app, owner, hotpotBase('plant'));
  fruit = await product(app, owner, lemons);
});
afterAll(() => app.close());

const desk = () => app.as({ role: 'secretariat', userId: 'desk', userName: 'Desk One' });
const plan = async (productId: string, market: string) => {
  const { id } = await app.as(owner).call(createPlan, { body: { productId, market, quantity: 2_000 } });
  return id;
};
const read = (id: string) => app.as(owner).call(getPlan, { params: { id } });
const causes = async (id: string) =>
  (await read(id)).reopenings.map(({ cause, subject, change }) => `${cause} ${subject} ${change}`);
/** Resolves once a plan is reopened for so many causes; the events are heard in the background. */
const reopened = (id: string, count: number) =>
  vi.waitFor(
    async () => {
      const page = await read(id);
      expect(page.state).toBe('reopened');
      expect(page.reopenings).toHaveLength(count);
    },
    { timeout: 30_000, interval: 200 },
  );
const untouched = async (...ids: string[]) => {
  for (const id of ids) expect(await read(id)).toMatchObject({ state: 'current', reopenings: [] });
};

let counter = 0;
type Rule = InputOf<typeof addMarketRule>['body'];
/** A rule on sauces (HS 21) of an area. */
const add = (area: string, change: Partial<Rule> = {}) =>
  desk().call(addMarketRule, {
    body: {
      code: `${area}-REOPEN-${++counter}`,
      area,
      effect: 'label',
      scope: { hs: ['21'] },
      predicate: { is: 'labelInLanguages', languages: ['hu'], all: false },
      requirement: { en: 'The label is in Hungarian', 'zh-CN': '标签须用匈牙利语' },
      source: { title: 'A regulation' },
      confidence: 'medium',
      ...change,
    },
  });

test('a rule that is added reopens the plans it speaks of, in its own market only, and they say which rule', async () => {
  const [touched, otherGoods, otherMarket] = [
    await plan(sauce, 'HU'),
    await plan(fruit, 'HU'),
    await plan(sauce, 'GB'),
  ];
  const aside = await plan(sauce, 'HU');
  await app.as(owner).call(archivePlan, { params: { id: aside } });
  const rule = await add('HU');
  await reopened(touched, 1);
  expect(await causes(touched)).toEqual([`rule ${rule.code} added`]);
  await untouched(otherGoods, otherMarket);
  // One that was put aside stays so; it will say it when it comes back.
  expect(await read(aside)).toMatchObject({ state: 'archived', reopenings: [{ subject: rule.code }] });
  const { items } = await app.as(owner).call(listPlans, { query: { state: 'reopened' } });
  expect(items.map(({ id }) => id)).toEqual([touched]);

  // Reckoned anew it holds the rule against the product, and is doubtful no longer.
  const again = await app.as(owner).call(updatePlan, { params: { id: touched }, body: {} }, { ifMatch: 1 });
  expect(again).toMatchObject({ state: 'current', reopenings: [], version: 2 });
  expect(again.result.checks.map(({ code }) => code)).toContain(rule.code);
});

test('a rule that is changed reopens plans that were judged by it, also where it no longer speaks of their goods', async () => {
  const rule = await add('TH');
  const [judged, other] = [await plan(sauce, 'TH'), await plan(fruit, 'TH')];
  await desk().call(
    changeMarketRule,
    { params: { id: rule.id }, body: { requirement: { en: 'The label is in Thai' } } },
    { ifMatch: rule.version },
  );
  await reopened(judged, 1);
  expect(await causes(judged)).toEqual([`rule ${rule.code} changed`]);
  await untouched(other);

  // From sauces to fruit: the one it has left and the one it comes to are both doubtful.
  await app.as(owner).call(updatePlan, { params: { id: judged }, body: {} }, { ifMatch: 1 });
  await desk().call(
    changeMarketRule,
    { params: { id: rule.id }, body: { scope: { hs: ['08'] } } },
    { ifMatch: rule.version + 1 },
  );
  await reopened(judged, 1);
  await reopened(other, 1);
});

test('a rule that moves to another market reopens plans of both', async () => {
  const rule = await add('KZ');
  const [left, reached, elsewhere] = [
    await plan(sauce, 'KZ'),
    await plan(sauce, 'JP'),
    await plan(sauce, 'DE'),
  ];
  await desk().call(
    changeMarketRule,
    { params: { id: rule.id }, body: { area: 'JP' } },
    { ifMatch: rule.version },
  );
  await reopened(left, 1);
  await reopened(reached, 1);
  expect(await causes(reached)).toEqual([`rule ${rule.code} changed`]);
  await untouched(elsewhere);
});

test('a rule of a union reopens plans of its countries, and one that is ended says so; told again it is told once', async () => {
  const [hungary, germany, britain] = [
    await plan(sauce, 'HU'),
    await plan(sauce, 'DE'),
    await plan(sauce, 'GB'),
  ];
  const rule = await add('EU');
  await reopened(hungary, 1);
  await reopened(germany, 1);
  await untouched(britain);
  for (const id of [hungary, germany])
    await app.as(owner).call(updatePlan, { params: { id }, body: {} }, { ifMatch: 1 });
  await desk().call(endMarketRule, { params: { id: rule.id }, body: { lastDay: addDays(today(), -1) } });
  await reopened(hungary, 1);
  expect(await causes(hungary)).toEqual([`rule ${rule.code} ended`]);
  await reopenForRule(app.database.db, { market: 'EU', ruleId: rule.id, change: 'ended' });
  expect(await causes(hungary)).toEqual([`rule ${rule.code} ended`]);
  await untouched(britain);
  const again = await app.as(owner).call(updatePlan, { params: { id: hungary }, body: {} }, { ifMatch: 2 });
  expect(again.result.checks.map(({ code }) => code)).not.toContain(rule.code);
});

test('a rule of a later day counts for plans that arrive by then, and reopens these alone', async () => {
  const later = addDays(today(), 200);
  const arrives = async (readyOn: string) =>
    (
      await app
        .as(owner)
        .call(createPlan, { body: { productId: sauce, market: 'PL', quantity: 2_000, readyOn } })
    ).id;
  const [soon, late] = [await arrives(addDays(today(), 1)), await arrives(addDays(later, 1))];
  const rule = await add('PL', { validFrom: later });
  await reopened(late, 1);
  await untouched(soon);
  const again = await app.as(owner).call(updatePlan, { params: { id: late }, body: {} }, { ifMatch: 1 });
  expect(again.result.checks.map(({ code }) => code)).toContain(rule.code);
  expect((await read(soon)).result.checks.map(({ code }) => code)).not.toContain(rule.code);
});

test('by night a rule that has taken effect or ended reopens what was planned without it, and a second night adds nothing', async () => {
  const untold = await plan(sauce, 'SG');
  await reopenForTime(app.database.db);
  await untouched(untold);
  // As time would have it: the plan was made and has arrived before the rule began.
  const rule = await add('SG', { validFrom: addDays(today(), 300) });
  await untouched(untold);
  await sql`update market_rule set valid_from = ${today()} where id = ${rule.id}`.execute(app.database.db);
  await reopenForTime(app.database.db);
  await reopenForTime(app.database.db);
  expect(await causes(untold)).toEqual([`rule ${rule.code} added`]);
});

test('a certificate that runs out before the arrival is none', async () => {
  const fruitToo = await product(app, owner, lemons);
  await app.as(owner).call(addCertificate, {
    params: { id: fruitToo },
    body: { kind: 'phytosanitary', number: 'P-1', issuer: 'Customs', validUntil: addDays(today(), 60) },
  });
  const outcome = async (readyOn: string) => {
    const made = await app
      .as(owner)
      .call(createPlan, { body: { productId: fruitToo, market: 'HU', quantity: 2_000, readyOn } });
    return made.result.checks.find(({ code }) => code === 'EU-FRUIT-PHYTO')?.outcome;
  };
  expect(await outcome(addDays(today(), 1))).toBe('pass');
  expect(await outcome(addDays(today(), 100))).toBe('gap');
});

import {
  addHabit,
  addMarketRule,
  changeHabit,
  changeMarketRule,
  endHabit,
  endMarketRule,
  getHabit,
  getMarket,
  getMarketRule,
  getExchangeRate,
  importCharges,
  importRates,
  listCharges,
  listHabits,
  listMarketRules,
  listMarketRuleVersions,
  listMarkets,
  reviewMarketRule,
  speakOnHabit,
  withdrawVoice,
  type InputOf,
  type MarketRule,
  type ProblemError,
} from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { evaluateMarket, loadMarketFacts, marketsEvents, type RuleChanged } from './index.ts';
import { product } from './testing/facts.ts';
import { member, secretariat, type Caller } from './testing/member.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

let counter = 0;
const ruleInput = (change: Partial<InputOf<typeof addMarketRule>['body']> = {}) => ({
  code: `MY-TEST-${++counter}`,
  area: 'MY',
  effect: 'label' as const,
  predicate: { is: 'labelInLanguages' as const, languages: ['ms'], all: false },
  requirement: { en: 'Labels are in Malay' },
  source: { title: 'Food Regulations 1985' },
  confidence: 'low' as const,
  ...change,
});
const add = (change: Parameters<typeof ruleInput>[0] = {}) =>
  app.as(secretariat).call(addMarketRule, { body: ruleInput(change) });
const read = (id: string) => app.as({ role: 'visitor' }).call(getMarketRule, { params: { id } });

/** Everything published about rules since the beginning, in order: what plans will hear. */
const told: RuleChanged[] = [];
beforeAll(() => {
  const publish = app.ground.events.publish.bind(app.ground.events);
  app.ground.events.publish = async (trx, event, data) => {
    if (event === marketsEvents.ruleChanged) told.push(data as never);
    await publish(trx, event, data);
  };
});
const toldOf = ({ id }: { id: string }) =>
  told.filter(({ ruleId }) => ruleId === id).map(({ change }) => change);

/** Runs `count` calls at once: how many were done, and the codes of those that were refused. */
async function atOnce(count: number, call: (index: number) => Promise<unknown>) {
  const outcomes = await Promise.allSettled(Array.from({ length: count }, (_, index) => call(index)));
  const refused = outcomes.filter((one) => one.status === 'rejected');
  return {
    done: outcomes.length - refused.length,
    codes: [...new Set(refused.map((one) => (one.reason as ProblemError).problem?.code))],
  };
}

describe('rules', () => {
  test('a rule that is written down counts at once, is reviewed by nobody, and is told', async () => {
    const rule = await add();
    expect(rule).toMatchObject({ review: null, shipped: false, version: 1 });
    expect(toldOf(rule)).toEqual(['added']);
    const verdict = await app.database.db
      .transaction()
      .execute((trx) =>
        evaluateMarket(trx, { market: 'MY', on: '2026-11-24', ...product('tea label:zh-CN') }),
      );
    expect(verdict.checks.find(({ code }) => code === rule.code)?.outcome).toBe('gap');
  });

  test('a change needs the version it was made from, takes the review away and keeps what was said before', async () => {
    const rule = await add();
    const params = { id: rule.id };
    await app.as(secretariat).call(reviewMarketRule, { params, body: { version: 1 } });
    expect((await read(rule.id)).review).toMatchObject({ person: 'Desk One' });
    const changed = await app
      .as({ ...secretariat, userName: 'Desk Two' })
      .call(changeMarketRule, { params, body: { confidence: 'medium' } }, { ifMatch: 1 });
    expect(changed).toMatchObject({
      version: 2,
      confidence: 'medium',
      review: null,
      requirement: rule.requirement,
    });
    await expect(
      app.as(secretariat).call(changeMarketRule, { params, body: { confidence: 'high' } }, { ifMatch: 1 }),
    ).rejects.toMatchObject({ problem: { code: 'platform.staleVersion' } });
    const { items } = await app.as({ role: 'visitor' }).call(listMarketRuleVersions, { params });
    expect(
      items.map(({ version, change, person, snapshot }) => [version, change, person, snapshot['confidence']]),
    ).toEqual([
      [2, 'changed', 'Desk Two', 'medium'],
      [1, 'added', 'Desk One', 'low'],
    ]);
    expect(toldOf(rule)).toEqual(['added', 'changed']);
  });

  test('of ten edits from one version at once one is kept', async () => {
    const rule = await add();
    const outcome = await atOnce(10, (index) =>
      app
        .as(secretariat)
        .call(
          changeMarketRule,
          { params: { id: rule.id }, body: { requirement: { en: `Text ${index}` } } },
          { ifMatch: 1 },
        ),
    );
    expect(outcome).toEqual({ done: 1, codes: ['platform.staleVersion'] });
    expect((await read(rule.id)).version).toBe(2);
    expect(toldOf(rule)).toEqual(['added', 'changed']);
  });

  test('of ten rules of one code at once one is written', async () => {
    const body = ruleInput();
    expect(await atOnce(10, () => app.as(secretariat).call(addMarketRule, { body }))).toEqual({
      done: 1,
      codes: ['markets.ruleCodeTaken'],
    });
  });

  test('a reviewer who read an earlier version is told to read again', async () => {
    const rule = await add();
    const params = { id: rule.id };
    await app.as(secretariat).call(changeMarketRule, { params, body: { effect: 'blocks' } }, { ifMatch: 1 });
    await expect(
      app.as(secretariat).call(reviewMarketRule, { params, body: { version: 1 } }),
    ).rejects.toMatchObject({ problem: { code: 'markets.reviewedElse' } });
  });

  test('a rule that has ended is no longer asked, and can still be read', async () => {
    const rule = await add({ validFrom: '2020-01-01' });
    const params = { id: rule.id };
    await expect(
      app.as(secretariat).call(endMarketRule, { params, body: { lastDay: '2019-12-31' } }),
    ).rejects.toMatchObject({ problem: { code: 'markets.daysOutOfOrder' } });
    await app.as(secretariat).call(endMarketRule, { params, body: { lastDay: '2026-06-30' } });
    const codes = async (on: string) =>
      (
        await app.as({ role: 'visitor' }).call(listMarketRules, { query: { market: 'MY', on, limit: 100 } })
      ).items.map(({ code }) => code);
    expect(await codes('2026-06-30')).toContain(rule.code);
    expect(await codes('2026-07-01')).not.toContain(rule.code);
    expect((await read(rule.id)).validTo).toBe('2026-06-30');
    expect(toldOf(rule)).toEqual(['added', 'ended']);
  });

  test('a rule nowhere, or of days in the wrong order, is refused by name', async () => {
    await expect(add({ area: 'XX' })).rejects.toMatchObject({ problem: { code: 'markets.areaUnknown' } });
    await expect(add({ validFrom: '2026-02-01', validTo: '2026-01-31' })).rejects.toMatchObject({
      problem: { code: 'markets.daysOutOfOrder' },
    });
  });

  test('rules of a market come with those of its unions and the world, page by page', async () => {
    const all: MarketRule[] = [];
    let cursor: string | undefined;
    do {
      const page = await app
        .as({ role: 'visitor' })
        .call(listMarketRules, { query: { market: 'HU', limit: 7, cursor } });
      all.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(all.map(({ area }) => area))).toEqual(new Set(['EU', 'HU', 'WORLD']));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('a later edition brings a shipped rule up to date, tells so, and leaves alone what was changed here', async () => {
    const [touched, untouched] = ['SG-FOOD-LABEL', 'SG-FOOD-PERMIT'];
    const find = async (code: string) =>
      (
        await app.as({ role: 'visitor' }).call(listMarketRules, { query: { area: ['SG'], limit: 100 } })
      ).items.find((one) => one.code === code)!;
    const own = await find(touched);
    await app
      .as(secretariat)
      .call(
        changeMarketRule,
        { params: { id: own.id }, body: { requirement: { en: 'Ours' } } },
        { ifMatch: own.version },
      );
    const before = await find(untouched);
    // As an earlier edition would have left them: another wording, and a rule that is no longer shipped.
    const { db } = app.database;
    await sql`update market_rule set shipped_hash = 'earlier', requirement = '{"en": "Earlier"}' where code = ${untouched}`.execute(
      db,
    );
    await sql`insert into market_rule (id, code, area, effect, scope, predicate, requirement, evidence, source, confidence, shipped_hash)
      select gen_random_uuid(), 'SG-GONE', area, effect, scope, predicate, requirement, evidence, source, confidence, 'earlier'
      from market_rule where code = ${untouched}`.execute(db);
    await sql`update setting set value = '"earlier"' where key = 'markets.facts'`.execute(db);
    const loads = await Promise.all(
      Array.from({ length: 3 }, () =>
        db.transaction().execute((trx) => loadMarketFacts(trx, app.ground.events)),
      ),
    );
    expect(loads.toSorted()).toEqual([false, false, true]);
    expect((await find(touched)).requirement).toEqual({ en: 'Ours' });
    expect(await find(untouched)).toMatchObject({
      requirement: before.requirement,
      version: before.version + 1,
      shipped: true,
    });
    expect(toldOf(before)).toEqual(['changed']);
    const gone = await find('SG-GONE');
    expect(gone.validTo).not.toBeNull();
    expect(toldOf(gone)).toEqual(['ended']);
  });
});

describe('habits', () => {
  const habitInput = (market: string) => ({
    market,
    topic: 'gift' as const,
    claim: { en: 'Knives cut friendship' },
    advice: { en: 'No knives' },
    source: { title: 'A friend' },
  });
  const addOne = (market = 'HU') => app.as(secretariat).call(addHabit, { body: habitInput(market) });
  const speak = (who: Caller, id: string, voice: 'confirms' | 'contests') =>
    app.as(who).call(speakOnHabit, { params: { id }, body: { voice } });

  test('a habit is unconfirmed until a member there confirms it, by name and with the day', async () => {
    const habit = await addOne();
    expect(habit.status).toBe('unconfirmed');
    const merchant = await member(app, 'HU', 'Budapest House');
    const spoken = await speak(merchant, habit.id, 'confirms');
    expect(spoken.status).toBe('confirmed');
    expect(spoken.voices).toMatchObject([
      { organisationNames: { en: 'Budapest House' }, person: 'Budapest House’s person', voice: 'confirms' },
    ]);
    expect(spoken.voices[0]!.at.slice(0, 10)).toBe(new Date().toISOString().slice(0, 10));
  });

  test('one voice against contests it, whoever else confirms; each may change its mind', async () => {
    const habit = await addOne();
    const [one, two] = [await member(app, 'HU', 'One'), await member(app, 'HU', 'Two')];
    await speak(one, habit.id, 'confirms');
    expect((await speak(two, habit.id, 'contests')).status).toBe('contested');
    expect((await speak(two, habit.id, 'confirms')).status).toBe('confirmed');
    await app.as(one).call(withdrawVoice, { params: { id: habit.id } });
    expect((await app.as(two).call(withdrawVoice, { params: { id: habit.id } })).status).toBe('unconfirmed');
  });

  test('who isn’t at home there has no voice, nor has the secretariat', async () => {
    const habit = await addOne();
    const elsewhere = await member(app, 'DE', 'Hamburg House');
    for (const who of [elsewhere, { ...secretariat, organisationId: elsewhere.organisationId }])
      await expect(speak(who, habit.id, 'confirms')).rejects.toMatchObject({
        problem: { code: 'markets.habitElsewhere' },
      });
  });

  test('ten clicks of one member at once are one voice', async () => {
    const habit = await addOne();
    const merchant = await member(app, 'HU', 'Clicker');
    const outcome = await atOnce(10, (index) =>
      speak(merchant, habit.id, index % 2 ? 'confirms' : 'contests'),
    );
    expect(outcome.done).toBe(10);
    expect((await app.as(merchant).call(getHabit, { params: { id: habit.id } })).voices).toHaveLength(1);
  });

  test('a new wording waits for new voices; a new source doesn’t', async () => {
    const habit = await addOne();
    const merchant = await member(app, 'HU', 'Reader');
    await speak(merchant, habit.id, 'confirms');
    const change = (body: InputOf<typeof changeHabit>['body'], version: number) =>
      app.as(secretariat).call(changeHabit, { params: { id: habit.id }, body }, { ifMatch: version });
    expect((await change({ source: { title: 'Two friends' } }, 1)).status).toBe('confirmed');
    const reworded = await change({ claim: { en: 'Knives are bad luck' } }, 2);
    expect(reworded.status).toBe('unconfirmed');
    expect(reworded.voices).toMatchObject([{ earlierWording: true }]);
    expect((await speak(merchant, habit.id, 'confirms')).status).toBe('confirmed');
  });

  test('an observer reads how many spoke, not who', async () => {
    const habit = await addOne();
    await speak(await member(app, 'HU', 'Somebody'), habit.id, 'confirms');
    const { voices } = await app
      .as({ role: 'observer', userId: 'o' })
      .call(getHabit, { params: { id: habit.id } });
    expect(voices).toMatchObject([{ organisationNames: null, person: null, voice: 'confirms' }]);
  });

  test('a habit that was taken out is told no more, and a market counts what is confirmed', async () => {
    const habit = await addOne('PL');
    await speak(await member(app, 'PL', 'Warsaw House'), habit.id, 'confirms');
    const before = await app.as({ role: 'visitor' }).call(getMarket, { params: { code: 'PL' } });
    expect(before.confirmedHabits).toBe(1);
    await app.as(secretariat).call(endHabit, { params: { id: habit.id }, body: { reason: 'Nonsense' } });
    const { items } = await app.as({ role: 'visitor' }).call(listHabits, { query: { market: 'PL' } });
    expect(items.map(({ id }) => id)).not.toContain(habit.id);
    const after = await app.as({ role: 'visitor' }).call(getMarket, { params: { code: 'PL' } });
    expect(after).toMatchObject({ confirmedHabits: 0, habits: before.habits - 1 });
  });
});

describe('lists', () => {
  const file = (text: string) => ({ file: new Blob([text]), filename: 'list.csv' });
  const bring = (text: string) => app.as(secretariat).call(importRates, file(text));
  const head = 'base,quote,date,rate,source\n';

  test('rates come in by CSV in any order of columns; the same again changes nothing', async () => {
    const list =
      '\uFEFFquote,base,rate,date,source\r\nTRY,EUR,55.5332,2026-09-24,ECB\r\nCHF,EUR,0.9409,2026-09-24,ECB\r\n';
    expect(await bring(list)).toEqual({ added: 2, changed: 0, unchanged: 0 });
    expect(await bring(list)).toEqual({ added: 0, changed: 0, unchanged: 2 });
    expect(await bring(list.replace('0.9409', '0.95'))).toEqual({ added: 0, changed: 1, unchanged: 1 });
    const rate = await app
      .as({ role: 'visitor' })
      .call(getExchangeRate, { params: { base: 'EUR', quote: 'CHF' }, query: { on: '2026-09-30' } });
    expect(rate).toMatchObject({ rate: '0.95', date: '2026-09-24', stale: false, source: 'ECB' });
  });

  test('a list with one bad row brings nothing in and says which cell is wrong', async () => {
    const list = `${head}EUR,SEK,2026-09-24,11.2645,ECB\nEUR,euro,2026-02-30,-1,\nEUR,SEK,2026-09-24,11,ECB\n`;
    const problem = await bring(list).then(
      () => undefined,
      (error: ProblemError) => error.problem,
    );
    expect(problem?.code).toBe('markets.listUnreadable');
    expect(problem?.errors?.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'row 3, quote: “euro” is no currency of ISO 4217.',
      'row 3, date: “2026-02-30” is no day (YYYY-MM-DD), or is out of order.',
      'row 3, rate: “-1” is no decimal above zero, at most 12 places.',
      'row 3, source: The source is missing, too long or not in order.',
      'row 4: Says something of the same as row 2.',
    ]);
    await expect(
      app.as({ role: 'visitor' }).call(getExchangeRate, { params: { base: 'EUR', quote: 'SEK' } }),
    ).rejects.toMatchObject({ problem: { code: 'markets.noRate' } });
  });

  test.each([
    ['nothing', ''],
    ['only a head', head],
    ['another table', 'a,b\n1,2\n'],
    ['open quotes', `${head}"EUR,SEK,2026-09-24,11,ECB\n`],
    ['a rate of a day to come', `${head}EUR,SEK,2999-01-01,11,ECB\n`],
  ])('%s is refused with a reason', async (_, text) => {
    await expect(bring(text)).rejects.toMatchObject({
      problem: { code: expect.stringMatching(/listUnreadable|empty/) },
    });
  });

  test('what is not UTF-8 is refused', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(head), 0x45, 0xd6, 0xd0, 0x2c]);
    await expect(
      app.as(secretariat).call(importRates, { file: new Blob([bytes]), filename: 'list.csv' }),
    ).rejects.toMatchObject({ problem: { errors: [{ code: 'markets.listNotUtf8' }] } });
  });

  test('charges that go out come back in unchanged, and one that is brought in counts before the shipped one', async () => {
    const answer = await app.http.inject({ url: '/api/v1/market-charges/export' });
    expect(answer.headers['content-type']).toContain('text/csv');
    const list = answer.payload;
    const taken = await app.as(secretariat).call(importCharges, file(list));
    // They are the alliance's own from now on, which is all that changes.
    expect(taken.added).toBe(0);
    expect(await app.as(secretariat).call(importCharges, file(list))).toMatchObject({ added: 0, changed: 0 });
    const duty =
      'area,kind,hs,of,ppm,amount,currency,source,confidence\nKR,duty,2103,cif,450000,,,Korean tariff,high\n';
    expect(await app.as(secretariat).call(importCharges, file(duty))).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
    });
    const { items } = await app
      .as({ role: 'visitor' })
      .call(listCharges, { params: { code: 'KR' }, query: { hs6: '210390' } });
    expect(items[0]).toMatchObject({ kind: 'duty', rate: { of: 'cif', ppm: 450_000 }, confidence: 'high' });
  });

  test('a charge that makes no sense is refused cell by cell', async () => {
    const list = 'area,kind,hs,of,ppm,amount,currency,source,confidence\nXX,toll,9,moon,1,,,,sure\n';
    await expect(app.as(secretariat).call(importCharges, file(list))).rejects.toMatchObject({
      problem: {
        errors: ['area', 'kind', 'hs', 'of', 'source', 'confidence'].map((column) => ({
          path: `row 2, ${column}`,
        })),
      },
    });
  });
});

test('twenty markets and more are listed with what is known of each', async () => {
  const { items } = await app.as({ role: 'observer', userId: 'o' }).call(listMarkets, {});
  expect(items.length).toBeGreaterThanOrEqual(20);
  expect(items.find(({ code }) => code === 'HU')).toMatchObject({
    names: { 'zh-CN': '匈牙利' },
    languages: ['hu'],
    currency: 'HUF',
    continent: 'europe',
    unions: ['EU'],
  });
  expect(items.every(({ rules }) => rules > 0)).toBe(true);
});

test('every change of a fact leaves a line in the audit', async () => {
  const { rows } = await app.database.pool.query<{ action: string }>('select distinct action from audit_log');
  const actions = rows.map(({ action }) => action);
  for (const name of [
    'addRule',
    'changeRule',
    'endRule',
    'reviewRule',
    'addHabit',
    'changeHabit',
    'endHabit',
    'speakOnHabit',
    'withdrawVoice',
    'importRates',
    'importCharges',
  ])
    expect(actions).toContain(`markets.${name}`);
});

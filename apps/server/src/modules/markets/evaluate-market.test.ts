import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { chargesFor, evaluateMarket, loadMarketFacts, rateOf } from './index.ts';
import { product } from './testing/facts.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const on = '2026-11-24';
const ask = (market: string, line: string, day = on) =>
  app.database.db.transaction().execute((trx) => evaluateMarket(trx, { market, on: day, ...product(line) }));

describe('may it enter', () => {
  test('hotpot base with beef tallow is refused by the United Kingdom, with the citation', async () => {
    const verdict = await ask('GB', 'tallow-base label:en');
    expect(verdict.entry).toBe('refused');
    const [refusal] = verdict.checks.filter(
      ({ effect, outcome }) => effect === 'blocks' && outcome === 'gap',
    );
    expect(refusal).toMatchObject({
      code: 'GB-FOOD-ANIMAL',
      reason: { code: 'animalNotListed', params: { ingredients: ['beef-tallow'] } },
      citation: {
        citation: 'Articles 1 and 2 and annex',
        url: 'https://www.legislation.gov.uk/eudn/2002/994',
      },
      review: null,
      confidence: 'high',
    });
  });

  test('hotpot base of plant oil passes to “needs documents”, and is clear once they are there', async () => {
    const lacking = await ask('GB', 'plant-base label:zh-CN');
    expect(lacking.entry).toBe('needsDocuments');
    expect(lacking.checks.filter(({ outcome }) => outcome === 'gap').map(({ code }) => code)).toEqual([
      'GB-FOOD-LABEL',
    ]);
    expect((await ask('GB', 'plant-base label:en')).entry).toBe('clear');
  });

  test('a label nobody has told of is not taken for one that is there', async () => {
    expect((await ask('GB', 'plant-base')).entry).toBe('needsDocuments');
  });

  test('where nobody has looked, the answer is unknown', async () => {
    expect((await ask('MY', 'tea label:ms')).entry).toBe('unknown');
    expect((await ask('ZA', 'tea label:en')).entry).toBe('unknown');
    expect((await ask('GB', 'brocade label:en')).entry).toBe('unknown');
  });

  test('members of a union have its rules beside their own', async () => {
    const codes = (await ask('HU', 'tallow-base')).checks.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['EU-FOOD-ANIMAL', 'HU-FOOD-LABEL']));
    expect(codes.some((code) => code.startsWith('DE-'))).toBe(false);
  });

  test('a rule holds from its first day on', async () => {
    const halal = async (day: string) =>
      (await ask('ID', 'tea', day)).checks.some(({ code }) => code === 'ID-FOOD-HALAL');
    expect(await halal('2026-10-17')).toBe(false);
    expect(await halal('2026-10-18')).toBe(true);
  });

  test('spirits are refused by Saudi Arabia and want a permit in the Emirates', async () => {
    expect(
      (await ask('SA', 'baijiu label:ar')).checks.find(({ code }) => code === 'SA-ALCOHOL')?.outcome,
    ).toBe('gap');
    const there = await ask('AE', 'baijiu has:import-permit label:ar');
    expect(there.checks.find(({ code }) => code === 'AE-SPIRITS-LICENCE')?.outcome).toBe('pass');
  });

  test('an unknown market is refused by name', async () => {
    await expect(ask('XX', 'tea')).rejects.toMatchObject({
      code: 'markets.marketUnknown',
      params: { market: 'XX' },
    });
  });
});

describe('habits', () => {
  test('a gift box of four is flagged for Japan with its source, unconfirmed, and changes nothing about entry', async () => {
    const documents = 'tea has:import-permit label:ja';
    const four = await ask('JP', `${documents} pack:4`);
    const three = await ask('JP', `${documents} pack:3`);
    const flagged = four.habits.filter(({ outcome }) => outcome === 'gap');
    expect(flagged).toMatchObject([
      {
        topic: 'number',
        status: 'unconfirmed',
        reason: { code: 'packCount', params: { count: 4 } },
        source: { title: 'Business Insider, customs that surprise visitors to Japan' },
      },
    ]);
    expect(three.habits.some(({ outcome }) => outcome === 'gap')).toBe(false);
    expect([four.entry, three.entry]).toEqual(['clear', 'clear']);
  });

  test('a habit about lemons isn’t told of tea', async () => {
    const taste = async (line: string) =>
      (await ask('RU', line)).habits.filter(({ topic }) => topic === 'taste').length;
    expect([await taste('lemon'), await taste('tea')]).toEqual([1, 0]);
  });
});

describe('charges', () => {
  const charges = (market: string, hs6: string | null, day = on) =>
    app.database.db.transaction().execute((trx) => chargesFor(trx, { market, hs6, on: day }));

  test('the longest heading counts, the union’s duty stands beside the country’s VAT', async () => {
    expect((await charges('DE', '210390')).map(({ kind, hs, rate }) => [kind, hs, rate])).toEqual([
      ['duty', '2103', { of: 'cif', ppm: 77_000 }],
      ['vat', '21', { of: 'cifPlusDuty', ppm: 70_000 }],
    ]);
    expect((await charges('HU', '210390')).find(({ kind }) => kind === 'vat')?.rate).toEqual({
      of: 'cifPlusDuty',
      ppm: 270_000,
    });
  });

  test('a duty nobody has looked up is told to be unknown, never left out or nothing', async () => {
    expect(await charges('KR', '210390')).toMatchObject([
      { kind: 'duty', rate: null, source: null },
      { kind: 'vat', rate: { ppm: 100_000 } },
    ]);
    expect((await charges('US', '210390')).find(({ kind }) => kind === 'duty')).toMatchObject({
      rate: null,
      confidence: 'low',
    });
  });

  test('without a heading even a known rate on all goods is not certain', async () => {
    expect((await charges('SG', null)).map(({ kind, rate }) => [kind, rate])).toEqual([
      ['duty', null],
      ['vat', null],
    ]);
    expect((await charges('SG', '090210'))[0]).toMatchObject({ kind: 'duty', rate: { of: 'cif', ppm: 0 } });
    expect((await charges('SG', '220890'))[0]).toMatchObject({ kind: 'duty', hs: '22', rate: null });
  });

  test('a charge holds from its day on', async () => {
    expect((await charges('RU', '848310', '2025-12-31')).find(({ kind }) => kind === 'vat')?.rate).toBeNull();
    expect(
      (await charges('RU', '848310', '2026-01-01')).find(({ kind }) => kind === 'vat')?.rate,
    ).toMatchObject({ ppm: 220_000 });
  });

  test('countervailing duty stands on its own line', async () => {
    expect((await charges('IT', '870380')).map(({ kind }) => kind)).toEqual(['duty', 'tradeDefence', 'vat']);
  });
});

describe('rates', () => {
  const rate = (base: string, quote: string, day: string) =>
    app.database.db.transaction().execute((trx) => rateOf(trx, { base, quote, on: day }));

  test('a rate is as quoted, turned round, or crossed over the euro, and keeps its day', async () => {
    expect(await rate('EUR', 'CNY', '2026-10-01')).toMatchObject({
      rate: '7.6302',
      date: '2026-09-24',
      stale: false,
      approximate: false,
    });
    expect(Number((await rate('CNY', 'EUR', '2026-10-01'))!.rate)).toBeCloseTo(1 / 7.6302, 10);
    expect(Number((await rate('HUF', 'CNY', '2026-10-01'))!.rate)).toBeCloseTo(7.6302 / 366.15, 10);
    expect(await rate('CNY', 'CNY', '2026-10-01')).toMatchObject({ rate: '1' });
  });

  test('a rate older than thirty days says so; one of a later day is not used', async () => {
    expect((await rate('EUR', 'USD', '2026-10-24'))?.stale).toBe(false);
    expect((await rate('EUR', 'USD', '2026-10-25'))?.stale).toBe(true);
    expect(await rate('EUR', 'USD', '2026-09-23')).toBeNull();
  });

  test('what is no published rate says so, and a currency without any has none', async () => {
    expect((await rate('CNY', 'RUB', '2026-10-01'))?.approximate).toBe(true);
    expect(await rate('CNY', 'TRY', '2026-10-01')).toBeNull();
  });
});

test('facts are loaded once an edition', async () => {
  const again = await app.database.db.transaction().execute((trx) => loadMarketFacts(trx, app.events));
  expect(again).toBe(false);
});

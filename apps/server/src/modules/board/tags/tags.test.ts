import * as contract from '@jiechuan/contract';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { v7 } from 'uuid';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { addDays, today } from '../../../platform/today.ts';
import { maker, type Maker } from '../../catalogue/testing/goods.ts';
import { exportLedger } from '../../deals/index.ts';
import { order } from '../testing/orders.ts';

let app: TestApp;
let seller: Maker;
let buyer: Maker;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  [seller, buyer] = [await maker(app), await maker(app)];
  const { db } = app.ground;
  // Cars to Hungary, batteries and sauce (worth more) to the US, sauce to Japan, in money with and without cents.
  await order(app, seller, buyer, {
    lines: [{ hs6: '870380', quantity: 3, unitPrice: 2_500_033 }],
    to: 'paid',
  });
  await order(app, seller, buyer, {
    market: 'US',
    currency: 'USD',
    lines: [
      { hs6: '850760', unitPrice: 33 },
      { hs6: '210390', unitPrice: 77 },
    ],
  });
  const jp = await order(app, seller, buyer, { market: 'JP', currency: 'JPY', to: 'signed' });
  await order(app, seller, buyer, { kind: 'intent', market: 'DE', lines: [{ hs6: '880622' }], to: 'signed' });
  await order(app, seller, buyer, { kind: 'framework', market: 'RU', to: 'signed' });
  await order(app, seller, buyer, { market: 'PA', on: '2025-05-06' });
  await order(app, seller, buyer, { market: 'PA', on: '2025-05-07' });
  // As the ledger had it before codes were kept: a car's chapter leaves open what it was, a sauce's doesn't.
  const old = await order(app, seller, buyer, { market: 'KZ', lines: [{ hs6: '870380' }], to: 'signed' });
  const sauce = await order(app, seller, buyer, { market: 'KZ', to: 'signed' });
  await sql`update deal_ledger set hs6 = null where deal_id in (${old}, ${sauce})`.execute(db);
  // An amendment that made the sauce to Japan into cars, later: its difference stays with what it corrects.
  await sql`insert into deal_ledger (seq, at, deal_id, contract_id, kind, tier, delta, amount, currency, cny, rate, rate_date,
      seller_id, buyer_id, countries, industry, hs6, document_sha256, previous, hash)
    select (select max(seq) + 1 from deal_ledger), at, deal_id, ${v7()}, kind, tier, true, -1000, currency, -4711, rate, rate_date,
      seller_id, buyer_id, countries, '87', '870380', null, hash, hash
    from deal_ledger where deal_id = ${jp}`.execute(db);
});
afterAll(() => app.close());

const visitor = () => app.as({ role: 'visitor' });
const board = () => visitor().call(contract.getSigningBoard, {});
const report = (query: contract.InputOf<typeof contract.reportCountries>['query'] = {}) =>
  visitor().call(contract.reportCountries, { query });
const get = async (address: string) => {
  const answer = await app.http.inject({
    url: `/api/v1/board${address}`,
    headers: { ...app.headersAs({ role: 'visitor' }), 'accept-language': 'en' },
  });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};
const csv = async (address: string): Promise<Record<string, string>[]> =>
  parse(await get(address), { bom: true, columns: true });
const fen = (text: string) => BigInt(text.replace('.', ''));
const tierWords = { intent: 'Intentions', contract: 'Contracted', effective: 'In effect', paid: 'Paid' };

describe('tags', () => {
  test('part the board without a rest: each sum is the whole, tier by tier', async () => {
    const { tiers, byBelt, byField } = await board();
    for (const parts of [byBelt, byField])
      for (const tier of contract.boardTiers)
        for (const figure of ['deals', 'cny', 'withoutRate'] as const)
          expect(parts.reduce((sum, { sums }) => sum + sums[tier][figure], 0)).toBe(tiers[tier][figure]);
    expect(tiers.contract.deals).toBe(7);
  });

  test('know a field by the whole code of the goods worth most, an old entry only as far as its chapter tells', async () => {
    const { byField } = await board();
    const deals = Object.fromEntries(byField.map(({ key, sums }) => [key, sums.contract.deals]));
    expect(deals).toEqual({ 'new-energy-vehicles': 1, unknown: 1, none: 5, 'unmanned-aircraft': 0 });
    expect(byField.find(({ key }) => key === 'unmanned-aircraft')!.sums.intent.deals).toBe(1);
  });

  test('know the belt by the day of an entry', async () => {
    const { items } = await report({ belt: 'yes' });
    expect(items.map(({ country, sums }) => [country, sums.contract.deals]).toSorted()).toEqual([
      ['HU', 1],
      ['KZ', 2],
      ['PA', 1],
      ['RU', 0],
    ]);
    const without = await report({ belt: 'no', sort: 'country' });
    expect(without.items.map(({ country }) => country)).toEqual(['DE', 'JP', 'PA', 'US']);
    expect(items.find(({ country }) => country === 'PA')!.belt).toBe('no');
  });

  test('an amendment’s difference stands where its deal was entered', async () => {
    const all = (await report({ sort: 'country' })).items.find(({ country }) => country === 'JP')!;
    expect(all.sums.contract.deals).toBe(1);
    expect((await report({ field: 'new-energy-vehicles' })).items.map(({ country }) => country)).toEqual([
      'HU',
    ]);
  });

  test('come with their sources', async () => {
    const { beltAndRoad, fields } = await visitor().call(contract.getBoardTags, {});
    expect(beltAndRoad).toHaveLength(155);
    for (const { source } of [...beltAndRoad, ...fields]) expect(source.title).not.toBe('');
  });
});

describe('the report by country', () => {
  test('adds up to the board’s own figures, and a period to its part', async () => {
    const { tiers } = await board();
    const whole = await report();
    expect(whole.totals).toEqual(tiers);
    const then = await report({ from: '2025-05-06', until: '2025-05-06' });
    expect(then.totals.contract.deals).toBe(1);
    const since = await report({ from: '2025-05-07' });
    expect(since.totals.contract.deals).toBe(6);
    expect((await report({ from: addDays(today(), 1) })).items).toEqual([]);
    const before = await report({ until: addDays(today(), -1) });
    expect(before.totals.effective.deals).toBe(2);
  });

  test('is ordered by what is asked for', async () => {
    for (const tier of contract.boardTiers) {
      const cny = (await report({ sort: tier })).items.map(({ sums }) => sums[tier].cny);
      expect(cny).toEqual(cny.toSorted((a, b) => b - a));
    }
    const codes = (await report({ sort: 'country' })).items.map(({ country }) => country);
    expect(codes).toEqual(codes.toSorted());
  });

  test('a word that is no filter is refused', async () => {
    for (const query of ['belt=perhaps', 'field=tea', 'from=2025-13-01', 'sort=name', 'party=me']) {
      const { statusCode } = await app.http.inject({
        url: `/api/v1/board/countries?${query}`,
        headers: app.headersAs({ role: 'visitor' }),
      });
      expect(statusCode, query).toBe(400);
    }
  });
});

/** The ledger's export in minor units, by tier and currency. */
async function ledger() {
  const text: string[] = [];
  for await (const line of exportLedger(app.ground.db, () => {})) text.push(line);
  const rows = parse<Record<string, string>>(text.join(''), { columns: true });
  return (tier: string, column: string, currency?: string) =>
    rows
      .filter((row) => row['tier'] === tier && (currency === undefined || row['currency'] === currency))
      .reduce((sum, row) => sum + BigInt(row[column] || '0'), 0n);
}

describe.each(['/countries/export', '/signing/export'])('the sheet %s', (address) => {
  test('equals the board and the ledger’s export to the cent, in every currency', async () => {
    const [{ tiers, currencies }, sheet, of] = [await board(), await csv(`${address}.csv`), await ledger()];
    for (const tier of contract.boardTiers) {
      const rows = sheet.filter((row) => row['Tier'] === tierWords[tier]);
      const add = (column: string, some = rows) => some.reduce((sum, row) => sum + fen(row[column]!), 0n);
      expect(add('CNY')).toBe(BigInt(tiers[tier].cny));
      expect(add('CNY')).toBe(of(tier, 'cny'));
      expect(add('Deals')).toBe(BigInt(tiers[tier].deals));
      expect(add('Without a rate')).toBe(BigInt(tiers[tier].withoutRate));
      for (const { currency, amount } of currencies.filter((one) => one.tier === tier)) {
        const own = add(
          'Amount',
          rows.filter((row) => row['Currency'] === currency),
        );
        expect(own).toBe(BigInt(amount));
        expect(own).toBe(of(tier, 'amount', currency));
      }
    }
  });

  test('is the same as a workbook, and names no party', async () => {
    const sheet = await csv(`${address}.csv`);
    const book = await readSheet(await get(`${address}.xlsx`));
    expect(book).toHaveLength(sheet.length + 1);
    expect(book[1]!.map((cell) => String(cell ?? ''))).toEqual(Object.values(sheet[0]!));
    const names = JSON.stringify(sheet);
    for (const { organisationId } of [seller, buyer]) expect(names).not.toContain(organisationId);
  });
});

test('the report’s sheet is narrowed as the report is', async () => {
  const sheet = await csv('/countries/export.csv?belt=no&field=none&sort=country');
  expect([...new Set(sheet.map((row) => row['Country code']))]).toEqual(['JP', 'PA', 'US']);
  const { totals } = await report({ belt: 'no', field: 'none' });
  const contracted = sheet.filter((row) => row['Tier'] === 'Contracted');
  expect(contracted.reduce((sum, row) => sum + fen(row['CNY']!), 0n)).toBe(BigInt(totals.contract.cny));
});

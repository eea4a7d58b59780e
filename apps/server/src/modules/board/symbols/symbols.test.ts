import * as contract from '@jiechuan/contract';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { v7 } from 'uuid';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { addDays, today } from '../../../platform/today.ts';
import { lemons, maker, product, type Maker } from '../../catalogue/testing/goods.ts';
import { order } from '../testing/orders.ts';

let app: TestApp;
let [seller, buyer, other]: Maker[] = [];
/** A doubanjiang that became a hit, lemons sold again and again in one market. */
let [hit, fruit]: string[] = [];
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  [seller, buyer, other] = [await maker(app), await maker(app), await maker(app)];
  [hit, fruit] = [await product(app, seller), await product(app, seller, lemons)];
  const on = (days: number) => addDays(today(), -days);
  for (const market of ['HU', 'DE', 'JP'])
    for (const day of [1, 2])
      await order(app, seller, buyer, { market, lines: [{ productId: hit }], on: on(day) });
  for (const day of [1, 2, 3, 4, 5])
    await order(app, seller, day % 2 ? buyer : other, {
      market: 'RU',
      lines: [{ productId: fruit }],
      on: on(day),
    });
});
afterAll(() => app.close());

const visitor = () => app.as({ role: 'visitor' });
const secretariat = { role: 'secretariat', userId: 's', userName: 'Office' } as const;
const shown = (query: contract.InputOf<typeof contract.listSymbols>['query'] = {}) =>
  visitor().call(contract.listSymbols, { query });
const standing = (who: Parameters<TestApp['as']>[0], id: string) =>
  app.as(who).call(contract.getStanding, { params: { id } });
const show = (who: Maker, id: string) => app.as(who).call(contract.showSymbol, { params: { id } });
const hide = (who: Parameters<TestApp['as']>[0], id: string) =>
  app.as(who).call(contract.hideSymbol, { params: { id } });
const log = async (id: string) =>
  (
    await sql<{
      action: string;
    }>`select action from audit_log where subject_id = ${id} and action like 'board.%' order by id`.execute(
      app.ground.db,
    )
  ).rows.map(({ action }) => action);

describe('a product', () => {
  test('with repeat sales in three markets on two continents is a global hit; one market never makes one', async () => {
    expect(await standing(seller!, hit!)).toMatchObject({
      stage: 'global',
      orders: 6,
      buyers: 1,
      repeatMarkets: 3,
      repeatContinents: 2,
      shown: false,
    });
    const russia = await standing(seller!, fruit!);
    expect(russia).toMatchObject({ stage: 'known', orders: 5, buyers: 2, repeatMarkets: 1 });
    expect(russia.markets).toEqual([{ market: 'RU', continent: 'EU', orders: 5, buyers: 2, repeat: true }]);
  });

  test('is counted by what came into effect: no intention, no signature, no sample, no line without it, each order once', async () => {
    const mine = await product(app, seller!);
    const lines = [{ productId: mine }];
    await order(app, seller!, buyer!, { kind: 'intent', lines, to: 'signed' });
    await order(app, seller!, buyer!, { lines, to: 'signed' });
    await order(app, seller!, buyer!, { lines: [{ productId: mine, unitPrice: 0 }] });
    await order(app, seller!, buyer!, { lines: [{ productId: null }] });
    await order(app, seller!, buyer!, { kind: 'service', lines });
    expect(await standing(seller!, mine)).toMatchObject({ stage: 'regional', orders: 0, markets: [] });
    await order(app, seller!, buyer!, { lines: [...lines, ...lines], to: 'paid' });
    // A second one on the same day is no repeat.
    await order(app, seller!, buyer!, { lines });
    expect(await standing(seller!, mine)).toMatchObject({
      stage: 'regional',
      orders: 2,
      markets: [{ market: 'HU', orders: 2, repeat: false }],
    });
  });

  test('is its maker’s: what a merchant sells on counts for nobody, and shows in nothing', async () => {
    const mine = await product(app, seller!);
    for (const day of [1, 2])
      await order(app, other!, buyer!, { lines: [{ productId: mine }], on: addDays(today(), -day) });
    expect(await standing(seller!, mine)).toMatchObject({ stage: 'regional', orders: 0 });
    const { items } = await app.as(other!).call(contract.listStandings, {});
    expect(items.map((one) => one.product.id)).not.toContain(mine);
  });

  test('is ordered by what both signed last: an amendment takes an order from one product to another', async () => {
    const [before, after] = [await product(app, seller!), await product(app, seller!)];
    const id = await order(app, seller!, buyer!, { lines: [{ productId: before }] });
    const sign = (number: number, productId: string) =>
      sql`
      insert into contract (id, deal_id, number, verify_code, kind, language, amends_id, state, terms, drafted_at, issued_at,
        document_sha256, document_bytes, sealed_at, sealed_sha256, seal_digest)
      select ${v7()}, ${id}, ${`S-${number}-${id}`}, 'code', 'purchase', 'en', (select id from contract where deal_id = ${id}), 'signed',
        ${JSON.stringify({ currency: 'EUR', lines: [{ productId, quantity: 1, unitPriceMinor: 5 }] })}::jsonb, now(), now(),
        repeat('a', 64), 1, now() + ${number} * interval '1 second', repeat('b', 64), 'digest'`.execute(
        app.ground.db,
      );
    await sign(1, before);
    expect((await standing(seller!, before)).orders).toBe(1);
    await sign(2, after);
    expect((await standing(seller!, before)).orders).toBe(0);
    expect((await standing(seller!, after)).orders).toBe(1);
  });

  test('sold at home is a symbol of its region still', async () => {
    const mine = await product(app, seller!);
    for (const day of [1, 2, 3])
      await order(app, seller!, buyer!, {
        market: 'CN',
        lines: [{ productId: mine }],
        on: addDays(today(), -day),
      });
    expect(await standing(seller!, mine)).toMatchObject({ stage: 'regional', orders: 3, repeatMarkets: 0 });
  });
});

describe('the public board', () => {
  test('shows a product only once its maker agrees, and no more once it takes that back or the product goes', async () => {
    expect((await shown()).items).toEqual([]);
    await show(seller!, hit!);
    const { items, stages, total } = await shown();
    expect(items).toMatchObject([{ product: { id: hit }, stage: 'global', shown: true }]);
    expect([stages, total]).toEqual([{ regional: 0, known: 0, several: 0, global: 1 }, 1]);
    await app.as(seller!).call(contract.withdrawProduct, { params: { id: hit! } });
    expect((await shown()).items).toEqual([]);
    await app.as(seller!).call(contract.publishProduct, { params: { id: hit! } });
    expect((await shown()).total).toBe(1);
    await sql`update organisation set state = 'suspended' where id = ${seller!.organisationId}`.execute(
      app.ground.db,
    );
    expect((await shown()).items).toEqual([]);
    await sql`update organisation set state = 'admitted' where id = ${seller!.organisationId}`.execute(
      app.ground.db,
    );
    await hide(seller!, hit!);
    expect((await shown()).items).toEqual([]);
    expect(await log(hit!)).toEqual(['board.showSymbol', 'board.hideSymbol']);
  });

  test('tells counts, never an amount and never who bought', async () => {
    await show(seller!, fruit!);
    const text = JSON.stringify(await shown());
    await hide(seller!, fruit!);
    for (const secret of [buyer!.organisationId, other!.organisationId, 'EUR', 'cny', 'amount'])
      expect(text).not.toContain(secret);
    // The price of a jar and of a thousand; ids and times may have the same digits.
    expect(text).not.toMatch(/\b1[.,]?99(000)?\b/);
  });

  test('of twenty that agree and take back at once each change is one line of the log', async () => {
    const mine = await product(app, seller!);
    await Promise.all(Array.from({ length: 20 }, () => show(seller!, mine)));
    expect(await log(mine)).toEqual(['board.showSymbol']);
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? show(seller!, mine) : hide(seller!, mine))),
    );
    const told = await log(mine);
    const count = (action: string) => told.filter((one) => one === action).length;
    const { rows } = await sql`select from symbol_showing where product_id = ${mine}`.execute(app.ground.db);
    // As often shown as taken back, and once more where it is shown now.
    expect(count('board.showSymbol') - count('board.hideSymbol')).toBe(rows.length);
    await hide(seller!, mine);
  });
});

describe('who sees and does what', () => {
  test('nobody shows another’s product, nor learns how far it has come', async () => {
    for (const ask of [standing, show, hide] as const)
      await expect(ask(other!, hit!)).rejects.toMatchObject({ problem: { status: 404 } });
    for (const role of ['visitor', 'observer', 'merchant'] as const)
      await expect(standing({ role, userId: role === 'visitor' ? null : role }, hit!)).rejects.toMatchObject({
        problem: { status: role === 'visitor' ? 401 : 403 },
      });
  });

  test('a maker lists its own, the secretariat all; it may take down but not put up', async () => {
    const own = await app.as(seller!).call(contract.listStandings, { query: { limit: 100 } });
    expect(own.items.every((one) => one.product.maker.id === seller!.organisationId)).toBe(true);
    expect(own.items.map((one) => one.product.id)).toEqual(expect.arrayContaining([hit, fruit]));
    expect((await app.as(other!).call(contract.listStandings, {})).items).toEqual([]);
    const theirs = await product(app, other!);
    await order(app, other!, buyer!, { lines: [{ productId: theirs }] });
    const all = await app.as(secretariat).call(contract.listStandings, { query: { limit: 100 } });
    expect(all.items.map((one) => one.product.id)).toEqual(expect.arrayContaining([hit, theirs]));
    await expect(
      app.as(secretariat).call(contract.showSymbol, { params: { id: theirs } }),
    ).rejects.toMatchObject({ problem: { status: 403 } });
    await show(other!, theirs);
    expect((await hide(secretariat, theirs)).shown).toBe(false);
  });
});

describe('the list', () => {
  test('goes page by page, the furthest first, narrowed by stage, market and words', async () => {
    const list = (query: contract.InputOf<typeof contract.listStandings>['query']) =>
      app.as(seller!).call(contract.listStandings, { query });
    const whole = await list({ limit: 100 });
    expect(whole.items[0]).toMatchObject({ product: { id: hit } });
    for (const sort of contract.symbolSorts) {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ limit: 2, sort, cursor });
        ids.push(...page.items.map((one) => one.product.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(ids).size).toBe(whole.total);
      expect(ids).toHaveLength(whole.total);
    }
    expect((await list({ stage: 'known' })).items.map((one) => one.product.id)).toEqual([fruit]);
    expect((await list({ market: 'JP' })).items.map((one) => one.product.id)).toEqual([hit]);
    expect((await list({ q: '安岳 LEMON' })).items.map((one) => one.product.id)).toEqual([fruit]);
    expect((await list({ q: 'qqqq' })).items).toEqual([]);
  });

  test('goes out as a sheet, the public’s with what is shown alone', async () => {
    const get = async (address: string, who: Parameters<TestApp['as']>[0]) => {
      const answer = await app.http.inject({
        url: `/api/v1/board/${address}`,
        headers: { ...app.headersAs(who), 'accept-language': 'en' },
      });
      expect(answer.statusCode).toBe(200);
      return answer.rawPayload;
    };
    const rows = async (address: string, who: Parameters<TestApp['as']>[0]) =>
      parse<Record<string, string>>(await get(address, who), { bom: true, columns: true });
    expect(await rows('symbols/export.csv', { role: 'visitor' })).toEqual([]);
    await show(seller!, hit!);
    expect(await rows('symbols/export.csv', { role: 'visitor' })).toMatchObject([
      { Product: 'Pixian doubanjiang', Standing: 'Global hit', Orders: '6', Shown: 'Yes' },
    ]);
    const own = await rows('standings/export.csv', seller!);
    expect(own.find((row) => row['Product'] === 'Anyue lemon')).toMatchObject({
      'Orders by market': 'RU 5',
      Shown: 'No',
    });
    const book = await readSheet(await get('standings/export.xlsx?stage=known', seller!));
    expect(book).toHaveLength(2);
    await hide(seller!, hit!);
  });
});

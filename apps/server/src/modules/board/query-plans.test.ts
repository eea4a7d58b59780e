import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { maker, product, type Maker } from '../catalogue/testing/goods.ts';
import { ledgerTotals, productSales } from '../deals/index.ts';
import { standings } from './symbols/standings.ts';
import { ledgerTags } from './tags/tags.ts';

let app: TestApp;
const makers: Maker[] = [];

/** 25,000 purchases of ten makers in 100,000 entries: signed, amended, in effect, paid. */
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  const { db } = app.ground;
  const products: string[] = [];
  for (let count = 0; count < 10; count++) {
    const one = await maker(app);
    makers.push(one);
    products.push(await product(app, one));
  }
  const sellers = makers.map(({ organisationId }) => organisationId);
  await sql`
    insert into deal (id, kind, title, market, seller_id, buyer_id, opened_by, stage, stage_since, last_active_at)
    select gen_random_uuid(), 'purchase', n::text, (array['HU', 'JP', 'US', 'KZ', 'DE', 'RU'])[1 + n % 6],
      (${sellers}::uuid[])[1 + n % 10], gen_random_uuid(), gen_random_uuid(), 'paid', now(), now()
    from generate_series(1, 25000) as n`.execute(db);
  await sql`
    insert into deal_offer (deal_id, number, side, terms, total, currency, state, expires_on, at)
    select id, 1, 'seller', jsonb_build_object('currency', 'EUR', 'lines', jsonb_build_array(
        jsonb_build_object('productId', (${products}::uuid[])[array_position(${sellers}::uuid[], seller_id)], 'hs6', '210390',
          'quantity', 10, 'unitPrice', 100, 'description', repeat('words ', 20)))),
      1000, 'EUR', 'accepted', now()::date, now()
    from deal`.execute(db);
  await sql`
    insert into deal_ledger (seq, at, deal_id, contract_id, kind, tier, delta, amount, currency, cny, rate, rate_date,
      seller_id, buyer_id, countries, industry, hs6, document_sha256, previous, hash)
    select row_number() over (order by deal.id, step.tier), now() - deal.title::integer * interval '20 minutes', deal.id,
      case when step.delta then gen_random_uuid() end, 'purchase', step.tier, step.delta, 1000, 'EUR', 8000, '8', now()::date,
      seller_id, buyer_id, array[market], '21', '210390', null, repeat('0', 64), repeat('0', 64)
    from deal, (values ('contract', false), ('contract', true), ('effective', false), ('paid', false)) as step (tier, delta)`.execute(
    db,
  );
  await sql`vacuum analyze deal_ledger`.execute(db);
  await sql`vacuum analyze deal_offer`.execute(db);
  await sql`analyze deal`.execute(db);
}, 120_000);
afterAll(() => app.close());

test('with a hundred thousand entries the ledger is added up, and sums stay exact', async () => {
  const { db } = app.ground;
  const rows = await ledgerTotals(db, ledgerTags);
  expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(100_000 * 1000);
  const contracted = rows.filter(({ tier }) => tier === 'contract');
  expect(contracted.reduce((sum, { deals }) => sum + deals, 0)).toBe(25_000);
});

test('one maker’s orders are read off an index; everybody’s are all there', async () => {
  const { db } = app.ground;
  const [one] = await standings(db, { maker: makers[0]!.organisationId });
  expect(one).toMatchObject({ orders: 2500, stage: 'global' });
  const used = async () => {
    const { rows } = await sql<{ scans: number }>`
      select idx_scan as scans from pg_stat_user_indexes where indexrelname = 'deal_ledger_orders'`.execute(
      db,
    );
    return rows[0]!.scans;
  };
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const before = await used();
  await db.transaction().execute(async (trx) => {
    await productSales(trx, { sellers: [makers[1]!.organisationId] });
    await sql`select pg_stat_force_next_flush()`.execute(trx);
  });
  await expect.poll(used).toBeGreaterThan(before);
  const all = await standings(db, 'all');
  expect(all.reduce((sum, { orders }) => sum + orders, 0)).toBe(25_000);
});

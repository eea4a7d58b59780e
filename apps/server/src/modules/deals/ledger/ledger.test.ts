import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { hashOf } from './chain.ts';
import { enterLedger, type LedgerEntry } from './enter.ts';
import { exportLedger } from './export-ledger.ts';
import { verifyLedger } from './verify.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());
beforeEach(() => sql`delete from deal_ledger`.execute(app.ground.db));

const deal = async () => {
  const [id, seller, buyer] = [v7(), v7(), v7()];
  await sql`insert into deal (id, kind, title, market, seller_id, buyer_id, opened_by, stage, stage_since, last_active_at)
    values (${id}, 'purchase', 'Tea', 'HU', ${seller}, ${buyer}, ${buyer}, 'signed', now(), now())`.execute(
    app.ground.db,
  );
  return { dealId: id, sellerId: seller, buyerId: buyer };
};
const entry = (of: Awaited<ReturnType<typeof deal>>, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...of,
  contractId: v7(),
  kind: 'purchase',
  tier: 'contract',
  delta: false,
  amountMinor: 99_503,
  currency: 'EUR',
  cny: { amount: 780_000, rate: '7.839', rateDate: '2026-11-25' },
  countries: ['HU', 'CN'],
  industry: '21',
  hs6: '210390',
  documentSha256: 'ab'.repeat(32),
  ...change,
});
const enter = (one: LedgerEntry) => app.ground.db.transaction().execute((trx) => enterLedger(trx, one));
const fill = async (count: number) => {
  for (let at = 0; at < count; at++) await enter(entry(await deal()));
};
const refused = (code: string) => expect.objectContaining({ code });

test('an empty ledger is whole', async () => {
  expect(await verifyLedger(app.ground.db)).toMatchObject({ entries: 0, broken: null });
});

test('twenty that enter at once, one of them rolled back, stand in one chain without a gap', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, deal));
  const outcomes = await Promise.allSettled(
    all.map((one, at) =>
      app.ground.db.transaction().execute(async (trx) => {
        await enterLedger(trx, entry(one));
        if (at === 7) throw new Error('gone');
      }),
    ),
  );
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(19);
  expect(await verifyLedger(app.ground.db)).toMatchObject({ entries: 19, broken: null });
});

test('of ten that enter one deal in one tier at once one is heard', async () => {
  const one = await deal();
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => enter(entry(one))));
  expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  for (const each of outcomes)
    if (each.status === 'rejected') expect(each.reason).toEqual(refused('deals.alreadyEntered'));
});

test('an amendment enters as a difference, once; before the first entry and in another currency it is refused', async () => {
  const one = await deal();
  const less = entry(one, { delta: true, amountMinor: -503, cny: null });
  await expect(enter(less)).rejects.toEqual(refused('deals.nothingToCorrect'));
  await enter(entry(one));
  await enter(less);
  await expect(enter(less)).rejects.toEqual(refused('deals.alreadyEntered'));
  await expect(enter({ ...less, contractId: v7(), currency: 'USD' })).rejects.toEqual(
    refused('deals.otherCurrency'),
  );
  expect(await verifyLedger(app.ground.db)).toMatchObject({ entries: 2, broken: null });
});

const changes = {
  at: sql`at + interval '1 millisecond'`,
  deal_id: sql`(select deal_id from deal_ledger where seq = 1)`,
  contract_id: sql`null`,
  kind: sql`'service'`,
  tier: sql`'paid'`,
  delta: sql`true`,
  amount: sql`amount + 1`,
  currency: sql`'USD'`,
  cny: sql`cny + 1`,
  rate: sql`rate || '0'`,
  rate_date: sql`rate_date + 1`,
  seller_id: sql`buyer_id`,
  buyer_id: sql`seller_id`,
  countries: sql`'{CN}'`,
  industry: sql`null`,
  hs6: sql`null`,
  document_sha256: sql`repeat('cd', 32)`,
  previous: sql`repeat('cd', 32)`,
  hash: sql`repeat('cd', 32)`,
};

test('the changes below are to every column but the number', async () => {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_name = 'deal_ledger' and column_name <> 'seq'`.execute(app.ground.db);
  expect(Object.keys(changes).toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});

test.each(Object.entries(changes))('a changed %s is found in its row', async (column, value) => {
  await fill(5);
  // The deal's tier is taken by row 1: deltas may share it.
  const delta = column === 'deal_id' ? sql`, delta = true` : sql``;
  await sql`update deal_ledger set ${sql.ref(column)} = ${value} ${delta} where seq = 3`.execute(
    app.ground.db,
  );
  expect((await verifyLedger(app.ground.db)).broken).toEqual({ seq: 3, what: 'altered' });
});

test('an entry from before HS codes were kept keeps its hash, and none can be given to it', async () => {
  const { hash: _, hs6: none, ...old } = await enter(entry(await deal(), { hs6: null }));
  expect(none).toBeNull();
  // As every hash was made before there was such a column.
  const was = createHash('sha256')
    .update(
      JSON.stringify(
        Object.entries({ ...old, at: old.at.toISOString() }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
    .digest('hex');
  expect(hashOf({ ...old, hs6: null })).toBe(was);
  expect((await verifyLedger(app.ground.db)).broken).toBeNull();
  await sql`update deal_ledger set hs6 = '870380'`.execute(app.ground.db);
  expect((await verifyLedger(app.ground.db)).broken).toEqual({ seq: 1, what: 'altered' });
});

test('a removed row is named, a swapped pair too', async () => {
  await fill(5);
  await sql`update deal_ledger set seq = case seq when 2 then 102 else 103 end where seq in (2, 3)`.execute(
    app.ground.db,
  );
  await sql`update deal_ledger set seq = case seq when 102 then 3 else 2 end where seq in (102, 103)`.execute(
    app.ground.db,
  );
  expect((await verifyLedger(app.ground.db)).broken).toEqual({ seq: 2, what: 'altered' });
  await sql`delete from deal_ledger where seq = 2`.execute(app.ground.db);
  expect((await verifyLedger(app.ground.db)).broken).toEqual({ seq: 2, what: 'missing' });
});

test('an end that was cut off is noticed by a head known from before', async () => {
  await fill(3);
  const { head } = await verifyLedger(app.ground.db);
  await sql`delete from deal_ledger where seq = 3`.execute(app.ground.db);
  expect((await verifyLedger(app.ground.db)).broken).toBeNull();
  expect((await verifyLedger(app.ground.db, head)).broken).toEqual({ seq: 3, what: 'cut' });
});

test('the export holds every entry and ends with the head', async () => {
  await fill(3);
  const heads: unknown[] = [];
  const lines = await Array.fromAsync(exportLedger(app.ground.db, (head) => void heads.push(head)));
  expect(lines).toHaveLength(4);
  const { head } = await verifyLedger(app.ground.db);
  expect(heads).toEqual([head]);
  expect(lines.at(-1)).toMatch(new RegExp(`^3,.*,${head.hash}\n$`));
});

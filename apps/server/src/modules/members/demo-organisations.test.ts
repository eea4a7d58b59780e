import {
  checkCreditCode,
  continents,
  getAllianceTotals,
  getCharter,
  listMembers,
  listResources,
  listSignatories,
} from '@jiechuan/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { inTransaction } from '../../platform/http/transaction.ts';
import { demoOrganisations, insertDemoOrganisations } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

test('the same seed makes the same alliance, another seed another', () => {
  expect(demoOrganisations(50, 1)).toEqual(demoOrganisations(50, 1));
  expect(demoOrganisations(50, 2)).not.toEqual(demoOrganisations(50, 1));
});

test('every demo organisation says so in each of its names, has a name of its own and a sound credit code', () => {
  const rows = demoOrganisations(1000, 1);
  const enterprises = rows.filter(({ kind }) => kind === 'enterprise');
  expect(enterprises).toHaveLength(1000);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(new Set(rows.map(({ names }) => names['zh-CN'])).size).toBe(rows.length);
  for (const { names } of rows) {
    expect(names['zh-CN']).toMatch(/^示范/);
    expect(names['en']).toMatch(/^Demo /);
    expect(names['ru']).toMatch(/^Демо: /);
  }
  for (const { creditCode } of enterprises) expect(checkCreditCode(creditCode!)).toEqual({ ok: true });
  expect(new Set(enterprises.map(({ creditCode }) => creditCode)).size).toBe(1000);
  const associations = rows.filter(({ kind }) => kind === 'association');
  expect(new Set(associations.map(({ continent }) => continent))).toEqual(new Set(continents));
});

test('a thousand enterprises are put in, and directory, totals, resources and charter answer from them', async () => {
  const before = await app.as({ role: 'visitor' }).call(getAllianceTotals, {});
  expect(before.continentsWithoutMember).toEqual([...continents]);
  const rows = demoOrganisations(1000, 1);
  await inTransaction(app.ground.db, { retry: false }, (trx) => insertDemoOrganisations(trx, rows));
  const visitor = app.as({ role: 'visitor' });
  const totals = await visitor.call(getAllianceTotals, {});
  expect(totals.enterprises).toEqual({ count: 1000, target: 1000 });
  expect(totals.members).toBe(rows.length);
  expect(totals.continentsWithoutMember).toEqual([]);
  expect(totals.continentsWithoutAssociation).toEqual([]);
  const list = await visitor.call(listMembers, { query: { q: '布达佩斯', kind: ['association'] } });
  expect(list.items).toMatchObject([
    { demo: true, names: { en: 'Demo Budapest Sichuan–Chongqing Association' } },
  ]);
  const affiliates = await visitor.call(listMembers, { query: { association: list.items[0]!.id } });
  expect(affiliates.total).toBe(2);
  const chilled = await visitor.call(listResources, { query: { q: 'chilled, Budapest' } });
  expect(chilled.items).toMatchObject([
    { temperatureClass: 'chilled', capacity: { unit: 'PF' }, demo: true },
  ]);
  expect((await visitor.call(getCharter, {})).number).toBe(2);
  expect((await visitor.call(listSignatories, {})).items).toHaveLength(12);
});

test('the board names the continents that have no association yet', async () => {
  const { pool } = app.database;
  await pool.query(`update organisation set state = 'suspended' where continent in ('africa', 'oceania')`);
  const totals = await app.as({ role: 'visitor' }).call(getAllianceTotals, {});
  expect(totals.continentsWithoutMember).toEqual(['africa', 'oceania']);
});

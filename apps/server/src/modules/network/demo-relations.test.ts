import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { inTransaction } from '../../platform/http/transaction.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { demoOrganisations, insertDemoOrganisations } from '../members/index.ts';
import { demoRelations } from './demo-relations.ts';
import { insertDemoRelations } from './index.ts';
import { writeEdges } from './relation.sql.ts';
import { network } from './tables.ts';

let app: TestApp;
const organisations = demoOrganisations(200, 1);
const first = (kind: string) => organisations.find((one) => one.kind === kind)!.id;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  await inTransaction(app.ground.db, { retry: false }, async (trx) => {
    await insertDemoOrganisations(trx, organisations);
    await insertDemoRelations(trx, organisations, 1);
  });
});
afterAll(() => app.close());

const as = (role: 'enterprise' | 'association' | 'merchant') =>
  app.as({
    role,
    userId: 'u',
    userName: 'U',
    organisationId: first(role),
    organisationRole: 'owner',
  });

test('the same seed makes the same relations, each of which says that it is a demo', () => {
  const made = demoRelations(organisations, 1);
  expect(demoRelations(organisations, 1)).toEqual(made);
  expect(demoRelations(organisations, 2)).not.toEqual(made);
  for (const { evidence } of made) expect(evidence).toMatch(/^示范数据：.+\nDemo data: /);
  const each = made.length / organisations.length;
  expect(each).toBeGreaterThan(2);
  expect(each).toBeLessThan(5);
  expect(made.filter(({ answered }) => answered === null).length).toBeGreaterThan(10);
  expect(made.filter(({ stated }) => stated.visibility === 'hidden').length).toBeGreaterThan(10);
});

test('an alliance of nobody, and of one enterprise, has no relations and breaks nothing', () => {
  expect(demoRelations([], 1)).toEqual([]);
  expect(
    demoRelations(
      organisations.filter(({ id }) => id === first('enterprise')),
      1,
    ),
  ).toEqual([]);
});

test('what leads from one to another is what the use cases would have written', async () => {
  const edges = () =>
    network(app.ground.db)
      .selectFrom('relation_edge')
      .selectAll()
      .orderBy(sql`1, 2, 3`)
      .execute();
  const before = await edges();
  for (const row of await network(app.ground.db).selectFrom('relation').selectAll().execute())
    await writeEdges(app.ground.db, row);
  expect(await edges()).toEqual(before);
});

test('the demo enterprise has relations, one to confirm, a way to the demo merchant, and one introduction that waits', async () => {
  const enterprise = as('enterprise');
  for (const state of ['confirmed', 'toConfirm'] as const)
    expect((await enterprise.call(contract.listRelations, { query: { state } })).total).toBeGreaterThan(0);
  const { known, ways } = await enterprise.call(contract.findIntroductions, {
    query: { organisation: first('merchant') },
  });
  expect(known).toBe(false);
  expect(ways.find(({ through }) => through.id === first('association'))).toMatchObject({ second: null });
  const asked = await enterprise.call(contract.listIntroductions, { query: { part: 'asked' } });
  expect(asked.items).toMatchObject([{ state: 'waiting', part: 'asker' }]);
});

test('one introduction waits for the demo association, who can pass it to whom it is for', async () => {
  const { items } = await as('association').call(contract.listIntroductions, { query: { part: 'toAnswer' } });
  expect(items).toMatchObject([{ state: 'waiting', toAnswer: true, target: { id: first('merchant') } }]);
  const turn = await as('association').call(contract.getIntroduction, { params: { id: items[0]!.id } });
  expect(turn.passTo.map(({ partner }) => partner.id)).toContain(first('merchant'));
});

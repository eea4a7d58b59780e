import {
  getCharter,
  listCharterVersions,
  listSignatories,
  publishCharter,
  recordSignatory,
  removeSignatory,
} from '@jiechuan/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { admitted, applied, secretariat } from './testing/applicant.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const publish = (adoptedOn: string, en: string) =>
  app.as(secretariat).call(publishCharter, { body: { adoptedOn, texts: { en, 'zh-CN': '章程' } } });

test('versions of the charter are numbered, kept and readable by anybody; the newest is in force', async () => {
  const visitor = app.as({ role: 'visitor' });
  await expect(visitor.call(getCharter, {})).rejects.toMatchObject({ problem: { status: 404 } });
  await publish('2025-09-16', 'First');
  await publish('2026-03-20', 'Second');
  expect(await visitor.call(getCharter, {})).toMatchObject({ number: 2, texts: { en: 'Second' } });
  expect(await visitor.call(getCharter, { query: { number: 1 } })).toMatchObject({
    number: 1,
    adoptedOn: '2025-09-16',
    texts: { en: 'First', 'zh-CN': '章程' },
  });
  const first = await visitor.call(listCharterVersions, { query: { limit: 1 } });
  const second = await visitor.call(listCharterVersions, { query: { limit: 1, cursor: first.nextCursor! } });
  expect([...first.items, ...second.items].map(({ number }) => number)).toEqual([2, 1]);
  expect(second.nextCursor).toBeNull();
  await expect(publish('2026-01-01', 'Third')).rejects.toMatchObject({
    problem: { code: 'members.charterOlder', errors: [{ path: 'body.adoptedOn' }] },
  });
  const { pool } = app.database;
  await expect(pool.query(`update charter_version set texts = '{}'`)).rejects.toThrow('append-only');
  await expect(pool.query('truncate charter_version cascade')).rejects.toThrow('append-only');
});

test('eight publishers at once get eight numbers, none lost', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => (await publish('2026-06-01', `At once ${index}`)).number),
  );
  expect(new Set(numbers).size).toBe(8);
});

test('founding signatories are listed by date with the body they signed for', async () => {
  const { id } = await admitted(app, { names: { en: 'Founding Works' } });
  const waiting = await applied(app);
  const sign = (en: string, signedOn: string, organisationId: string | null) =>
    app
      .as(secretariat)
      .call(recordSignatory, { body: { names: { en }, signedOn, organisationId, charterNumber: 1 } });
  await sign('Demo Second', '2025-09-17', null);
  await sign('Demo First', '2025-09-16', id);
  await expect(sign('Demo Third', '2025-09-16', waiting.id)).rejects.toMatchObject({
    problem: { code: 'members.signatoryOrganisationUnknown', errors: [{ path: 'body.organisationId' }] },
  });
  const unheardOf = app.as(secretariat).call(recordSignatory, {
    body: { names: { en: 'Demo Fourth' }, signedOn: '2025-09-16', charterNumber: 99 },
  });
  await expect(unheardOf).rejects.toMatchObject({
    problem: { code: 'members.noCharter', errors: [{ path: 'body.charterNumber' }] },
  });
  const visitor = app.as({ role: 'visitor' });
  const first = await visitor.call(listSignatories, { query: { limit: 1 } });
  const second = await visitor.call(listSignatories, { query: { limit: 1, cursor: first.nextCursor! } });
  expect([...first.items, ...second.items]).toMatchObject([
    { names: { en: 'Demo First' }, signedOn: '2025-09-16', organisationNames: { en: 'Founding Works' } },
    { names: { en: 'Demo Second' }, signedOn: '2025-09-17', organisationNames: null },
  ]);
  // One that was recorded wrongly is taken out, once; the audit log keeps it.
  const params = { id: first.items[0]!.id };
  await expect(visitor.call(removeSignatory, { params })).rejects.toMatchObject({
    problem: { code: 'platform.signInFirst' },
  });
  await app.as(secretariat).call(removeSignatory, { params });
  await expect(app.as(secretariat).call(removeSignatory, { params })).rejects.toMatchObject({
    problem: { code: 'platform.notFound' },
  });
  expect((await visitor.call(listSignatories, { query: {} })).items).toMatchObject([
    { names: { en: 'Demo Second' } },
  ]);
  const kept = await app.database.pool.query<{ before: object }>(
    `select before from audit_log where action = 'members.removeSignatory'`,
  );
  expect(kept.rows).toMatchObject([{ before: { names: { en: 'Demo First' } } }]);
});

test('only the secretariat publishes', async () => {
  const body = { adoptedOn: '2027-01-01', texts: { en: 'x' } };
  for (const role of ['user', 'enterprise', 'government', 'observer'] as const) {
    await expect(app.as({ role, userId: 'x' }).call(publishCharter, { body })).rejects.toMatchObject({
      problem: { status: 403 },
    });
  }
});

import * as contract from '@jiechuan/contract';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { readSheet } from 'read-excel-file/node';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';

let app: TestApp;
const desk = { role: 'secretariat', userId: 's', userName: 'Office' } as const;
const mails = [
  ['b@example.org', 'Welcome', 'kept', null],
  ['a@example.org', '=Invitation', 'failed', '550 no such user'],
  ['c@example.org', '100% yours', 'kept', null],
  ['a@example.org', 'Welcome back', 'kept', null],
] as const;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  for (const [recipient, subject, state, error] of mails)
    await sql`insert into mail (id, recipient, subject, body, state, error)
      values (${v7()}, ${recipient}, ${subject}, 'https://example.org/sign-in?token=secret', ${state}, ${error})`.execute(
      app.ground.db,
    );
});
afterAll(() => app.close());

const list = (query: contract.InputOf<typeof contract.listMails>['query'] = {}) =>
  app.as(desk).call(contract.listMails, { query });
const subjects = async (query: contract.InputOf<typeof contract.listMails>['query']) =>
  (await list(query)).items.map(({ subject }) => subject);

test('mails are found by address or subject, letters as they are, and by what became of them', async () => {
  expect(await subjects({ q: 'WELCOME' })).toEqual(['Welcome back', 'Welcome']);
  expect(await subjects({ q: 'a@example' })).toEqual(['Welcome back', '=Invitation']);
  expect(await subjects({ q: '0%' })).toEqual(['100% yours']);
  expect(await subjects({ state: 'failed' })).toEqual(['=Invitation']);
  expect(await list({ q: 'nobody' })).toEqual({ items: [], nextCursor: null, total: 0 });
});

test('in each order a page follows another, none twice and none left out', async () => {
  const orders = {
    newest: ['Welcome back', '100% yours', '=Invitation', 'Welcome'],
    oldest: ['Welcome', '=Invitation', '100% yours', 'Welcome back'],
    recipient: ['=Invitation', 'Welcome back', 'Welcome', '100% yours'],
  };
  for (const sort of contract.mailSorts) {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ sort, limit: 1, cursor });
      expect(page.total).toBe(4);
      found.push(...page.items.map(({ subject }) => subject));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(found).toEqual(orders[sort]);
  }
});

test('the list goes out as a sheet, worded for the reader, without the text of mails and without formulas', async () => {
  const get = async (address: string, who: Parameters<TestApp['as']>[0] = desk) =>
    app.http.inject({
      url: `/api/v1/mails/${address}`,
      headers: { ...app.headersAs(who), 'accept-language': 'en' },
    });
  const csv = await get('export.csv?sort=oldest');
  expect(csv.payload).not.toContain('token');
  const rows = parse<Record<string, string>>(csv.rawPayload, { bom: true, columns: true });
  expect(rows.map((row) => [row['To'], row['Subject'], row['State'], row['Error']])).toEqual([
    ['b@example.org', 'Welcome', 'Kept', ''],
    ['a@example.org', "'=Invitation", 'Failed', '550 no such user'],
    ['c@example.org', '100% yours', 'Kept', ''],
    ['a@example.org', 'Welcome back', 'Kept', ''],
  ]);
  expect(await readSheet((await get('export.xlsx?state=failed')).rawPayload)).toHaveLength(2);
});

test('where mails are sent only the secretariat reads of them', async () => {
  app.ground.config.smtpUrl = 'smtp://mail.example.org';
  for (const address of ['', '/export.csv', '/export.xlsx'])
    for (const [role, status] of [
      ['visitor', 401],
      ['enterprise', 403],
      ['observer', 403],
      ['secretariat', 200],
    ] as const) {
      const answer = await app.http.inject({
        url: `/api/v1/mails${address}`,
        headers: app.headersAs({ role, userId: role === 'visitor' ? null : role }),
      });
      expect([address, role, answer.statusCode]).toEqual([address, role, status]);
    }
});

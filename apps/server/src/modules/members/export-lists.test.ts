import { addResource } from '@jiechuan/contract';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { admitted, applied } from './testing/applicant.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  const { owner, id } = await admitted(app, {
    kind: 'merchant',
    creditCode: null,
    country: 'HU',
    place: { code: null, city: 'Budapest' },
    names: { 'zh-CN': '示范布达佩斯商行', en: '=HYPERLINK("http://example.org")', ru: '+7 Будапешт' },
    tags: ['cold-chain'],
  });
  await app.as({ ...owner }).call(addResource, {
    params: { id },
    body: {
      kind: 'warehouse',
      country: 'HU',
      city: 'Budapest',
      temperatureClass: 'chilled',
      capacity: { amount: 400, unit: 'PF' },
      descriptions: { en: '-2+3+cmd|calc' },
      contact: { person: 'Secret Keeper', phone: '+36 1 555 0100', email: 'keeper@example.org' },
    },
  });
  await admitted(app, { names: { 'zh-CN': '示范内江酱园', en: 'Demo Neijiang Sauces' } });
  await applied(app, { names: { 'zh-CN': '示范未准入', en: 'Demo Not Admitted' } });
});
afterAll(() => app.close());

const get = (url: string, role: 'visitor' | 'observer' | 'enterprise' = 'visitor') =>
  app.http.inject({ url: `/api/v1${url}`, headers: { ...app.headersAs({ role }), 'accept-language': 'en' } });

test('the directory goes out as the list stands: admitted members, the filters of the address, words of the reader', async () => {
  const everybody = (await get('/members/export.csv')).payload;
  expect(everybody).toContain('"Name (Chinese)"');
  expect(everybody).toContain('Demo Neijiang Sauces');
  expect(everybody).not.toContain('Not Admitted');
  const hungary = (await get('/members/export.csv?country=HU')).payload.trim().split('\r\n');
  expect(hungary).toHaveLength(2);
  expect(hungary[1]).toContain('"Overseas merchant","Hungary","Budapest"');
});

test('no cell of them can be run as a formula', async () => {
  for (const list of ['/members/export.csv', '/resources/export.csv']) {
    const sheet = (await get(list)).payload;
    expect(sheet).toContain(`"'`);
    expect(sheet).not.toMatch(/"[=+@]|"-[^\d]/);
  }
});

test('nobody is in them by person, mail or telephone, whoever asks, and observers get neither', async () => {
  for (const list of ['/members/export.csv', '/resources/export.csv']) {
    const sheet = (await get(list, 'enterprise')).payload;
    for (const secret of [
      'Secret Keeper',
      '555 0100',
      'keeper@example.org',
      'Demo Person',
      'desk@example.org',
    ])
      expect(sheet).not.toContain(secret);
    expect((await get(list, 'observer')).statusCode).toBe(403);
  }
});

test('a workbook says the same', async () => {
  const book = await get('/resources/export.xlsx?temperatureClass=chilled');
  const rows = await readSheet(book.rawPayload);
  expect(rows).toHaveLength(2);
  expect(rows[1]!.slice(0, 6)).toEqual(['warehouse', 'Hungary', 'Budapest', 'chilled', '400', 'PF']);
});

test('a filter that there isn’t is refused by name', async () => {
  const answer = await get('/members/export.csv?kontinent=asia');
  expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'query.kontinent' }] });
});

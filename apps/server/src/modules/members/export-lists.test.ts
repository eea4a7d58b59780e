import { addResource } from '@jiechuan/contract';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { admitted, applied, secretariat } from './testing/applicant.ts';

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

test('the desk goes out as its list stands: everybody’s to the secretariat, one’s own to an applicant, nobody’s contacts', async () => {
  const applicant = await applied(app, { names: { 'zh-CN': '示范等待', en: '=Demo Waiting' } });
  const take = (url: string, who: Parameters<TestApp['headersAs']>[0]) =>
    app.http.inject({
      url: `/api/v1/applications${url}`,
      headers: { ...app.headersAs(who), 'accept-language': 'en' },
    });
  const lines = ({ payload }: { payload: string }) => payload.trim().split('\r\n');
  const everybody = await take('/export.csv', secretariat);
  expect(everybody.headers['content-disposition']).toBe('attachment; filename="applications.csv"');
  expect(lines(everybody)).toHaveLength(5);
  expect(lines(everybody)[0]).toContain('"Application","Waits for","Submitted","Decided","Written to in"');
  expect(lines(everybody)[1]).toContain('"Overseas merchant","Hungary","Budapest",,"admitted"');
  const open = lines(await take('/export.csv?state=open', secretariat));
  expect(open).toHaveLength(3);
  expect(open[2]).toContain(`"示范等待","'=Demo Waiting",,"Enterprise","China"`);
  expect(open[2]).toContain('"open","the secretariat"');
  expect(lines(await take('/export.csv?q=示范等待', secretariat))).toHaveLength(2);
  for (const secret of ['Demo Person', 'desk@example.org', '555 0100'])
    expect(everybody.payload).not.toContain(secret);

  const own = lines(await take('/export.csv', applicant.owner));
  expect(own).toHaveLength(2);
  expect(own[1]).toContain('Demo Waiting');
  const stranger = await take('/export.csv', { role: 'user', userId: 'nobody', organisationId: null });
  expect(lines(stranger)).toHaveLength(1);
  expect((await take('/export.csv', { role: 'visitor' })).statusCode).toBe(401);
  expect((await take('/export.csv?sort=name', secretariat)).json()).toMatchObject({ status: 400 });

  const book = await readSheet((await take('/export.xlsx?state=open', secretariat)).rawPayload);
  expect(book).toHaveLength(3);
  expect(book[2]!.slice(0, 2)).toEqual(['示范等待', "'=Demo Waiting"]);
});

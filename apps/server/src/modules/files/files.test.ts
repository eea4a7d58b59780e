import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { v7 } from 'uuid';
import { systemActor } from '../../platform/actor.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { takeFile } from '../../platform/testing/take-file.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const organisationId = v7();
const take = (isPublic: boolean) =>
  takeFile(
    app.ground.files,
    app.database.db,
    { ...systemActor('t'), userId: 'sender' },
    {
      content: Buffer.from('a,b\n1,2\n'),
      name: '价目 "表".csv',
      purpose: 'evidence',
      organisationId,
      public: isPublic,
      accept: ['text/csv'],
    },
  );
const open = (id: string, actor: Parameters<TestApp['headersAs']>[0]) =>
  app.http.inject({ url: `/api/v1/files/${id}`, headers: app.headersAs(actor) });

test('a private file is for its organisation, its sender and the secretariat; for others it does not exist', async () => {
  const { id } = await take(false);
  expect((await open(id, { role: 'user', organisationId })).payload).toBe('a,b\n1,2\n');
  expect((await open(id, { role: 'user', userId: 'sender' })).statusCode).toBe(200);
  expect((await open(id, { role: 'secretariat' })).statusCode).toBe(200);
  for (const role of ['visitor', 'enterprise', 'observer'] as const) {
    expect((await open(id, { role, organisationId: role === 'visitor' ? null : v7() })).statusCode).toBe(404);
  }
});

test('a public file is for everybody, saved under its name and never run', async () => {
  const answer = await open((await take(true)).id, { role: 'visitor' });
  expect(answer.headers['content-type']).toContain('text/csv');
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('价目 "表".csv')}`,
  );
});

test.each([
  '../../../../etc/passwd',
  '..\\..\\boot.ini',
  'a\r\nSet-Cookie: evil=1',
  '"; filename="run.html',
  '\u202egnp.exe',
])('a file called %j reaches no other place and adds no header', async (name) => {
  const kept = await takeFile(
    app.ground.files,
    app.database.db,
    { ...systemActor('t'), userId: 'sender' },
    {
      content: Buffer.from('a,b\n'),
      name,
      purpose: 'evidence',
      organisationId,
      public: true,
      accept: ['text/csv'],
    },
  );
  const answer = await open(kept.id, { role: 'visitor' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['set-cookie']).toBeUndefined();
  const told = String(answer.headers['content-disposition']);
  expect(told).toMatch(/^attachment; filename\*=UTF-8''[\w%!~*'().-]+$/);
});

test('a PDF with a page hidden in it is shown as a PDF and nothing else, and may run nothing', async () => {
  const polyglot = '%PDF-1.4\n<html><script>alert(1)</script></html>\n%%EOF';
  const kept = await takeFile(
    app.ground.files,
    app.database.db,
    { ...systemActor('t'), userId: 'sender' },
    {
      content: Buffer.from(polyglot),
      name: 'page.html',
      purpose: 'evidence',
      organisationId,
      public: true,
      accept: ['application/pdf'],
    },
  );
  const { headers } = await open(kept.id, { role: 'visitor' });
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(String(headers['content-security-policy'])).toContain("default-src 'none'");
});

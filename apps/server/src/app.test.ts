import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from './platform/testing/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

test('healthz answers and readyz is ready once nothing is waited for', async () => {
  expect((await app.http.inject('/healthz')).json()).toEqual({ status: 'ok' });
  expect((await app.http.inject('/readyz')).json()).toEqual({ status: 'ready', waiting: {} });
  app.readiness.wait('demo', '12 of 1000');
  const waiting = await app.http.inject('/readyz');
  expect(waiting.statusCode).toBe(503);
  expect(waiting.json()).toEqual({ status: 'waiting', waiting: { demo: '12 of 1000' } });
  app.readiness.done('demo');
});

test('an unknown address answers with a problem document in the reader’s language', async () => {
  const answer = await app.http.inject({ url: '/api/v1/nothing', headers: { 'accept-language': 'ru' } });
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({
    code: 'platform.noSuchRoute',
    detail: 'Такого адреса нет: GET /api/v1/nothing.',
  });
});

test('every answer forbids inline scripts and styles without its nonce', async () => {
  const first = String((await app.http.inject('/healthz')).headers['content-security-policy']);
  const second = String((await app.http.inject('/healthz')).headers['content-security-policy']);
  expect(first).toMatch(/script-src 'self' 'nonce-[\w+/=-]{20,}'/);
  expect(first).not.toContain('unsafe-inline');
  expect(first).not.toBe(second);
});

test('metrics are told to loopback callers only', async () => {
  expect((await app.http.inject('/metrics')).payload).toContain('http_request_duration_seconds');
  expect((await app.http.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })).statusCode).toBe(404);
});

test('the audit log can only grow', async () => {
  const { pool } = app.database;
  await pool.query(
    `insert into audit_log (id, actor_role, action, subject_kind, subject_id, ip, request_id)
     values (gen_random_uuid(), 'secretariat', 'test', 'thing', '1', 'local', 'r')`,
  );
  await expect(pool.query('delete from audit_log')).rejects.toThrow('append-only');
  await expect(pool.query(`update audit_log set action = 'other'`)).rejects.toThrow('append-only');
  await expect(pool.query('truncate audit_log')).rejects.toThrow('append-only');
});

test('an operation without parameters refuses one by name', async () => {
  const answer = await app.http.inject({
    url: '/api/v1/alliance/totals?limit=1',
    headers: { 'accept-language': 'en' },
  });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ errors: [{ path: 'query.limit', code: 'platform.unknownField' }] });
});

test('no index lets words wait that every question would read, but those that empty their list in the same transaction', async () => {
  const { rows } = await app.database.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_am am on am.oid = c.relam
     where am.amname = 'gin' and c.relnamespace = 'public'::regnamespace
       and not coalesce(c.reloptions @> '{fastupdate=off}', false) order by name`,
  );
  expect(rows.map(({ name }) => name)).toEqual(['product_search_words']);
});

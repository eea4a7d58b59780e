import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { createServer } from './server.ts';

const limited = async () => {
  const app = await createServer({ ...readConfig({}), rateLimit: 3 });
  app.get('/thing', () => 'a thing');
  return app;
};

test('past the limit a caller is told to wait, and others are not', async () => {
  const app = await limited();
  const ask = (remoteAddress: string) =>
    app.inject({ url: '/thing', remoteAddress, headers: { 'accept-language': 'en' } });
  for (let time = 0; time < 3; time++) expect((await ask('203.0.113.9')).statusCode).toBe(200);
  const refused = await ask('203.0.113.9');
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.json()).toMatchObject({ status: 429, code: 'platform.tooMany' });
  expect((await ask('203.0.113.10')).statusCode).toBe(200);
});

test('the machine itself is not limited; whoever a proxy on it brings is', async () => {
  const app = await limited();
  const statuses = async (headers: Record<string, string>) => {
    const answers = [];
    for (let time = 0; time < 5; time++)
      answers.push((await app.inject({ url: '/thing', remoteAddress: '127.0.0.1', headers })).statusCode);
    return answers;
  };
  expect(await statuses({})).toEqual([200, 200, 200, 200, 200]);
  expect(await statuses({ 'x-forwarded-for': '203.0.113.9' })).toEqual([200, 200, 200, 429, 429]);
});

test('no cache between may keep an answer of the API, which depends on who asks', async () => {
  const app = await createServer(readConfig({}));
  app.get('/api/v1/thing', () => 'mine');
  expect((await app.inject('/api/v1/thing')).headers['cache-control']).toBe('private, no-cache');
});

test('what another site makes a browser send with its cookies is refused', async () => {
  const app = await createServer(readConfig({ JIECHUAN_URL: 'https://ship.example' }));
  app.post('/api/v1/thing', () => 'done');
  const post = async (headers: Record<string, string>) =>
    (await app.inject({ method: 'POST', url: '/api/v1/thing', headers: { host: 'inner:4000', ...headers } }))
      .statusCode;
  const cookie = 'session_token=one';
  expect(await post({ cookie, origin: 'https://evil.example' })).toBe(403);
  expect(await post({ cookie, origin: 'null' })).toBe(403);
  expect(await post({ cookie, origin: 'https://ship.example' })).toBe(200);
  expect(await post({ cookie, origin: 'http://inner:4000' })).toBe(200);
  expect(await post({ cookie })).toBe(200);
  expect(await post({ origin: 'https://evil.example' })).toBe(200);
});

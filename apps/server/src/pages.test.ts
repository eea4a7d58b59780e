import type { FastifyInstance } from 'fastify';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from './platform/config.ts';
import { createServer } from './platform/http/server.ts';
import { mountWeb } from './platform/http/web.ts';
import { ensureWebBuild, webBuildDir } from './web-build.ts';

let app: FastifyInstance;

beforeAll(async () => {
  await ensureWebBuild(() => {});
  app = await createServer({ ...readConfig({}), rateLimit: 1_000_000 });
  app.addHook('onRequest', async (request) => {
    request.actor = {
      userId: null,
      userName: null,
      organisationId: null,
      organisationRole: null,
      role: 'visitor',
      scopes: null,
      language: request.language,
      ip: request.ip,
      requestId: request.id,
    };
  });
  // Where a form's action asks the sign-in library; it answers what it was sent.
  app.post('/api/auth/sign-in/email', (request, reply) =>
    reply
      .header('set-cookie', 'session_token=given; Path=/; HttpOnly')
      .send({ twoFactorRedirect: false, language: request.language }),
  );
  await mountWeb(app, { buildDir: webBuildDir, origin: 'http://localhost:4000', development: true });
  await app.ready();
});
afterAll(() => app.close());

const page = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test('a page’s scripts carry the nonce of its own policy, and another page another', async () => {
  const [first, second] = await Promise.all([page('/sign-in'), page('/sign-in')]);
  const nonceOf = ({ headers }: typeof first) =>
    /script-src 'self' 'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
  expect(nonceOf(first)).toBeTruthy();
  expect(nonceOf(first)).not.toBe(nonceOf(second));
  const scripts = [...first.body.matchAll(/<script(?=[ >])[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(0);
  for (const tag of scripts) expect(tag).toContain(`nonce="${nonceOf(first)}"`);
});

test('a page writes no style into itself, which its policy would refuse', async () => {
  for (const url of ['/sign-in', '/sign-up', '/forgot-password', '/nowhere']) {
    const { body } = await page(url);
    expect(body, url).not.toMatch(/<[a-z][^>]*\sstyle="/);
    expect(body, url).not.toMatch(/<style(?![^>]*nonce=)/);
    expect(body, url).not.toMatch(/\son[a-z]+="/);
  }
});

test.each([
  ['zh-CN', '登录'],
  ['en', 'Sign in'],
  ['ru', 'Вход'],
])('a reader of %s gets the page in that language', async (language, title) => {
  const { body, headers } = await page('/sign-in', { 'accept-language': language });
  expect(body).toContain(`<html lang="${language}"`);
  expect(body).toContain(`<title>${title}</title>`);
  expect(headers['content-language']).toBe(language);
  expect(headers['vary']).toContain('accept-language');
});

test('a chosen language is stronger than the browser’s, and a link with one is remembered', async () => {
  const chosen = await page('/sign-in', { 'accept-language': 'en', cookie: 'lang=ru' });
  expect(chosen.body).toContain('<html lang="ru"');
  const linked = await page('/sign-in?lang=zh-CN', { 'accept-language': 'en', cookie: 'lang=ru' });
  expect(linked.body).toContain('<html lang="zh-CN"');
  expect(String(linked.headers['set-cookie'])).toMatch(/^lang=zh-CN;/);
});

test('the switcher keeps a choice without script and leads back, but never off this site', async () => {
  const choose = (back: string) =>
    app.inject({
      method: 'POST',
      url: '/preferences',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://localhost:4000',
        host: 'localhost:4000',
      },
      payload: new URLSearchParams({ theme: 'dark', language: 'en', back }).toString(),
    });
  const answer = await choose('/products?q=dbj&lang=ru');
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toBe('/products?q=dbj');
  const cookies = [answer.headers['set-cookie']].flat().join('\n');
  expect(cookies).toContain('theme=dark;');
  expect(cookies).toContain('lang=en;');
  for (const elsewhere of ['https://example.org/', '//example.org', '/\\example.org', 'javascript:alert(1)'])
    expect((await choose(elsewhere)).headers.location, elsewhere).toBe('/');
});

test('a chosen theme is in the first byte of the page: nothing flashes', async () => {
  const { body } = await page('/sign-in', { cookie: 'theme=dark' });
  expect(body).toContain('data-theme="dark"');
});

test('a form works without script, and a cookie the API sets reaches the browser', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost:4000',
      host: 'localhost:4000',
    },
    payload: new URLSearchParams({ email: 'a@example.org', password: 'x', next: '/settings' }).toString(),
  });
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toBe('/settings');
  expect([answer.headers['set-cookie']].flat().join()).toContain('session_token=given');
});

test('a form sent from another site is refused', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://example.org',
      host: 'localhost:4000',
    },
    payload: 'email=a%40example.org&password=x',
  });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('this machine’s other names lead to the one whose forms are believed', async () => {
  const { statusCode, headers } = await page('/products?q=tea', { host: '127.0.0.1:4000' });
  expect([statusCode, headers.location]).toEqual([302, 'http://localhost:4000/products?q=tea']);
});

test('a form that is too large is refused before it is read', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: Buffer.alloc(13 * 1024 * 1024, 'a'),
  });
  expect(answer.statusCode).toBe(413);
});

test('an address without a page says so in words, and one under /api as a problem document', async () => {
  const missing = await page('/nowhere', { 'accept-language': 'en' });
  expect(missing.statusCode).toBe(404);
  expect(missing.body).toContain('There is no such page');
  const api = await page('/api/v1/nowhere');
  expect(api.statusCode).toBe(404);
  expect(api.headers['content-type']).toContain('application/problem+json');
});

test('pages are packed as the browser takes them', async () => {
  const plain = await page('/sign-in');
  expect(plain.headers['content-encoding']).toBeUndefined();
  const brotli = await page('/sign-in', { 'accept-encoding': 'gzip, br' });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toMatch(/^<!DOCTYPE html>[^]*<\/html>/);
  const gzip = await page('/sign-in', { 'accept-encoding': 'gzip' });
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.rawPayload).toString()).toMatch(/<\/html>/);
});

test('hashed files are kept for good and come packed from the build', async () => {
  const script = /src="(\/assets\/[^"]+\.js)"|href="(\/assets\/[^"]+\.js)"/.exec(
    (await page('/sign-in')).body,
  );
  const address = script![1] ?? script![2]!;
  const answer = await page(address, { 'accept-encoding': 'br' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toContain('immutable');
  expect(answer.headers['content-encoding']).toBe('br');
  expect(answer.headers['content-type']).toContain('javascript');
  expect(brotliDecompressSync(answer.rawPayload).length).toBeGreaterThan(answer.rawPayload.length);
});

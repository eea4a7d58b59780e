import { createHmac } from 'node:crypto';
import type * as contract from '@jiechuan/contract';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createApp, type App } from '../../app.ts';
import { readConfig } from '../../platform/config.ts';
import { createLog } from '../../platform/log.ts';
import { createTestDatabase } from '../../platform/testing/database.ts';
import { createLibrary } from '../../platform/auth/library.ts';

// The real thing throughout: no actor is made up here.
let app: App;
let drop: () => Promise<void>;
let url: string;
const logged: string[] = [];
beforeAll(async () => {
  ({ url, drop } = await createTestDatabase(inject('postgres')));
  app = await createApp({
    config: {
      ...readConfig({ PORT: '4000', BETTER_AUTH_SECRET: 'unused' }),
      rateLimit: 100_000,
      signInLimit: 60,
      dataDir: '/nonexistent',
    },
    connectionString: url,
    log: createLog('trace', { write: (line: string) => void logged.push(line) }),
    checkAnswers: true,
  });
});
afterAll(async () => {
  await app.close();
  await drop();
});

const password = 'correct horse battery';
class Browser {
  readonly cookies = new Map<string, string>();
  readonly ip: string;
  constructor(ip = '127.0.0.1') {
    this.ip = ip;
  }
  async ask(path: string, body?: object, language = 'en') {
    const answer = await app.http.inject({
      method: body ? 'POST' : 'GET',
      url: path,
      remoteAddress: this.ip,
      headers: {
        'accept-language': language,
        origin: 'http://localhost:4000',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(body && { payload: body }),
    });
    for (const { name, value } of answer.cookies as { name: string; value: string }[])
      this.cookies.set(name, encodeURIComponent(value));
    return {
      status: answer.statusCode,
      json: answer.payload === '' ? null : (answer.json() as Record<string, unknown>),
      headers: answer.headers,
    };
  }
  auth(path: string, body?: object, language?: string) {
    return this.ask(`/api/auth${path}`, body, language);
  }
}
let people = 0;
async function newPerson(): Promise<{ browser: Browser; email: string }> {
  const browser = new Browser(`10.0.0.${++people}`);
  const email = `person-${people}@example.org`;
  const { status } = await browser.auth('/sign-up/email', { name: `Person ${people}`, email, password });
  expect(status).toBe(200);
  return { browser, email };
}

test('the migration makes every table and column that the library wants', async () => {
  const library = createLibrary({
    connectionString: url,
    publicUrl: 'http://localhost:4000',
    secret: 'x'.repeat(40),
    production: false,
    signInLimit: 10,
    sendMail: async () => {},
    onError: () => {},
  });
  const { toBeCreated, toBeAdded } = await getMigrations(library.auth.options);
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
  await library.pool.end();
});

describe('signing up and in', () => {
  test('who signs up is somebody at once, gets a mail to confirm the address, and can sign out', async () => {
    const { browser, email } = await newPerson();
    expect((await browser.ask('/api/v1/me')).json).toMatchObject({ role: 'user', organisationId: null });
    const mail = await app.database.db
      .selectFrom('mail')
      .selectAll()
      .where('recipient', '=', email)
      .executeTakeFirstOrThrow();
    expect(mail).toMatchObject({ state: 'kept', subject: 'Please confirm your email address' });
    const link = /http:\/\/localhost:4000(\S+)/.exec(mail.body)![1]!;
    expect((await browser.ask(link)).status).toBe(302);
    const { rows } = await app.database.pool.query<{ emailVerified: boolean }>(
      'select "emailVerified" from auth_user where email = $1',
      [email],
    );
    expect(rows[0]?.emailVerified).toBe(true);
    await browser.auth('/sign-out', {});
    expect((await browser.ask('/api/v1/me')).json).toMatchObject({ role: 'visitor', user: null });
  });

  test('a wrong password and an unknown address are refused in the same words, in the reader’s language', async () => {
    const { email } = await newPerson();
    const stranger = new Browser('10.1.0.1');
    const wrong = await stranger.auth('/sign-in/email', { email, password: 'not the password' }, 'ru');
    const unknown = await stranger.auth('/sign-in/email', { email: 'nobody@example.org', password }, 'ru');
    expect(wrong.json).toMatchObject({
      status: 401,
      code: 'auth.wrongPassword',
      detail: 'Неверный адрес почты или пароль.',
    });
    expect(unknown.json).toMatchObject({ ...wrong.json, requestId: unknown.json?.['requestId'] });
  });

  test('a short password is refused, an address is taken only once', async () => {
    const stranger = new Browser('10.1.0.2');
    const short = await stranger.auth('/sign-up/email', {
      name: 'A',
      email: 'a@example.org',
      password: 'short',
    });
    expect(short.json).toMatchObject({ code: 'auth.passwordTooShort' });
    const { email } = await newPerson();
    const again = await stranger.auth('/sign-up/email', { name: 'A', email: email.toUpperCase(), password });
    expect(again.json).toMatchObject({ code: 'auth.emailTaken' });
  });

  test('guessing is slowed down: past the limit a minute every attempt is refused', async () => {
    const guesser = new Browser('10.1.0.3');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 65; attempt++) {
      statuses.push(
        (await guesser.auth('/sign-in/email', { email: 'nobody@example.org', password: `guess ${attempt}` }))
          .status,
      );
    }
    expect(statuses.slice(0, 50).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  test('a forged session cookie is a visitor', async () => {
    const forger = new Browser();
    forger.cookies.set('better-auth.session_token', 'forged.signature');
    expect((await forger.ask('/api/v1/me')).json).toMatchObject({ role: 'visitor' });
  });
});

test('with TOTP on, a password alone signs nobody in; the code does', async () => {
  const { browser, email } = await newPerson();
  const enabled = await browser.auth('/two-factor/enable', { password });
  const secret = new URL(String(enabled.json?.['totpURI'])).searchParams.get('secret')!;
  expect((await browser.auth('/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
  const other = new Browser('10.1.0.4');
  const half = await other.auth('/sign-in/email', { email, password });
  expect(half.json).toMatchObject({ twoFactorRedirect: true });
  expect((await other.ask('/api/v1/me')).json).toMatchObject({ role: 'visitor' });
  const wrong = await other.auth('/two-factor/verify-totp', { code: '000000' });
  expect(wrong.json).toMatchObject({ code: 'auth.wrongCode' });
  expect((await other.auth('/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
  expect((await other.ask('/api/v1/me')).json).toMatchObject({ role: 'user' });
});

/** RFC 6238 with SHA-1, 30 s, six digits; RFC 4648 base32. */
function totp(secret: string): string {
  let bits = '';
  for (const letter of secret.replaceAll('=', ''))
    bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const value = hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fffffff;
  return String(value % 1_000_000).padStart(6, '0');
}

describe('API keys', () => {
  const withKey = (key: string, path: string) =>
    app.http.inject({ url: path, headers: { authorization: `Bearer ${key}` } });

  test('a key does what its scopes name and nothing else, until it is revoked', async () => {
    const { browser } = await newPerson();
    const made = await browser.ask('/api/v1/api-keys', { name: 'Stock robot', scopes: ['accounts.getMe'] });
    expect(made.status).toBe(201);
    const { key, id } = made.json as { key: string; id: string };
    expect((await withKey(key, '/api/v1/me')).json()).toMatchObject({
      role: 'user',
      scopes: ['accounts.getMe'],
    });
    expect((await withKey(key, '/api/v1/api-keys')).json()).toMatchObject({ code: 'platform.outOfScope' });
    const listed = await browser.ask('/api/v1/api-keys');
    expect(JSON.stringify(listed.json)).not.toContain(key);
    const thief = (await newPerson()).browser;
    const stolen = await app.http.inject({
      method: 'DELETE',
      url: `/api/v1/api-keys/${id}`,
      headers: { cookie: [...thief.cookies].map(([n, v]) => `${n}=${v}`).join('; ') },
    });
    expect(stolen.statusCode).toBe(404);
    const revoked = await app.http.inject({
      method: 'DELETE',
      url: `/api/v1/api-keys/${id}`,
      headers: { cookie: [...browser.cookies].map(([n, v]) => `${n}=${v}`).join('; ') },
    });
    expect(revoked.statusCode).toBe(204);
    expect((await withKey(key, '/api/v1/me')).json()).toMatchObject({ role: 'visitor' });
  });

  test('a key is kept nowhere in the clear, not even for a request that named an Idempotency-Key', async () => {
    const { browser } = await newPerson();
    const made = await app.http.inject({
      method: 'POST',
      url: '/api/v1/api-keys',
      headers: {
        cookie: [...browser.cookies].map(([n, v]) => `${n}=${v}`).join('; '),
        'idempotency-key': 'once',
      },
      payload: { name: 'Robot', scopes: ['accounts.getMe'] },
    });
    const { key } = made.json() as { key: string };
    expect(key).toMatch(/^jc_/);
    const { rows } = await app.database.pool.query('select body::text from idempotency_key');
    expect(JSON.stringify(rows)).not.toContain(key);
    const keys = await app.database.pool.query('select to_jsonb(k)::text as row from auth_api_key k');
    expect(JSON.stringify(keys.rows)).not.toContain(key);
  });

  test('a key can’t make keys, whatever its scopes', async () => {
    const { browser } = await newPerson();
    const { key } = (await browser.ask('/api/v1/api-keys', { name: 'All', scopes: ['accounts.*'] })).json as {
      key: string;
    };
    const answer = await app.http.inject({
      method: 'POST',
      url: '/api/v1/api-keys',
      headers: { 'x-api-key': key },
      payload: { name: 'More', scopes: ['catalogue.*'] },
    });
    expect(answer.json()).toMatchObject({ code: 'accounts.keyMakesNoKeys' });
  });
});

test('an applicant owns the organisation applied for, and acts in its kind’s role once it is admitted', async () => {
  const { browser } = await newPerson();
  const applied = await browser.ask('/api/v1/applications', {
    kind: 'merchant',
    country: 'HU',
    names: { en: 'Demo Merchant' },
    contact: { person: 'A', email: 'a@example.org' },
    answers: { purpose: 'To sell', offer: 'A shop' },
  });
  expect(applied.status).toBe(201);
  const { id } = (applied.json as unknown as contract.Application).organisation;
  expect((await browser.ask('/api/v1/me')).json).toMatchObject({
    role: 'user',
    organisationId: id,
    organisationRole: 'owner',
  });
  await app.database.pool.query(
    `update organisation set state = 'admitted', admitted_at = now() where id = $1`,
    [id],
  );
  expect((await browser.ask('/api/v1/me')).json).toMatchObject({ role: 'merchant' });
});

test('nothing secret is in the log', async () => {
  expect((await app.http.inject('/api/v1/products?q=token=in-the-query')).statusCode).toBe(200);
  const log = logged.join('');
  expect(log).toContain('/api/v1/me');
  for (const secret of [password, 'session_token=', 'Bearer jc_', 'token='])
    expect(log).not.toContain(secret);
});

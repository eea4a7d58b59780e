import type * as contract from '@jiechuan/contract';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { App } from '../../app.ts';
import { createLibrary } from '../../platform/auth/library.ts';
import { totp } from '../../platform/testing/totp.ts';
import { password, startRealApp, type RealApp } from './testing/real-app.ts';

let real: RealApp;
let app: App;
beforeAll(async () => {
  real = await startRealApp(inject('postgres'));
  ({ app } = real);
});
afterAll(() => real.close());

test('the migration makes every table and column that the library wants', async () => {
  const library = createLibrary({
    connectionString: real.databaseUrl,
    publicUrl: 'http://localhost:4000',
    secret: 'x'.repeat(40),
    signInLimit: 10,
    sendMail: async () => {},
    onError: () => {},
  });
  const { toBeCreated, toBeAdded } = await getMigrations(library.auth.options);
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
  await library.pool.end();
});

describe('signing up and in', () => {
  test('who signs up is somebody once the link in the mail was opened, and can sign out', async () => {
    const browser = real.browser();
    const email = 'newcomer@example.org';
    await browser.auth('/sign-up/email', { name: 'New', email, password, callbackURL: '/apply' });
    expect((await browser.ask('/api/v1/me')).json).toMatchObject({ role: 'visitor' });
    const [mail] = await real.mailsTo(email);
    expect(mail).toMatchObject({ state: 'kept', subject: 'Please confirm your email address' });
    const opened = await browser.ask(await real.linkMailedTo(email));
    expect(opened).toMatchObject({ status: 302, headers: { location: '/apply' } });
    expect((await browser.ask('/api/v1/me')).json).toMatchObject({ role: 'user', organisationId: null });
    await browser.auth('/sign-out', {});
    expect((await browser.ask('/api/v1/me')).json).toMatchObject({ role: 'visitor', user: null });
  });

  test('a wrong password and an unknown address are refused in the same words, in the reader’s language', async () => {
    const { email } = await real.newPerson();
    const stranger = real.browser();
    const wrong = await stranger.auth('/sign-in/email', { email, password: 'not the password' }, 'ru');
    const unknown = await stranger.auth('/sign-in/email', { email: 'nobody@example.org', password }, 'ru');
    expect(wrong.json).toMatchObject({
      status: 401,
      code: 'auth.wrongPassword',
      detail: expect.stringContaining('Неверный адрес почты или пароль') as string,
    });
    expect(unknown.json).toMatchObject({ ...wrong.json, requestId: unknown.json?.['requestId'] });
  });

  test('a short password is refused', async () => {
    const short = { name: 'A', email: 'a@example.org', password: 'short' };
    const answer = await real.browser().auth('/sign-up/email', short);
    expect(answer.json).toMatchObject({ code: 'auth.passwordTooShort' });
  });

  test('nobody learns by signing up or in whether an address is registered; its owner does, by mail', async () => {
    const { email } = await real.newPerson();
    const stranger = real.browser();
    const tryWith = async (address: string) => {
      const up = await stranger.auth('/sign-up/email', {
        name: 'Spy',
        email: address,
        password: 'spy’s own one',
      });
      const into = await stranger.auth('/sign-in/email', { email: address, password: 'spy’s own one' });
      const { id, createdAt, updatedAt, ...user } = up.json!['user'] as Record<string, unknown>;
      expect([typeof id, typeof createdAt, typeof updatedAt]).toEqual(['string', 'string', 'string']);
      return {
        up: [up.status, up.json?.['token'], Object.keys(up.json ?? {}), { ...user, email: null }],
        into: [into.status, into.json?.['code'], into.json?.['detail'], Object.keys(into.json ?? {})],
        cookies: [...stranger.cookies.keys()],
      };
    };
    expect(await tryWith(email.toUpperCase())).toEqual(await tryWith('unknown-so-far@example.org'));
    expect((await real.mailsTo(email)).map(({ subject }) => subject)).toEqual([
      'Please confirm your email address',
      'You have an account already',
    ]);
  });

  test('guessing is slowed down: past the limit a minute every attempt is refused', async () => {
    const guesser = real.browser();
    const statuses: number[] = [];
    // What is no address is counted like any other, and costs no hashing here.
    for (let attempt = 0; attempt < 65; attempt++)
      statuses.push((await guesser.auth('/sign-in/email', { email: `no-${attempt}`, password })).status);
    expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 400));
    expect(statuses.slice(60)).toEqual(Array.from({ length: 5 }, () => 429));
  });

  test('a forged session cookie is a visitor', async () => {
    const forger = real.browser();
    forger.cookies.set('better-auth.session_token', 'forged.signature');
    expect((await forger.ask('/api/v1/me')).json).toMatchObject({ role: 'visitor' });
  });
});

describe('an account', () => {
  /** Each time from another address, so that only the account's own limit counts. */
  const guess = (email: string, tried: string, language?: string, from = real.browser()) =>
    from.auth('/sign-in/email', { email, password: tried }, language);
  const guesses = async (email: string, times: number, address?: string) => {
    const statuses = [];
    for (let time = 0; time < times; time++)
      statuses.push((await guess(email, `guess ${time}`, 'en', real.browser(address))).status);
    return statuses;
  };
  const wrong = (times: number) => Array.from({ length: times }, () => 401);

  test('takes ten wrong passwords in a quarter of an hour from one network, and its owner still gets in from another', async () => {
    const { email } = await real.newPerson();
    expect(await guesses(email, 5, '203.0.113.7')).toEqual(wrong(5));
    expect(await guesses(email, 6, '203.0.113.8')).toEqual([...wrong(5), 429]);
    // However long it goes on there, it uses up nothing of what others may try.
    expect(await guesses(email, 40, '203.0.113.9')).toEqual(Array.from({ length: 40 }, () => 429));
    expect((await guess(email, password, 'en', real.browser('203.0.113.10'))).status).toBe(429);
    // Elsewhere two tries are left, and the right one opens it.
    expect(await guesses(email, 3, '198.51.100.7')).toEqual([...wrong(2), 429]);
    expect((await guess(email, password, 'en', real.browser('2001:db8:1::1'))).status).toBe(200);
    // The owner’s success is no new round where it was guessed.
    expect((await guess(email, 'guess', 'en', real.browser('203.0.113.9'))).status).toBe(429);
  });

  test('takes forty wrong passwords from all networks together; then a sentence says how long to wait', async () => {
    const { email } = await real.newPerson();
    expect(await guesses(email, 41)).toEqual([...wrong(40), 429]);
    const refused = await guess(email.toUpperCase(), password, 'zh');
    expect(refused.json).toMatchObject({
      status: 429,
      code: 'auth.tooManyPasswords',
      detail: '此邮箱的密码错误次数过多，请 15 分钟后再试，或通过邮件重设密码。',
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
  });

  test('that does not exist is limited alike', async () => {
    expect(await guesses('no-such-account@example.org', 11, '203.0.113.7')).toEqual([...wrong(10), 429]);
    expect(await guesses('no-such-account@example.org', 31)).toEqual([...wrong(30), 429]);
  });

  test('takes no more when they all come at once', async () => {
    const { email } = await real.newPerson();
    const atOnce = async (times: number, address?: string) => {
      const all = Array.from({ length: times }, (_, n) =>
        guess(email, `guess ${n}`, 'en', real.browser(address)),
      );
      return (await Promise.all(all)).filter(({ status }) => status === 401).length;
    };
    expect(await atOnce(30, '203.0.113.7')).toBe(10);
    expect(await atOnce(50)).toBe(30);
  });

  test('is open again when the window is over, after the right password, and after a new one by mail', async () => {
    const { email } = await real.newPerson();
    expect(await guesses(email, 39)).toEqual(wrong(39));
    expect((await guess(email, password)).status).toBe(200);
    expect(await guesses(email, 41)).toEqual([...wrong(40), 429]);
    await app.database.pool.query(`update auth_attempt set since = since - interval '901 seconds'`);
    expect((await guess(email, password)).status).toBe(200);

    expect(await guesses(email, 41)).toEqual([...wrong(40), 429]);
    const owner = real.browser();
    await owner.auth('/request-password-reset', { email, redirectTo: '/reset-password' });
    const asked = await owner.ask(await real.linkMailedTo(email));
    const token = new URL(String(asked.headers['location']), 'http://localhost:4000').searchParams.get(
      'token',
    );
    expect((await owner.auth('/reset-password', { token, newPassword: 'quite another one' })).status).toBe(
      200,
    );
    expect((await guess(email, 'quite another one')).status).toBe(200);
  });

  test('is guessed no further by whoever sits at its open session', async () => {
    const { browser, email } = await real.newPerson();
    const statuses = [];
    // Ten as a browser the account knows, ten as anybody.
    for (let time = 0; time < 21; time++) {
      const passwords = { currentPassword: `guess ${time}`, newPassword: 'a new long password' };
      statuses.push((await browser.auth('/change-password', passwords)).json?.['code']);
      // The library's own limit by address is shorter; this is about the account.
      await app.database.pool.query('delete from auth_rate_limit');
    }
    expect(statuses).toEqual([
      ...Array.from({ length: 20 }, () => 'auth.notYourPassword'),
      'auth.tooManyPasswords',
    ]);
    // Whoever sits there is refused at the network’s other browsers as well.
    expect((await guess(email, password, 'en', real.browser(browser.ip))).status).toBe(429);
  });

  test('is kept in the table of attempts under no readable name', async () => {
    await guess('typed-my-password-here@example.org', 'x');
    const { rows } = await app.database.pool.query('select to_jsonb(a)::text as row from auth_attempt a');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('example.org');
  });

  test('with a second step takes ten wrong codes, of either kind, and no more for a quarter of an hour', async () => {
    const { browser, email } = await real.newPerson();
    const enabled = await browser.auth('/two-factor/enable', { password });
    const secret = new URL(String(enabled.json?.['totpURI'])).searchParams.get('secret')!;
    await browser.auth('/two-factor/verify-totp', { code: totp(secret) });
    const codes = [];
    for (let time = 0; time < 11; time++) {
      const thief = real.browser();
      await thief.auth('/sign-in/email', { email, password });
      const path = time % 2 === 0 ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
      codes.push((await thief.auth(path, { code: '000000' })).json?.['code']);
    }
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'auth.wrongCode'), 'auth.tooManyCodes']);
    await app.database.pool.query(`update auth_two_factor set "lockedUntil" = now() - interval '1 second'`);
    const owner = real.browser();
    await owner.auth('/sign-in/email', { email, password });
    expect((await owner.auth('/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
  });
});

test('with TOTP on, a password alone signs nobody in; the code does', async () => {
  const { browser, email } = await real.newPerson();
  const enabled = await browser.auth('/two-factor/enable', { password });
  const secret = new URL(String(enabled.json?.['totpURI'])).searchParams.get('secret')!;
  expect((await browser.auth('/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
  const other = real.browser();
  const half = await other.auth('/sign-in/email', { email, password });
  expect(half.json).toMatchObject({ twoFactorRedirect: true });
  expect((await other.ask('/api/v1/me')).json).toMatchObject({ role: 'visitor' });
  const wrong = await other.auth('/two-factor/verify-totp', { code: '000000' });
  expect(wrong.json).toMatchObject({ code: 'auth.wrongCode' });
  expect((await other.auth('/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
  expect((await other.ask('/api/v1/me')).json).toMatchObject({ role: 'user' });
});

describe('API keys', () => {
  const withKey = (key: string, path: string) =>
    app.http.inject({ url: path, headers: { authorization: `Bearer ${key}` } });

  test('a key does what its scopes name and nothing else, until it is revoked', async () => {
    const { browser } = await real.newPerson();
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
    const thief = (await real.newPerson()).browser;
    const stolen = await app.http.inject({
      method: 'DELETE',
      url: `/api/v1/api-keys/${id}`,
      headers: { cookie: thief.cookieHeader },
    });
    expect(stolen.statusCode).toBe(404);
    const revoked = await app.http.inject({
      method: 'DELETE',
      url: `/api/v1/api-keys/${id}`,
      headers: { cookie: browser.cookieHeader },
    });
    expect(revoked.statusCode).toBe(204);
    expect((await withKey(key, '/api/v1/me')).json()).toMatchObject({ code: 'platform.badApiKey' });
  });

  test('a key that is unknown, expired or revoked asks for nothing, not even what a visitor may', async () => {
    const { browser } = await real.newPerson();
    const make = async () =>
      (await browser.ask('/api/v1/api-keys', { name: 'Robot', scopes: ['catalogue.*'] })).json as {
        key: string;
        id: string;
      };
    const [expired, revoked, kept] = [await make(), await make(), await make()];
    await app.database.pool.query(
      `update auth_api_key set "expiresAt" = now() - interval '1 minute' where id = $1`,
      [expired.id],
    );
    await app.database.pool.query(`delete from auth_api_key where id = $1`, [revoked.id]);
    for (const key of ['jc_nope', 'nope', 'jc_', '', expired.key, revoked.key, `${kept.key}x`]) {
      const answer = await withKey(key, '/api/v1/products');
      expect(answer.statusCode, key).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'platform.badApiKey' });
      expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
      const inHeader = await app.http.inject({ url: '/api/v1/products', headers: { 'x-api-key': key } });
      expect(inHeader.statusCode, key).toBe(401);
    }
    expect((await withKey(kept.key, '/api/v1/products')).statusCode).toBe(200);
    // Tokens of others, where no key is asked for.
    expect((await withKey('nope', '/healthz')).statusCode).toBe(200);
  });

  test('scopes that name no operation are refused by name, with those there are', async () => {
    const { browser } = await real.newPerson();
    const made = await browser.ask('/api/v1/api-keys', {
      name: 'Robot',
      scopes: ['catalogue.listProducts', 'catalogue.nosuch', 'kitchen.*'],
    });
    expect(made.status).toBe(400);
    expect(made.json).toMatchObject({
      errors: [
        {
          path: 'body.scopes.1',
          code: 'accounts.unknownScope',
          message: expect.stringContaining('catalogue.nosuch'),
        },
        {
          path: 'body.scopes.2',
          code: 'accounts.unknownScopeArea',
          message: expect.stringContaining('catalogue.*'),
        },
      ],
    });
    expect((made.json as { errors: { message: string }[] }).errors[0]?.message).toContain(
      'catalogue.getProduct',
    );
    expect((await browser.ask('/api/v1/api-keys')).json).toMatchObject({ items: [] });
  });

  test('a key is kept nowhere in the clear, not even for a request that named an Idempotency-Key', async () => {
    const { browser } = await real.newPerson();
    const made = await app.http.inject({
      method: 'POST',
      url: '/api/v1/api-keys',
      headers: {
        cookie: browser.cookieHeader,
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
    const { browser } = await real.newPerson();
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
  const { browser } = await real.newPerson();
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
  const log = real.logged.join('');
  expect(log).toContain('/api/v1/me');
  for (const secret of [password, 'session_token=', 'Bearer jc_', 'token='])
    expect(log).not.toContain(secret);
});

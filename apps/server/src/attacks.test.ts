import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { setUpSecretariat } from './modules/members/index.ts';
import { password, startRealApp, type Browser, type RealApp } from './modules/accounts/testing/real-app.ts';

let real: RealApp;
let ship: RealApp;
beforeAll(async () => {
  real = await startRealApp(inject('postgres'));
  ship = await startRealApp(inject('postgres'), { JIECHUAN_URL: 'https://ship.example', TRUST_PROXY: '1' });
});
afterAll(async () => {
  await real.close();
  await ship.close();
});

const me = async (browser: Browser) => (await browser.ask('/api/v1/me')).json;

describe('the session’s cookie', () => {
  const cookiesOf = (answer: { headers: Record<string, unknown> }) =>
    [answer.headers['set-cookie']].flat().map(String);

  test('can’t be read by script, isn’t sent by other sites, and over https never in the clear', async () => {
    for (const [app, secure] of [
      [real, false],
      [ship, true],
    ] as const) {
      const { email } = await app.newPerson();
      const signedIn = await app.browser().auth('/sign-in/email', { email, password });
      const session = cookiesOf(signedIn).filter((cookie) => cookie.includes('session_token='));
      expect(session).toHaveLength(1);
      expect(session[0]).toMatch(/; HttpOnly/i);
      expect(session[0]).toMatch(/; SameSite=Lax/i);
      expect(session[0]).toMatch(/; Path=\//);
      expect(session[0]!.startsWith('__Secure-')).toBe(secure);
      expect(/; Secure/i.test(session[0]!)).toBe(secure);
      expect(/Domain=/i.test(session[0]!)).toBe(false);
      const hsts = (await app.app.http.inject('/healthz')).headers['strict-transport-security'];
      expect(hsts !== undefined).toBe(secure);
    }
  });

  test('that somebody planted before signing in is not the one signed in with', async () => {
    const { browser, email } = await real.newPerson();
    const planted = new Map(browser.cookies);
    await browser.auth('/sign-out', {});
    const victim = real.browser();
    for (const [name, value] of planted) victim.cookies.set(name, value);
    await victim.auth('/sign-in/email', { email, password });
    expect(await me(victim)).toMatchObject({ role: 'user' });
    for (const [name, value] of planted) {
      if (name.includes('session_token')) expect(victim.cookies.get(name)).not.toBe(value);
      browser.cookies.set(name, value);
    }
    expect(await me(browser)).toMatchObject({ role: 'visitor' });
  });

  test('signs out for good: who copied it is a visitor', async () => {
    const { browser } = await real.newPerson();
    const copy = real.browser();
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect(await me(copy)).toMatchObject({ role: 'user' });
    await browser.auth('/sign-out', {});
    expect(await me(copy)).toMatchObject({ role: 'visitor' });
  });

  test('of sixty kilobytes is refused, one of nonsense is a visitor’s', async () => {
    const { browser } = await real.newPerson();
    browser.cookies.set('filler', 'x'.repeat(10_000));
    expect(await me(browser)).toMatchObject({ role: 'user' });
    for (const nonsense of ['%', '%00', '"', '=;=', 'a.b.c.d', encodeURIComponent('\u{1f600}')]) {
      const other = real.browser();
      other.cookies.set('better-auth.session_token', nonsense);
      expect(await me(other), nonsense).toMatchObject({ role: 'visitor' });
    }
  });
});

describe('another site', () => {
  const elsewhere = { headers: { origin: 'https://evil.example' } };

  test('makes no browser do anything here, at the sign-in library either', async () => {
    const { browser } = await real.newPerson();
    for (const [address, body] of [
      ['/sign-out', {}],
      ['/change-password', { currentPassword: password, newPassword: 'evil password' }],
      ['/two-factor/enable', { password }],
      ['/organization/invite-member', { email: 'evil@example.org', role: 'owner' }],
      ['/delete-user', {}],
      ['/passkey/delete-passkey', { id: 'x' }],
      ['/update-user', { name: 'Evil' }],
    ] as const) {
      expect((await browser.ask(`/api/auth${address}`, body, elsewhere)).status, address).toBe(403);
    }
    expect(await me(browser)).toMatchObject({ role: 'user' });
  });

  test('signs nobody in as somebody else', async () => {
    const { email } = await real.newPerson();
    const victim = real.browser();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json']) {
      const payload = type.endsWith('json')
        ? JSON.stringify({ email, password })
        : new URLSearchParams({ email, password }).toString();
      const answer = await real.app.http.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        payload,
        headers: {
          'content-type': type,
          origin: 'https://evil.example',
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'navigate',
        },
      });
      expect(answer.statusCode, type).toBeGreaterThanOrEqual(400);
      expect(answer.headers['set-cookie'] ?? [], type).toEqual([]);
    }
    expect(await me(victim)).toMatchObject({ role: 'visitor' });
  });

  test('is nowhere led to by a link of ours', async () => {
    const { browser, email } = await real.newPerson();
    const away = [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/%2f/evil.example',
      'javascript:alert(1)',
      'http://localhost:4000@evil.example',
      'http://localhost:4000.evil.example',
    ];
    for (const callbackURL of away) {
      for (const [address, body] of [
        ['/sign-in/email', { email, password, callbackURL }],
        ['/sign-up/email', { name: 'A', email: 'b@example.org', password, callbackURL }],
        ['/send-verification-email', { email, callbackURL }],
        ['/request-password-reset', { email, redirectTo: callbackURL }],
      ] as const) {
        const { status } = await real.browser().auth(address, body);
        expect(status, `${address} ${callbackURL}`).toBeGreaterThanOrEqual(400);
      }
      for (const address of ['/verify-email?token=x&callbackURL=', '/reset-password/token?callbackURL=']) {
        const { headers } = await browser.auth(address + encodeURIComponent(callbackURL));
        expect(headers['location'] ?? '', `${address} ${callbackURL}`).not.toMatch(/^(?!\/(?![/\\])).*evil/);
      }
    }
  });

  test('asks with its own host in vain: the request line names no other place', async () => {
    for (const url of ['//evil.example/api/auth/get-session', 'http://evil.example/api/auth/get-session']) {
      const { statusCode, payload } = await real.app.http.inject({ url, headers: { host: 'evil.example' } });
      expect([200, 400, 404], url).toContain(statusCode);
      expect(payload.replaceAll(url, '')).not.toContain('evil.example');
    }
  });
});

describe('a stranger who keeps guessing', () => {
  const signIn = (browser: Browser, email: string, tried: string) =>
    browser.auth('/sign-in/email', { email, password: tried });
  /** Guesses from ever new networks until the account takes no more. */
  const guessOut = async (email: string) => {
    for (let time = 0; time < 40; time++) await signIn(real.browser(), email, `guess ${time}`);
    expect((await signIn(real.browser(), email, 'guess')).status).toBe(429);
  };
  const tries = async (browser: Browser, email: string, times: number) => {
    const statuses = [];
    for (let time = 0; time < times; time++)
      statuses.push((await signIn(browser, email, `guess ${time}`)).status);
    return statuses;
  };
  const deviceOf = (browser: Browser) => browser.cookies.get('better-auth.known_devices')!;
  const wrong = (times: number) => Array.from({ length: times }, () => 401);

  test('doesn’t keep the owner out of a browser they signed in with before, and gains nothing when the owner comes in', async () => {
    const { browser, email } = await real.newPerson();
    await browser.auth('/sign-out', {});
    await guessOut(email);
    expect((await signIn(real.browser(), email, password)).status).toBe(429);
    expect((await signIn(browser, email, password)).status).toBe(200);
    expect(await me(browser)).toMatchObject({ role: 'user' });
    // The owner’s success at a browser that is known is no new round for strangers.
    expect((await signIn(real.browser(), email, password)).status).toBe(429);
  });

  test('has no more tries with somebody else’s known browser, nor with one that is made up', async () => {
    const { email } = await real.newPerson();
    const thief = await real.newPerson();
    await thief.browser.auth('/sign-out', {});
    await guessOut(email);
    expect((await signIn(thief.browser, email, password)).status).toBe(429);
    const [since, device, digest] = deviceOf(thief.browser).split('.');
    for (const made of [
      `${since}.${device}.${'A'.repeat(digest!.length)}`,
      `${since}.other.${digest}`,
      `zzzzzz.${device}.${digest}`,
      `${since}.${device}`,
      '~~~~~',
      '%00',
      deviceOf(thief.browser).repeat(50),
    ]) {
      const forger = real.browser();
      forger.cookies.set('better-auth.known_devices', made);
      expect((await signIn(forger, email, password)).status, made.slice(0, 80)).toBe(429);
    }
  });

  test('at a known browser has ten tries of its own and those of any stranger; then it waits too, for this account alone', async () => {
    const { browser, email } = await real.newPerson();
    await browser.auth('/sign-out', {});
    expect(await tries(browser, email, 21)).toEqual([...wrong(20), 429]);
    expect((await signIn(browser, email, password)).status).toBe(429);
    // A new password by mail lets the owner in again, at this browser too.
    await browser.auth('/request-password-reset', { email, redirectTo: '/reset-password' });
    const asked = await browser.ask(await real.linkMailedTo(email));
    const token = new URL(String(asked.headers['location']), 'http://localhost:4000').searchParams.get(
      'token',
    );
    await browser.auth('/reset-password', { token, newPassword: 'quite another one' });
    expect((await signIn(browser, email, 'quite another one')).status).toBe(200);
    await browser.auth('/sign-out', {});
    // What was right forgets what was wrong.
    expect(await tries(browser, email, 21)).toEqual([...wrong(20), 429]);
  });

  test('a browser is known to several people who share it, and its cookie tells nothing of them', async () => {
    const first = await real.newPerson();
    const second = await real.newPerson();
    await first.browser.auth('/sign-out', {});
    await signIn(first.browser, second.email, password);
    await first.browser.auth('/sign-out', {});
    expect(deviceOf(first.browser)).not.toMatch(/person|example/);
    for (const { email } of [first, second]) {
      await guessOut(email);
      expect((await signIn(first.browser, email, password)).status).toBe(200);
      await first.browser.auth('/sign-out', {});
    }
  });

  test('a wrong password makes no browser known', async () => {
    const { email } = await real.newPerson();
    const stranger = real.browser();
    await tries(stranger, email, 2);
    expect(deviceOf(stranger)).toBeUndefined();
  });

  test('the cookie of a known browser can’t be read by script, and over https never goes in the clear', async () => {
    const { email } = await ship.newPerson();
    const answer = await ship.browser().auth('/sign-in/email', { email, password });
    const [cookie] = [answer.headers['set-cookie']]
      .flat()
      .filter((one) => one?.startsWith('__Secure-better-auth.known_devices='));
    for (const part of [/; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i, /; Path=\//, /; Max-Age=31536000/])
      expect(cookie).toMatch(part);
  });
});

describe('rights end at once', () => {
  /** An enterprise with an owner, a person of it, and a key of each. */
  const enterprise = async () => {
    const owner = await real.newPerson();
    const applied = await owner.browser.ask('/api/v1/applications', {
      kind: 'merchant',
      country: 'HU',
      names: { en: 'Demo Merchant' },
      contact: { person: 'A', email: 'a@example.org' },
      answers: { purpose: 'To sell', offer: 'A shop' },
    });
    const { id } = applied.json!['organisation'] as { id: string };
    await real.app.database.pool.query(
      `update organisation set state = 'admitted', admitted_at = now() where id = $1`,
      [id],
    );
    const invited = await real.newPerson();
    const invitation = await owner.browser.auth('/organization/invite-member', {
      email: invited.email,
      role: 'member',
      organizationId: id,
    });
    expect(invitation.status).toBe(200);
    await invited.browser.auth('/organization/accept-invitation', { invitationId: invitation.json?.['id'] });
    const keyOf = async ({ browser }: { browser: Browser }) => {
      const made = await browser.ask('/api/v1/api-keys', {
        name: 'Robot',
        scopes: ['accounts.*', 'members.*', 'catalogue.*'],
      });
      return String(made.json?.['key']);
    };
    const people = { owner: owner.browser, member: invited.browser };
    const keys = { owner: await keyOf(owner), member: await keyOf(invited) };
    return { id, people, keys };
  };
  const keyIs = async (key: string) =>
    (await real.browser().ask('/api/v1/me', undefined, { headers: { authorization: `Bearer ${key}` } })).json;

  test('when the organisation is suspended: of open sessions and of keys', async () => {
    const { id, people, keys } = await enterprise();
    expect(await me(people.owner)).toMatchObject({ role: 'merchant' });
    expect(await keyIs(keys.member)).toMatchObject({ role: 'merchant', organisationRole: 'member' });
    const desk = real.browser();
    const { email } = await real.newPerson();
    const { rows } = await real.app.database.pool.query<{ id: string }>(
      'select id from auth_user where email = $1',
      [email],
    );
    await real.app.database.db.transaction().execute(async (trx) =>
      real.app.auth.createOwner(trx, {
        ...(await setUpSecretariat(trx, email)),
        ownerUserId: rows[0]!.id,
      }),
    );
    await desk.auth('/sign-in/email', { email, password });
    const suspended = await desk.ask(`/api/v1/members/${id}/suspend`, { reason: 'Complaints' });
    expect(suspended.status).toBe(200);
    for (const browser of Object.values(people)) expect(await me(browser)).toMatchObject({ role: 'user' });
    for (const key of Object.values(keys)) expect(await keyIs(key)).toMatchObject({ role: 'user' });
  });

  test('when a person is taken out of the organisation: their session is nobody’s there, their key is dead', async () => {
    const { people, keys } = await enterprise();
    const { json } = await people.owner.ask('/api/v1/my/people');
    const { id } = (json!['items'] as { id: string; role: string }[]).find(({ role }) => role === 'member')!;
    const removed = await people.owner.ask(`/api/v1/my/people/${id}`, undefined, { method: 'DELETE' });
    expect(removed.status).toBe(204);
    expect(await me(people.member)).toMatchObject({ role: 'user', organisationId: null });
    expect(await keyIs(keys.member)).toMatchObject({ status: 401, code: 'platform.badApiKey' });
    expect(await keyIs(keys.owner)).toMatchObject({ role: 'merchant' });
  });

  test('when a password is set anew: every other session ends', async () => {
    const { browser, email } = await real.newPerson();
    const thief = real.browser();
    await thief.auth('/sign-in/email', { email, password });
    expect(await me(thief)).toMatchObject({ role: 'user' });
    await browser.auth('/request-password-reset', { email, redirectTo: '/reset-password' });
    const asked = await browser.ask(await real.linkMailedTo(email));
    const token = new URL(String(asked.headers['location']), 'http://localhost:4000').searchParams.get(
      'token',
    );
    await real.browser().auth('/reset-password', { token, newPassword: 'quite another one' });
    expect(await me(thief)).toMatchObject({ role: 'visitor' });
    const again = await real.browser().auth('/reset-password', { token, newPassword: 'once more the same' });
    expect(again.json).toMatchObject({ code: 'auth.linkExpired' });
  });

  test('an ordinary member can’t invite, promote or remove anybody', async () => {
    const { id, people } = await enterprise();
    for (const [address, body] of [
      ['invite-member', { email: 'friend@example.org', role: 'owner', organizationId: id }],
      ['update-member-role', { memberId: 'x', role: 'owner', organizationId: id }],
      ['remove-member', { memberIdOrEmail: 'person-1@example.org', organizationId: id }],
      ['update', { data: { name: 'Taken over' }, organizationId: id }],
      ['delete', { organizationId: id }],
      ['create', { name: 'Own', slug: 'own' }],
    ] as const) {
      const { status } = await people.member.auth(`/organization/${address}`, body);
      expect(status, address).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('the outbox', () => {
  test('is open to the developer at this machine’s own name, and to nobody a proxy or another name brings', async () => {
    const mails = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
      real.app.http.inject({ url: '/api/v1/mails', remoteAddress, headers });
    expect((await mails({ host: 'localhost:4000' })).statusCode).toBe(200);
    expect((await mails({ host: 'rebound.example:4000' })).statusCode).toBe(401);
    expect((await mails({ host: 'localhost', 'x-forwarded-for': '203.0.113.9' })).statusCode).toBe(401);
    expect((await mails({ host: 'localhost:4000' }, '203.0.113.9')).statusCode).toBe(401);
    const { browser } = await ship.newPerson();
    expect((await browser.ask('/api/v1/mails')).status).toBe(403);
  });
});

test('limits can’t be evaded by writing oneself another address', async () => {
  const statuses = [];
  for (let attempt = 0; attempt < 61; attempt++) {
    const answer = await ship.app.http.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      remoteAddress: '127.0.0.1',
      headers: {
        origin: 'https://ship.example',
        'x-forwarded-for': `198.51.100.${attempt}, 203.0.113.77`,
        'x-jiechuan-address': `198.51.100.${attempt}`,
        'x-real-ip': `198.51.100.${attempt}`,
        forwarded: `for=198.51.100.${attempt}`,
      },
      payload: { email: `no-address-${attempt}`, password: 'a guess' },
    });
    statuses.push(answer.statusCode);
  }
  expect(statuses.at(-1)).toBe(429);
});

test('neither tokens out of mailed links nor keys nor cookies are in the log', async () => {
  const secrets: string[] = [];
  const { browser, email } = await real.newPerson();
  await browser.auth('/request-password-reset', { email, redirectTo: '/reset-password' });
  const link = await real.linkMailedTo(email);
  secrets.push(/reset-password\/([^?]+)/.exec(link)![1]!);
  await browser.ask(link);
  await browser.ask(`/reset-password?token=${secrets[0]}`);
  const { json } = await browser.ask('/api/v1/api-keys', { name: 'Robot', scopes: ['accounts.getMe'] });
  secrets.push(String(json?.['key']));
  await browser.ask('/api/v1/me', undefined, { headers: { 'x-api-key': secrets[1]! } });
  secrets.push(...[...browser.cookies.values()].filter((value) => value.length > 20), password);
  const log = real.logged.join('');
  expect(log.length).toBeGreaterThan(1000);
  for (const secret of secrets) expect(log).not.toContain(secret);
});

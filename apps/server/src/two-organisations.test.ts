import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { admitEnterprise } from './modules/catalogue/testing/enterprise.ts';
import { password, startRealApp, type Browser, type RealApp } from './modules/accounts/testing/real-app.ts';

let real: RealApp;
beforeAll(async () => {
  real = await startRealApp(inject('postgres'));
});
afterAll(() => real.close());

/** Somebody who owns as many admitted enterprises, in the order they joined them. */
async function ownerOf(count: number) {
  const person = await real.newPerson();
  const { rows } = await real.app.database.pool.query<{ id: string }>(
    'select id from auth_user where email = $1',
    [person.email],
  );
  const organisations: string[] = [];
  for (let made = 0; made < count; made++) {
    const id = await admitEnterprise(real.app);
    await real.app.database.db
      .transaction()
      .execute((trx) => real.app.auth.createOwner(trx, { id, name: id, ownerUserId: rows[0]!.id }));
    organisations.push(id);
  }
  return { ...person, organisations };
}

const actsFor = async (browser: Browser) => (await browser.ask('/api/v1/me')).json?.['organisationId'];
const choose = (browser: Browser, id: string, headers = {}) =>
  browser.ask(`/api/v1/my/organisations/${id}/choice`, undefined, { method: 'PUT', headers });
const choices = async (browser: Browser, query = '') =>
  (await browser.ask(`/api/v1/my/organisations${query}`)).json as {
    items: { id: string; names: Record<string, string>; role: string; acting: boolean }[];
    nextCursor: string | null;
  };
const product = (sku: string) => ({
  sku,
  names: { en: `Sauce ${sku}` },
  category: 'sauces',
  storage: 'ambient',
  unit: 'H87',
});
const skus = async (browser: Browser) =>
  ((await browser.ask('/api/v1/my/products')).json!['items'] as { sku: string }[]).map(({ sku }) => sku);

test('who belongs to two organisations sees both, acts for the first, and for the other once it is chosen', async () => {
  const { browser, email, organisations } = await ownerOf(2);
  const [first, second] = organisations as [string, string];
  const seen = await choices(browser);
  expect(seen.items.map(({ id, role, acting }) => ({ id, role, acting }))).toEqual([
    { id: first, role: 'owner', acting: true },
    { id: second, role: 'owner', acting: false },
  ]);
  expect(seen.items.every(({ names }) => names['zh-CN'] !== undefined)).toBe(true);
  expect((await browser.ask('/api/v1/products', product('OF-FIRST'))).status).toBe(201);

  expect((await choose(browser, second)).status).toBe(204);
  expect(await actsFor(browser)).toBe(second);
  expect(await skus(browser)).toEqual([]);
  expect((await browser.ask('/api/v1/products', product('OF-SECOND'))).status).toBe(201);
  expect(await skus(browser)).toEqual(['OF-SECOND']);
  expect((await choices(browser)).items.map(({ acting }) => acting)).toEqual([false, true]);

  // The choice is this session's alone.
  const elsewhere = real.browser();
  await elsewhere.auth('/sign-in/email', { email, password });
  expect(await actsFor(elsewhere)).toBe(first);
  expect(await skus(elsewhere)).toEqual(['OF-FIRST']);
  expect((await choose(browser, first)).status).toBe(204);
  expect(await skus(browser)).toEqual(['OF-FIRST']);
});

test('somebody else’s organisation is refused as one that does not exist, and nothing changes', async () => {
  const { browser, organisations } = await ownerOf(2);
  const stranger = await ownerOf(1);
  await choose(browser, organisations[1]!);
  for (const id of [stranger.organisations[0]!, v7()]) {
    expect((await choose(browser, id)).json).toMatchObject({ status: 404, code: 'platform.notFound' });
    expect(await actsFor(browser)).toBe(organisations[1]);
  }
  expect((await choose(browser, 'none')).status).toBe(400);
  expect((await choices(browser)).items).toHaveLength(2);
});

test('a visitor, a key and another site choose nothing', async () => {
  const { browser, organisations } = await ownerOf(2);
  expect((await choose(real.browser(), organisations[1]!)).status).toBe(401);
  const made = await browser.ask('/api/v1/api-keys', { name: 'Robot', scopes: ['accounts.*'] });
  const withKey = await choose(real.browser(), organisations[1]!, {
    authorization: `Bearer ${String(made.json?.['key'])}`,
  });
  expect(withKey.json).toMatchObject({ status: 403, code: 'accounts.keyActsForOne' });
  expect((await choose(browser, organisations[1]!, { origin: 'https://evil.example' })).status).toBe(403);
  expect(await actsFor(browser)).toBe(organisations[0]);
});

test('whoever is taken out of the organisation they chose acts for another of theirs, or for none', async () => {
  const { browser, organisations } = await ownerOf(2);
  await choose(browser, organisations[1]!);
  const leave = (id: string) =>
    real.app.database.pool.query('delete from auth_membership where "organizationId" = $1', [id]);
  await leave(organisations[1]!);
  expect(await actsFor(browser)).toBe(organisations[0]);
  expect((await choose(browser, organisations[1]!)).status).toBe(404);
  await leave(organisations[0]!);
  expect(await actsFor(browser)).toBeNull();
  expect((await choices(browser)).items).toEqual([]);
});

test('many organisations are read page by page', async () => {
  const { browser, organisations } = await ownerOf(3);
  const first = await choices(browser, '?limit=2');
  const rest = await choices(browser, `?limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(organisations);
  expect(rest.nextCursor).toBeNull();
});

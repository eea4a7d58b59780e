import * as contract from '@jiechuan/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, Role } from './platform/actor.ts';
import { startTestApp, type TestApp } from './platform/testing/app.ts';
import { ensureWebBuild, webBuildDir } from './web-build.ts';

// What the alliance promises, read off the pages as a reader gets them.
let app: TestApp;
beforeAll(async () => {
  await ensureWebBuild(() => {});
  app = await startTestApp(inject('postgres'), { webBuildDir });
});
afterAll(() => app.close());

const secretariat = { role: 'secretariat', userId: 'desk', userName: 'Desk' } as const;

/** A page's text as `who` reads it. */
async function read(
  url: string,
  { language = 'en', who }: { language?: string; who?: Partial<Actor> & { role: Role } } = {},
): Promise<{ status: number; text: string; html: string }> {
  const actor = who && encodeURIComponent(JSON.stringify(who));
  const answer = await app.http.inject({
    url,
    headers: {
      host: 'localhost:4000',
      'accept-language': language,
      ...(actor && { cookie: `x-test-actor=${actor}` }),
    },
  });
  const html = answer.payload.replaceAll(/<script[^>]*>[^]*?<\/script>/g, '');
  const text = html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#x27;', "'");
  return { status: answer.statusCode, text, html };
}

async function admit(
  change: Partial<contract.InputOf<typeof contract.applyForMembership>['body']>,
): Promise<{ id: string; owner: Partial<Actor> & { role: Role } }> {
  const userId = `user-${Math.random()}`;
  const application = await app.as({ role: 'user', userId }).call(contract.applyForMembership, {
    body: {
      kind: 'association',
      country: 'HU',
      names: { 'zh-CN': '示范布达佩斯同乡会', en: 'Demo Budapest Association' },
      contact: { person: 'Demo Person', email: 'secret@example.org', phone: '+36 1 555 0100' },
      answers: { purpose: 'To sell', offer: 'A shop' },
      ...change,
    },
  });
  await app.as(secretariat).call(contract.reviewApplication, {
    params: { id: application.id },
    body: { decision: 'admit', reason: 'Known' },
  });
  const { id, kind } = application.organisation;
  return { id, owner: { role: kind, userId, organisationId: id, organisationRole: 'owner' } };
}

test('the home page names every continent that has no member yet, and no other', async () => {
  expect((await read('/')).text).toContain('No member yet in: Asia, Europe, Africa, Americas, and Oceania');
  await admit({});
  expect((await read('/')).text).toContain('No member yet in: Asia, Africa, Americas, and Oceania');
});

test('an association’s page shows its region and the members it names; they lead to all of them', async () => {
  const association = await admit({
    names: { 'zh-CN': '示范维也纳同乡会', en: 'Demo Vienna Association' },
    country: 'AT',
    region: ['AT', 'SK'],
  });
  const merchant = await admit({
    kind: 'merchant',
    country: 'AT',
    names: { 'zh-CN': '示范维也纳商行', en: 'Demo Vienna Trading' },
  });
  const before = await read(`/members/${association.id}`);
  expect(before.text).toContain('Austria and Slovakia');
  expect(before.text).toContain('named no members of its own yet');
  await app
    .as(association.owner)
    .call(contract.addAffiliate, { params: { id: association.id, memberId: merchant.id } });
  const page = await read(`/members/${association.id}`);
  expect(page.html).toContain(`href="/members/${merchant.id}"`);
  expect(page.html).toContain(`href="/members?association=${association.id}"`);
  const all = await read(`/members?association=${association.id}`);
  expect(all.text).toContain('Demo Vienna Trading');
  expect(all.text).not.toContain('Demo Budapest Association');
  expect((await read(`/members/${merchant.id}`)).text).toContain('Demo Vienna Association');
  const own = await read(`/members/${merchant.id}`, { who: association.owner });
  expect(own.text).toContain('No longer one of our members');
});

test('an observer reads totals, and never a member, a contact or a telephone number', async () => {
  const { id } = await admit({
    kind: 'merchant',
    names: { 'zh-CN': '示范商行', en: 'Demo Watched Trading' },
  });
  const observer = { role: 'observer', userId: 'o', organisationId: null } as const;
  const home = await read('/', { who: observer });
  expect(home.status).toBe(200);
  for (const secret of ['Demo Watched', '555 0100', 'secret@example.org', `/members/${id}`])
    expect(home.html).not.toContain(secret);
  for (const url of [`/members/${id}`, '/members', '/resources', '/products', '/search?q=demo']) {
    const page = await read(url, { who: observer });
    expect(page.status, url).toBe(403);
    expect(page.html, url).not.toContain('555 0100');
    expect(page.html, url).not.toContain('Demo Watched');
  }
});

test('a published product raises the count on the home page, a withdrawn one lowers it', async () => {
  const { owner } = await admit({
    kind: 'enterprise',
    country: 'CN',
    creditCode: '911000000000192465',
    names: { 'zh-CN': '示范酱园', en: 'Demo Sauce Works' },
  });
  const maker = app.as(owner);
  const count = async () => /Products ([\d,]+) of/.exec((await read('/')).text)?.[1];
  expect(await count()).toBe('0');
  const { id } = await maker.call(contract.createProduct, {
    body: {
      sku: 'S-1',
      names: { 'zh-CN': '示范豆瓣', en: 'Demo doubanjiang' },
      category: 'sauces',
      hs6: '210390',
      origin: { code: '510117', text: null },
      shelfLifeDays: 540,
      ingredients: { en: 'chilli' },
      animalIngredients: 'none',
    },
  });
  await maker.call(contract.publishProduct, { params: { id } });
  expect(await count()).toBe('1');
  const product = await read(`/products/${id}`);
  expect(product.text).toContain('Pidu District, Chengdu');
  await maker.call(contract.withdrawProduct, { params: { id } });
  expect(await count()).toBe('0');
  expect((await read(`/products/${id}`)).status).toBe(404);
});

test('every version of the charter stays readable, told apart from the one in force', async () => {
  const publish = (adoptedOn: string, en: string) =>
    app.as(secretariat).call(contract.publishCharter, { body: { adoptedOn, texts: { en } } });
  await publish('2025-09-16', 'The first wording.');
  await publish('2026-03-20', 'The second wording.');
  const now = await read('/charter');
  expect(now.text).toContain('The second wording.');
  expect(now.html).toContain('href="/charter?version=1"');
  expect(now.text).not.toContain('no longer in force');
  const then = await read('/charter?version=1');
  expect(then.text).toContain('The first wording.');
  expect(then.text).toContain('no longer in force');
});

test('the same record is read in Chinese and in English, each with the other beside it', async () => {
  const { id } = await admit({
    kind: 'merchant',
    names: { 'zh-CN': '示范双语商行', en: 'Demo Bilingual Trading' },
    descriptions: { 'zh-CN': '川菜配料。', en: 'Ingredients of Sichuan cooking.' },
  });
  const [zh, en] = [
    await read(`/members/${id}`, { language: 'zh-CN' }),
    await read(`/members/${id}`, { language: 'en' }),
  ];
  expect(zh.html).toMatch(/<h1[^>]*lang="zh-CN"[^>]*>示范双语商行/);
  expect(zh.text).toContain('川菜配料。');
  expect(zh.text).toContain('Demo Bilingual Trading');
  expect(en.html).toMatch(/<h1[^>]*lang="en"[^>]*>Demo Bilingual Trading/);
  expect(en.text).toContain('Ingredients of Sichuan cooking.');
  expect(en.text).toContain('示范双语商行');
  expect(en.text).toContain('Hungary');
  expect(zh.text).toContain('匈牙利');
});

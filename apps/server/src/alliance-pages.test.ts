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

/** Sends a page's form as a browser without script does. */
async function submit(
  url: string,
  fields: readonly (readonly [string, string])[],
  who: Partial<Actor> & { role: Role },
): Promise<string> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const packed = new Response(form);
  const answer = await app.http.inject({
    method: 'POST',
    url,
    payload: Buffer.from(await packed.arrayBuffer()),
    headers: {
      host: 'localhost:4000',
      'content-type': packed.headers.get('content-type')!,
      cookie: `x-test-actor=${encodeURIComponent(JSON.stringify(who))}`,
    },
  });
  expect(answer.statusCode, answer.payload.slice(0, 2000)).toBe(302);
  return String(answer.headers.location);
}

const stated = [
  ['names.zh-CN', '示范安岳柠檬商行'],
  ['names.en', 'Demo Anyue Lemon Traders'],
  ['country', 'CN'],
  ['contact.person', 'Demo Person'],
  ['contact.email', 'lemon@example.org'],
] as const;

test('who applies states its languages, its county and the countries it serves, without script; readers see and find them', async () => {
  const applicant = { role: 'user', userId: 'lemons' } as const;
  const form = await read('/apply', { who: applicant });
  expect(form.text).toContain('Anyue County');
  expect((await read('/apply', { who: applicant, language: 'zh-CN' })).text).toContain('安岳县');
  expect((await read('/apply', { who: applicant, language: 'ru' })).text).toContain('уезд Аньюэ');
  const address = await submit(
    '/apply',
    [
      ...stated,
      ['kind', 'merchant'],
      ['place.code', '512021'],
      ['languages[]', 'zh-CN'],
      ['languages[]', 'hu'],
      ['region[]', 'HU'],
      ['region[]', 'SK'],
      ['answers.purpose', 'To sell'],
      ['answers.offer', 'A shop'],
    ],
    applicant,
  );
  const atDesk = await read(address, { who: secretariat });
  for (const fact of ['Anyue County', 'Hungarian', 'Hungary and Slovakia'])
    expect(atDesk.text).toContain(fact);
  const { organisation } = await app
    .as(secretariat)
    .call(contract.getApplication, { params: { id: address.split('/').at(-1)! } });
  await app.as(secretariat).call(contract.reviewApplication, {
    params: { id: address.split('/').at(-1)! },
    body: { decision: 'admit', reason: 'Known' },
  });
  const page = await read(`/members/${organisation.id}`);
  for (const fact of ['Anyue County', 'Hungarian', 'Hungary and Slovakia']) expect(page.text).toContain(fact);
  for (const filter of ['language=hu', 'place=512021'])
    expect((await read(`/members?${filter}`)).text).toContain('Demo Anyue Lemon Traders');
  expect((await read('/members?language=de')).text).not.toContain('Demo Anyue Lemon Traders');
  expect((await read('/members')).html).toContain('value="hu"');
});

test('what My organisation shows ticked stays, and what is cleared there is gone', async () => {
  const { id, owner } = await admit({
    kind: 'merchant',
    country: 'CN',
    place: { code: '512021', city: null },
    languages: ['zh-CN', 'tg'],
    region: ['KZ'],
    names: { 'zh-CN': '示范商行甲', en: 'Demo First Traders' },
  });
  const mine = () => app.as(owner).call(contract.getMyOrganisation, {});
  const shown = (await read('/organisation', { who: owner })).html;
  // Also a language that the form wouldn't ask for.
  for (const value of ['tg', 'KZ', 'zh-CN'])
    expect(shown).toMatch(new RegExp(`<input(?=[^>]*value="${value}")(?=[^>]*checked)`));
  expect(shown).toMatch(/<option(?=[^>]*value="512021")(?=[^>]*selected)/);
  const save = async (more: readonly (readonly [string, string])[]) =>
    submit(
      '/organisation',
      [...stated, ['act', 'profile'], ['version', String((await mine()).version)], ...more],
      owner,
    );
  await save([
    ['place.code', '512021'],
    ['place.city', 'Yuecheng'],
    ['languages[]', 'tg'],
    ['region[]', 'KZ'],
    ['region[]', 'UZ'],
  ]);
  expect(await mine()).toMatchObject({
    id,
    place: { code: '512021', city: 'Yuecheng' },
    languages: ['tg'],
    region: ['KZ', 'UZ'],
  });
  await save([]);
  expect(await mine()).toMatchObject({ place: { code: null, city: null }, languages: [], region: [] });
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

import {
  addResource,
  listMembers,
  listResources,
  searchAll,
  suggest,
  suspendMember,
} from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { demoProducts, insertDemoProducts } from '../catalogue/index.ts';
import { demoOrganisations, insertDemoOrganisations } from '../members/index.ts';
import { admitted, secretariat } from '../members/testing/applicant.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  const { db } = app.ground;
  const organisations = demoOrganisations(200, 1);
  await insertDemoOrganisations(db, organisations);
  const makers = organisations.filter(({ kind }) => kind === 'enterprise');
  await db.transaction().execute((trx) => insertDemoProducts(trx, demoProducts(600, 1, makers)));
});
afterAll(() => app.close());

const visitor = (language = 'en') => app.as({ role: 'visitor', language });
const search = (q: string) => visitor().call(searchAll, { query: { q } });
const suggestions = async (q: string, language = 'en') =>
  (await visitor(language).call(suggest, { query: { q } })).items.map(({ text }) => text);

describe('one box', () => {
  test.each(['豆瓣', '豆瓣醬', 'doubanjiang', 'dbj', 'дубаньцзян', 'dubanjang'])(
    'finds Pixian doubanjiang by %s',
    async (q) => {
      const { products } = await search(q);
      expect(products.total).toBeGreaterThan(0);
      expect(products.items[0]!.names['zh-CN']).toContain('郫县豆瓣');
    },
  );

  test('answers with products, members and resources, each with its total', async () => {
    const { products, members, resources } = await search('Budapest');
    expect(products.total).toBe(0);
    expect(members.total).toBeGreaterThanOrEqual(members.items.length);
    expect(members.items.length).toBeGreaterThan(0);
    expect(resources.items.every(({ city }) => city === 'Budapest')).toBe(true);
    expect(resources.total).toBeGreaterThan(0);
  });

  test('tells a corrected spelling, and underlines what it found', async () => {
    const { products } = await search('doubanjang');
    expect(products.spelling).toBe('doubanjiang');
    const { names, highlights } = products.items[0]!;
    const [from, to] = highlights!['en']![0]!;
    expect(names['en']!.slice(from, to).toLowerCase()).toBe('doubanjiang');
  });

  test.each([
    ['lmeon', 'lemon'],
    ['лмион', 'лимон'],
  ])('puts right letters that changed places: %s', async (typed, meant) => {
    const { products } = await search(typed);
    expect(products.spelling).toBe(meant);
    expect(products.total).toBeGreaterThan(0);
  });

  test.each(['qqqqxyz', 'SMWTSRE1K', 'ы'.repeat(200)])(
    'gives no advice where there is none: %s',
    async (q) => {
      expect((await search(q)).products).toMatchObject({ total: 0, spelling: null });
    },
  );

  test.each([
    ['lemons', 'en', 'lemon'],
    ['lem', 'en', 'lem'],
    ['лимонов', 'ru', 'лимон'],
    ['檸檬', 'zh-CN', '柠檬'],
  ])('underlines for %s the word as it is read', async (q, language, marked) => {
    const { names, highlights } = (await search(q)).products.items[0]!;
    const [from, to] = highlights![language]![0]!;
    expect(names[language]!.slice(from, to).toLowerCase()).toBe(marked);
  });

  test.each(['厨师', '莫斯科', '律师', '媒体', '买家', '仓库'])(
    'takes %s for no product whose name only sounds a little like it',
    async (q) => {
      expect((await search(q)).products).toMatchObject({ total: 0, spelling: null });
    },
  );

  test('forgives a wrong character of the same sound', async () => {
    const { products } = await search('安月柠檬');
    expect(products.items[0]!.names['zh-CN']).toContain('安岳柠檬');
  });

  test.each([
    ['чай', 'чаем'],
    ['перец', 'перца'],
    ['батарея', 'батареи'],
  ])('puts the same first for %s and %s', async (one, other) => {
    const all = async (q: string) => (await search(q)).products;
    expect((await all(other)).items[0]).toMatchObject({ id: (await all(one)).items[0]!.id });
  });

  test('reads two words that others write as one', async () => {
    const { products } = await search('hot pot');
    expect(products.items[0]!.names['en']!.toLowerCase()).toContain('hotpot');
  });

  test.each(['z', 'q', 'ff', '%FF'])('does not find everything by %s', async (q) => {
    expect((await search(q)).products.total).toBeLessThan(60);
  });

  test('puts the product with the very code first', async () => {
    const { products } = await search('DEMO-000012');
    expect(products.items[0]!.sku).toBe('DEMO-000012');
    const byGtin = await search(products.items[0]!.gtin!);
    expect(byGtin.products.items.map(({ sku }) => sku)).toEqual(['DEMO-000012']);
  });

  test('shows nobody’s contact to a visitor', async () => {
    const { resources } = await search('warehouse');
    expect(resources.items.some(({ hasContact }) => hasContact)).toBe(true);
    expect(resources.items.every(({ contact }) => contact === null)).toBe(true);
  });

  test.each(['', ' ', 'x'.repeat(201)])('refuses a query that is none: “%s”', async (q) => {
    const answer = await app.http.inject({ url: '/api/v1/search', query: { q } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'platform.invalid' });
  });

  test('finds nothing, and fails at nothing, with signs alone or characters no text has', async () => {
    for (const q of ['***', '\u0000', '\ud800', "'; drop table product --", '|&!:*()<->']) {
      const answer = await app.http.inject({
        url: `/api/v1/search?q=${encodeURIComponent(q.toWellFormed())}`,
      });
      expect([200, 400]).toContain(answer.statusCode);
    }
  });
});

describe('answers kept in memory', () => {
  const found = async (q: string, as = visitor()) => {
    const { members, resources } = await as.call(searchAll, { query: { q } });
    const { items } = await as.call(suggest, { query: { q } });
    const page = await as.call(listMembers, { query: { q } });
    return {
      members: members.total,
      resources: resources.total,
      suggested: items.filter(({ of }) => of === 'member').length,
      listed: page.total,
    };
  };
  const none = { members: 0, resources: 0, suggested: 0, listed: 0 };

  test('follow at once what members are, offer and cease to be', async () => {
    expect(await found('Quillfeather')).toEqual(none);
    const { owner, id } = await admitted(app, {
      kind: 'merchant',
      country: 'HU',
      creditCode: null,
      names: { en: 'Quillfeather Demo Trading' },
    });
    expect(await found('Quillfeather')).toEqual({ ...none, members: 1, suggested: 1, listed: 1 });
    await app.as(owner).call(addResource, {
      params: { id },
      body: { kind: 'shop', country: 'HU', city: 'Quillfeather' },
    });
    expect(await found('Quillfeather')).toMatchObject({ resources: 1 });
    await app
      .as(secretariat)
      .call(suspendMember, { params: { id }, body: { reason: 'Kept to see it disappear' } });
    expect(await found('Quillfeather')).toEqual(none);
  });

  test('follow what another process changes', async () => {
    const { id } = await admitted(app, {
      kind: 'merchant',
      country: 'HU',
      creditCode: null,
      names: { en: 'Marrowstone Demo Trading' },
    });
    expect(await found('Marrowstone')).toMatchObject({ members: 1, listed: 1 });
    await sql`update organisation set state = 'suspended' where id = ${id}`.execute(app.ground.db);
    await vi.waitFor(async () => expect(await found('Marrowstone')).toEqual(none), 20_000);
  });

  test('tell each reader the contacts that reader may see', async () => {
    const { owner, id } = await admitted(app, { kind: 'merchant', country: 'HU', creditCode: null });
    const contact = { person: 'Demo Keeper', email: 'keeper@example.org', phone: null };
    await app.as(owner).call(addResource, {
      params: { id },
      body: { kind: 'shop', country: 'HU', city: 'Windlestraw', contact },
    });
    const seenBy = async (as: ReturnType<typeof visitor>) =>
      (await as.call(searchAll, { query: { q: 'Windlestraw' } })).resources.items.map((one) => one.contact);
    expect(await seenBy(visitor())).toEqual([null]);
    expect(await seenBy(app.as(owner))).toEqual([contact]);
    expect(await seenBy(visitor())).toEqual([null]);
  });
});

const order = ['product', 'member', 'resource'];

describe('suggestions', () => {
  test.each([
    ['豆', '豆'],
    ['pixian dou', 'Pixian doubanjiang'],
    ['doub', 'doubanjiang'],
    ['дубань', 'doubanjiang'],
    ['dbj', 'doubanjiang'],
  ])('to %s go on with %s', async (q, wanted) => {
    const all = await suggestions(q);
    expect(all.length).toBeGreaterThan(0);
    expect(all.some((text) => text.toLowerCase().includes(wanted.toLowerCase()))).toBe(true);
  });

  test.each(['dou', 'doub', 'douba'])('to %s begin with the name that begins so', async (q) => {
    const [first] = await suggestions(q);
    expect(first!.toLowerCase()).toMatch(/(^|\s)dou/);
  });

  test('come each once, at most as many as asked for', async () => {
    const { items } = await visitor().call(suggest, { query: { q: 'sauce', limit: 4 } });
    expect(items.length).toBeLessThanOrEqual(4);
    expect(new Set(items.map(({ text }) => text)).size).toBe(items.length);
  });

  test('name what members offer and where, in the reader’s language, as the list of resources is asked for it', async () => {
    const offered = async (q: string, language: string) =>
      (await visitor(language).call(suggest, { query: { q } })).items.filter(({ of }) => of === 'resource');
    const { owner, id } = await admitted(app, { kind: 'merchant', country: 'HU', creditCode: null });
    const { id: resourceId } = await app.as(owner).call(addResource, {
      params: { id },
      body: {
        kind: 'media',
        country: 'HU',
        city: 'Budapest',
        temperatureClass: 'frozen',
        descriptions: { en: 'Thistledown' },
      },
    });
    const where = { kind: 'media', country: 'HU', city: 'Budapest', temperatureClass: 'frozen' } as const;
    expect(await offered('thistled', 'en')).toEqual([
      { of: 'resource', ...where, text: 'Media · frozen · Budapest' },
    ]);
    expect(await offered('Thistledown', 'zh-CN')).toEqual([
      { of: 'resource', ...where, text: '媒体 · 冷冻 · 布达佩斯' },
    ]);
    const { items } = await visitor().call(listResources, { query: where });
    expect(items.map((one) => one.id)).toEqual([resourceId]);
    // A town is one, in whichever language it was written.
    const { id: again } = await app.as(owner).call(addResource, {
      params: { id },
      body: {
        kind: 'media',
        country: 'HU',
        city: '布达佩斯',
        temperatureClass: 'frozen',
        descriptions: { en: 'Thistledown' },
      },
    });
    expect(await offered('thistledown', 'en')).toMatchObject([{ text: 'Media · frozen · Budapest' }]);
    const both = await visitor().call(listResources, { query: where });
    expect(both.items.map((one) => one.id)).toEqual([again, resourceId]);
    // Of many at once as much is told as fits into two lines.
    for (const city of ['Vienna', 'Graz'])
      await app.as(owner).call(addResource, {
        params: { id },
        body: {
          kind: 'media',
          country: 'AT',
          city,
          temperatureClass: 'frozen',
          descriptions: { en: 'Thistledown' },
        },
      });
    expect(await offered('thistledown', 'en')).toMatchObject([
      { kind: 'media', country: null, city: null, temperatureClass: 'frozen', text: 'Media · frozen' },
    ]);
    expect(await offered('thistledown graz', 'en')).toMatchObject([{ text: 'Media · frozen · Graz' }]);
    await app.as(owner).call(addResource, {
      params: { id },
      body: { kind: 'chef', country: 'AT', city: 'Graz', descriptions: { en: 'Thistledown' } },
    });
    expect(await offered('thistledown graz', 'en')).toMatchObject([
      { text: 'Chef · Graz' },
      { text: 'Media · frozen · Graz' },
    ]);
    await app.as(owner).call(addResource, {
      params: { id },
      body: { kind: 'lawyer', country: 'AT', city: 'Graz', descriptions: { en: 'Thistledown' } },
    });
    expect(await offered('thistledown graz', 'en')).toMatchObject([
      { kind: null, country: 'AT', city: 'Graz', temperatureClass: null },
    ]);
    await app
      .as(secretariat)
      .call(suspendMember, { params: { id }, body: { reason: 'Kept to see its offers disappear' } });
    expect(await offered('Thistledown', 'en')).toEqual([]);
  });

  test('leave room for products: members and offers are the last and few', async () => {
    const { items } = await visitor().call(suggest, { query: { q: 'budapest' } });
    const kinds = items.map(({ of }) => of);
    expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(kinds.filter((of) => of === 'resource').length).toBeLessThanOrEqual(2);
  });

  test('of a code lead to the product that has it', async () => {
    const { items } = await visitor().call(suggest, { query: { q: 'DEMO-000012' } });
    const { products } = await search('DEMO-000012');
    expect(items[0]).toMatchObject({ of: 'product', id: products.items[0]!.id });
  });
});

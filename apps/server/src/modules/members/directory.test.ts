import {
  addAffiliate,
  addAlias,
  addressOf,
  getAllianceTotals,
  getMember,
  listMembers,
  removeAffiliate,
  removeAlias,
  updateOrganisation,
  type InputOf,
} from '@jiechuan/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Role } from '../../platform/actor.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import {
  countAdmittedEnterprises,
  organisationCards,
  organisationNames,
  createMemberSearch,
} from './index.ts';
import { admitted, applied, secretariat } from './testing/applicant.ts';

let app: TestApp;
const ids: Record<string, string> = {};
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  const put = async (key: string, change: Parameters<typeof admitted>[1]) => {
    ids[key] = (await admitted(app, change)).id;
  };
  await put('sauce', {
    names: { 'zh-CN': '示范内江豆瓣酱厂', en: 'Demo Neijiang Bean Paste Works' },
    place: { code: '511002', city: null },
    tags: ['belt-and-road', 'organic-food'],
  });
  await put('lemon', {
    names: { 'zh-CN': '示范安岳柠檬合作社', en: 'Demo Anyue Lemon Cooperative' },
    place: { code: '512021', city: null },
    tags: ['cold-chain'],
  });
  await put('shop', {
    kind: 'merchant',
    country: 'HU',
    creditCode: null,
    names: {
      'zh-CN': '示范布达佩斯商行',
      en: 'Demo Budapest Trading House',
      ru: 'Демо Торговый дом Будапешт',
    },
    place: { code: null, city: 'Budapest' },
    languages: ['hu', 'zh-CN'],
  });
  await put('chamber', {
    kind: 'association',
    country: 'HU',
    creditCode: null,
    names: { en: 'Demo Budapest Association' },
    place: { code: null, city: 'Budapest' },
    region: ['HU'],
    languages: ['hu', 'de'],
  });
  await applied(app, { names: { en: 'Demo Waiting Works' }, place: { code: '511002', city: null } });
});
afterAll(() => app.close());

const visitor = () => app.as({ role: 'visitor' });
const found = async (query: InputOf<typeof listMembers>['query']) =>
  (await visitor().call(listMembers, { query })).items.map(({ id }) => id).toSorted();
const the = (...keys: string[]) => keys.map((key) => ids[key]!).toSorted();

describe('the directory', () => {
  test('is found by kind, continent, country, place, tag and words in any language', async () => {
    expect(await found({})).toEqual(the('sauce', 'lemon', 'shop', 'chamber'));
    expect(await found({ kind: ['enterprise'] })).toEqual(the('sauce', 'lemon'));
    expect(await found({ continent: ['europe'] })).toEqual(the('shop', 'chamber'));
    expect(await found({ country: ['HU', 'CN'], kind: ['merchant'] })).toEqual(the('shop'));
    expect(await found({ place: ['5110'] })).toEqual(the('sauce'));
    expect(await found({ place: ['510000'] })).toEqual(the('sauce', 'lemon'));
    expect(await found({ q: '安岳' })).toEqual(the('lemon'));
    expect(await found({ q: 'Ziyang' })).toEqual(the('lemon'));
    expect(await found({ language: ['zh-CN', 'de'] })).toEqual(the('shop', 'chamber'));
    expect(await found({ tag: ['cold-chain', 'organic-food'] })).toEqual(the('sauce', 'lemon'));
    expect(await found({ q: '豆瓣' })).toEqual(the('sauce'));
    for (const q of ['doubanjiang', 'nj', 'дубаньцзян', '內江豆瓣醬'])
      expect(await found({ q })).toEqual(the('sauce'));
    expect(await found({ q: 'lemon coop' })).toEqual(the('lemon'));
    expect(await found({ q: 'торговый будапешт' })).toEqual(the('shop'));
    expect(await found({ q: 'Budapets Trading Huose' })).toEqual(the('shop'));
    expect(await found({ q: '内江豆办' })).toEqual(the('sauce'));
    expect(await found({ q: 'Waiting' })).toEqual([]);
    // Known words that nobody has together are no typing error.
    expect(await found({ q: 'lemon Budapest' })).toEqual([]);
    expect(await found({ q: '！？' })).toEqual([]);
  });

  test('counts what it found by each field, without the firms that wait', async () => {
    const { facets, total } = await visitor().call(listMembers, {});
    expect(total).toBe(4);
    expect(facets).toEqual({
      kind: [
        { value: 'enterprise', count: 2 },
        { value: 'association', count: 1 },
        { value: 'merchant', count: 1 },
      ],
      continent: [
        { value: 'asia', count: 2 },
        { value: 'europe', count: 2 },
      ],
      country: [
        { value: 'CN', count: 2 },
        { value: 'HU', count: 2 },
      ],
      place: [
        { value: '511002', count: 1 },
        { value: '512021', count: 1 },
      ],
      language: [
        { value: 'hu', count: 2 },
        { value: 'de', count: 1 },
        { value: 'zh-CN', count: 1 },
      ],
      tag: [
        { value: 'belt-and-road', count: 1 },
        { value: 'cold-chain', count: 1 },
        { value: 'organic-food', count: 1 },
      ],
      resource: [],
    });
  });

  test.each(['newest', 'name', 'relevance'] as const)(
    'read page by page in order of %s shows everybody once',
    async (order) => {
      const query = order === 'relevance' ? { q: 'demo' } : { sort: order };
      const whole = await visitor().call(listMembers, { query });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await visitor().call(listMembers, { query: { ...query, limit: 1, cursor } });
        seen.push(...page.items.map(({ id }) => id));
        expect(page.total).toBe(4);
        expect(page.facets === null).toBe(cursor !== undefined);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(whole.items.map(({ id }) => id));
      expect(new Set(seen).size).toBe(4);
    },
  );

  test('a cursor somebody made up is refused', async () => {
    const made = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
    for (const values of [['a'], [1, 'x'], [1.5, ids['shop']], ['2026', ids['shop']]]) {
      await expect(visitor().call(listMembers, { query: { cursor: made(values) } })).rejects.toMatchObject({
        problem: { status: 400, errors: [{ code: 'platform.badCursor' }] },
      });
    }
  });

  test('other modules get cards, counts and search of admitted members only', async () => {
    const { db } = app.ground;
    const waiting = await applied(app);
    const cards = await organisationCards(db, [ids['sauce']!, waiting.id]);
    expect([...cards.keys()]).toEqual([ids['sauce']]);
    expect(await organisationNames(db, waiting.id)).toMatchObject({ en: 'Demo Sauce Works' });
    expect(await organisationNames(db, v7())).toEqual({});
    expect(await countAdmittedEnterprises(db)).toBe(2);
    expect((await createMemberSearch().members(db, 'lemon', 10)).items.map(({ id }) => id)).toEqual([
      ids['lemon'],
    ]);
  });
});

describe('a page', () => {
  test('shows contacts to admitted members and its own people, never to visitors, users or observers', async () => {
    const params = { id: ids['sauce']! };
    const seenBy = async (role: Role) =>
      (await app.as({ role, userId: 'someone' }).call(getMember, { params })).contact;
    for (const role of ['visitor', 'user'] as const) expect(await seenBy(role)).toBeNull();
    for (const role of ['merchant', 'association', 'secretariat'] as const) {
      expect((await seenBy(role))?.phone).toBe('+86 832 555 0100');
    }
    const answer = await app.http.inject({
      url: addressOf(getMember, { params }),
      headers: app.headersAs({ role: 'observer', userId: 'o' }),
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.payload).not.toContain('555 0100');
  });

  test('observers read totals and nothing of a single member', async () => {
    const observer = app.as({ role: 'observer', userId: 'o' });
    await expect(observer.call(listMembers, {})).rejects.toMatchObject({ problem: { status: 403 } });
    const totals = await observer.call(getAllianceTotals, {});
    expect(JSON.stringify(totals)).not.toMatch(/\+?\d[\d ()-]{6,}/);
    expect(totals.members).toBe(4);
  });

  test('is one record in Chinese, English and Russian, answered unchanged while its version stands', async () => {
    const url = `/api/v1/members/${ids['shop']}`;
    const first = await app.http.inject({ url });
    expect(first.json()).toMatchObject({
      names: { 'zh-CN': '示范布达佩斯商行', en: 'Demo Budapest Trading House' },
      continent: 'europe',
    });
    const again = await app.http.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } });
    expect(again.statusCode).toBe(304);
  });

  test('two spellings find one record, and a removed one no longer does', async () => {
    const { id, owner } = await admitted(app, { names: { 'zh-CN': '示范陈记麻花' } });
    const spellings = ['Chen Ji Mahua', 'Tschen-Dji Machua', 'Чэнь Цзи Махуа'];
    const added = [];
    for (const text of spellings) {
      added.push(
        await app.as(owner).call(addAlias, {
          params: { id },
          body: { text, source: 'Demo directory, p. 3', quote: `…${text}…` },
        }),
      );
    }
    for (const q of [...spellings, 'CHEN JI  MAHUA', 'чэнь цзи']) expect(await found({ q })).toEqual([id]);
    await expect(
      app.as(owner).call(addAlias, { params: { id }, body: { text: 'chen-ji MAHUA' } }),
    ).rejects.toMatchObject({ problem: { code: 'members.aliasThere' } });
    await expect(
      app.as(owner).call(addAlias, { params: { id }, body: { text: 'x', quote: 'unsourced' } }),
    ).rejects.toMatchObject({ problem: { errors: [{ code: 'members.quoteNeedsSource' }] } });
    await app.as(owner).call(removeAlias, { params: { id, aliasId: added[1]!.id } });
    expect(await found({ q: spellings[1]! })).toEqual([]);
    expect((await visitor().call(getMember, { params: { id } })).aliases.map(({ text }) => text)).toEqual([
      spellings[0],
      spellings[2],
    ]);
  });
});

describe('editing', () => {
  test('changes what is named, finds the new name at once and writes the difference down', async () => {
    const { id, owner } = await admitted(app, { names: { en: 'Former Pottery' } });
    const { version } = await visitor().call(getMember, { params: { id } });
    const edited = await app
      .as(owner)
      .call(
        updateOrganisation,
        { params: { id }, body: { names: { en: 'New Kiln' } } },
        { ifMatch: version },
      );
    expect(edited).toMatchObject({ names: { en: 'New Kiln' }, version: version + 1, country: 'CN' });
    expect(await found({ q: 'New Kiln' })).toEqual([id]);
    expect(await found({ q: 'Former Pottery' })).toEqual([]);
    const { before, after } = await app.ground.db
      .selectFrom('audit_log')
      .select(['before', 'after'])
      .where('subject_id', '=', id)
      .where('action', '=', 'members.updateOrganisation')
      .executeTakeFirstOrThrow();
    expect({ before, after }).toEqual({
      before: { names: { en: 'Former Pottery' }, version },
      after: { names: { en: 'New Kiln' }, version: version + 1 },
    });
  });

  test('from an old version is refused, and so is one without a version', async () => {
    const { id, owner } = await admitted(app);
    const { version } = await visitor().call(getMember, { params: { id } });
    const call = (employees: number, ifMatch?: number) =>
      app.as(owner).call(updateOrganisation, { params: { id }, body: { employees } }, { ifMatch });
    await call(5, version);
    await expect(call(6, version)).rejects.toMatchObject({ problem: { status: 412 } });
    await expect(call(6)).rejects.toMatchObject({ problem: { status: 428 } });
  });

  test('of somebody else’s profile finds nothing to edit', async () => {
    const mine = await admitted(app);
    const call = app
      .as(mine.owner)
      .call(updateOrganisation, { params: { id: ids['sauce']! }, body: { employees: 1 } }, { ifMatch: 1 });
    await expect(call).rejects.toMatchObject({ problem: { status: 404 } });
  });

  test('a place code that is none, or lies outside the country, is refused', async () => {
    const { id, owner } = await admitted(app);
    const { version } = await visitor().call(getMember, { params: { id } });
    for (const body of [
      { country: 'HU', place: { code: '511002' } },
      { place: { code: '519999' } },
      { country: 'AQ' },
    ]) {
      const call = app.as(owner).call(updateOrganisation, { params: { id }, body }, { ifMatch: version });
      await expect(call).rejects.toMatchObject({ problem: { status: 422 } });
    }
  });
});

describe('an association', () => {
  test('names its members, who are then listed with it; either side may end it', async () => {
    const chamber = {
      role: 'association' as const,
      userId: 'c',
      organisationId: ids['chamber']!,
      organisationRole: 'owner' as const,
    };
    const params = { id: ids['chamber']!, memberId: ids['shop']! };
    await app.as(chamber).call(addAffiliate, { params });
    await app.as(chamber).call(addAffiliate, { params });
    expect(await found({ association: ids['chamber'] })).toEqual(the('shop'));
    const page = await visitor().call(getMember, { params: { id: ids['shop']! } });
    expect(page.associations.map(({ id }) => id)).toEqual([ids['chamber']]);
    expect((await visitor().call(getMember, { params: { id: ids['chamber']! } })).affiliateCount).toBe(1);
    await expect(
      app.as(chamber).call(addAffiliate, { params: { ...params, id: ids['sauce']! } }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
    const stranger = await admitted(app);
    await expect(app.as(stranger.owner).call(removeAffiliate, { params })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    const shop = {
      role: 'merchant' as const,
      userId: 's',
      organisationId: ids['shop']!,
      organisationRole: 'owner' as const,
    };
    await app.as(shop).call(removeAffiliate, { params });
    expect(await found({ association: ids['chamber'] })).toEqual([]);
    await expect(app.as(secretariat).call(removeAffiliate, { params })).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });
});

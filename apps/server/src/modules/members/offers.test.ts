import {
  addResource,
  getAllianceTotals,
  getMember,
  listMembers,
  listResources,
  removeResource,
  suspendMember,
  updateResource,
} from '@jiechuan/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { createMemberSearch } from './index.ts';
import { systemActor } from '../../platform/actor.ts';
import { admitted, secretariat } from './testing/applicant.ts';

let app: TestApp;
let keeper: Awaited<ReturnType<typeof admitted>>;
let coldStoreId: string;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  keeper = await admitted(app, {
    kind: 'merchant',
    country: 'HU',
    creditCode: null,
    names: { en: 'Demo Budapest Stores' },
  });
  const params = { id: keeper.id };
  const place = { country: 'HU', city: 'Budapest' };
  const coldStore = await app.as(keeper.owner).call(addResource, {
    params,
    body: {
      ...place,
      kind: 'warehouse',
      capacity: { amount: 400, unit: 'PF' },
      temperatureClass: 'chilled',
      descriptions: { en: 'Near the river port' },
      contact: { person: 'Demo Keeper', phone: '+36 1 555 0100' },
    },
  });
  coldStoreId = coldStore.id;
  await app.as(keeper.owner).call(addResource, {
    params,
    body: { ...place, kind: 'warehouse', temperatureClass: 'frozen', capacity: { amount: 90, unit: 'PF' } },
  });
  await app.as(keeper.owner).call(addResource, { params, body: { ...place, kind: 'lawyer' } });
  await app.as(keeper.owner).call(addResource, {
    params,
    body: {
      ...place,
      city: 'Debrecen',
      kind: 'warehouse',
      temperatureClass: 'ambient',
      descriptions: { ru: 'Склад без охлаждения' },
    },
  });
});
afterAll(() => app.close());

const ask = async (role: 'visitor' | 'enterprise', q: string) =>
  (await app.as({ role, userId: 'x' }).call(listResources, { query: { q } })).items;

test.each([
  'chilled, Budapest',
  '冷藏 布达佩斯',
  'Budapest chilled warehouse',
  'охлаждённый Будапешт',
  'chilled budapset',
  'chiled warehouse budapesht',
])('“%s” answers with capacity, owner and, with permission, contact', async (q) => {
  const [seen, ...more] = await ask('enterprise', q);
  expect(more).toEqual([]);
  expect(seen).toMatchObject({
    id: coldStoreId,
    capacity: { amount: 400, unit: 'PF' },
    organisationId: keeper.id,
    organisationNames: { en: 'Demo Budapest Stores' },
    contact: { phone: '+36 1 555 0100' },
  });
  const [public_] = await ask('visitor', q);
  expect(public_).toMatchObject({ id: coldStoreId, contact: null, hasContact: true });
});

test('what is without a thing is found as such, not by that thing', async () => {
  const temperatures = async (q: string) =>
    (await ask('visitor', q)).map(({ temperatureClass }) => temperatureClass);
  expect(await temperatures('охлаждение Дебрецен')).toEqual([]);
  expect(await temperatures('склад без охлаждения')).toEqual(['ambient']);
});

test('words that are known but never together find nothing, whatever they resemble', async () => {
  expect(await ask('visitor', 'lawyer Debrecen')).toEqual([]);
  expect(await ask('visitor', 'lawer Budapest')).toHaveLength(1);
});

test('resources are filtered by kind, city, country and temperature and counted on the member’s card', async () => {
  const count = async (query: object) =>
    (await app.as({ role: 'visitor' }).call(listResources, { query })).total;
  expect(await count({ kind: ['warehouse'] })).toBe(3);
  expect(await count({ kind: ['warehouse'], temperatureClass: ['frozen'] })).toBe(1);
  expect(await count({ city: 'budapest', country: ['HU'] })).toBe(3);
  expect(await count({ city: '布达佩斯' })).toBe(3);
  expect(await count({ city: 'Vienna' })).toBe(0);
  const list = await app.as({ role: 'visitor' }).call(listMembers, { query: { resource: ['lawyer'] } });
  expect(list.items[0]).toMatchObject({ id: keeper.id, resourceKinds: ['lawyer', 'warehouse'] });
  expect(list.facets?.resource).toEqual([
    { value: 'lawyer', count: 1 },
    { value: 'warehouse', count: 1 },
  ]);
  const totals = await app.as({ role: 'observer', userId: 'o' }).call(getAllianceTotals, {});
  expect(totals.resources).toContainEqual({ kind: 'warehouse', count: 3 });
  expect(totals.temperatureClasses).toContainEqual({ temperatureClass: 'chilled', count: 1 });
});

test('an edit names the version it came from; a removed resource is gone from page, search and card', async () => {
  const owner = app.as(keeper.owner);
  const params = { id: keeper.id };
  const added = await owner.call(addResource, {
    params,
    body: { kind: 'chef', country: 'HU', city: 'Szeged', descriptions: { en: 'Mapo tofu' } },
  });
  const target = { params: { ...params, resourceId: added.id } };
  const edited = await owner.call(
    updateResource,
    { ...target, body: { city: 'Debrecen' } },
    { ifMatch: added.version },
  );
  expect(edited).toMatchObject({ city: 'Debrecen', kind: 'chef', descriptions: { en: 'Mapo tofu' } });
  expect((await ask('visitor', 'chef Debrecen')).map(({ id }) => id)).toEqual([added.id]);
  await expect(
    owner.call(updateResource, { ...target, body: { city: 'Pécs' } }, { ifMatch: added.version }),
  ).rejects.toMatchObject({ problem: { status: 412 } });
  await owner.call(removeResource, target);
  expect(await ask('visitor', 'chef Debrecen')).toEqual([]);
  const page = await app.as({ role: 'visitor' }).call(getMember, { params });
  expect(page.resourceKinds).toEqual(['lawyer', 'warehouse']);
  await expect(owner.call(removeResource, target)).rejects.toMatchObject({ problem: { status: 404 } });
});

test('a stranger can’t offer, edit or remove in another’s name', async () => {
  const stranger = app.as((await admitted(app)).owner);
  const params = { id: keeper.id, resourceId: coldStoreId };
  const body = { kind: 'shop' as const, country: 'HU', city: 'Pécs' };
  const missing = { problem: { status: 404 } };
  await expect(stranger.call(addResource, { params: { id: keeper.id }, body })).rejects.toMatchObject(
    missing,
  );
  await expect(
    stranger.call(updateResource, { params, body: { city: 'x' } }, { ifMatch: 1 }),
  ).rejects.toMatchObject(missing);
  await expect(stranger.call(removeResource, { params })).rejects.toMatchObject(missing);
});

test('what a suspended member offered is out of sight', async () => {
  const { owner, id } = await admitted(app, { kind: 'merchant', country: 'RU', creditCode: null });
  await app.as(owner).call(addResource, {
    params: { id },
    body: { kind: 'warehouse', country: 'RU', city: 'Moscow', temperatureClass: 'cool' },
  });
  const search = createMemberSearch({ remember: false });
  const found = () => search.resources(app.ground.db, systemActor('test'), 'cool Moscow', 10);
  expect(await found()).toMatchObject({ items: [{ city: 'Moscow' }], total: 1 });
  await app.as(secretariat).call(suspendMember, { params: { id }, body: { reason: 'unpaid' } });
  expect(await found()).toEqual({ items: [], total: 0 });
});

test('resources come newest first, by place or by member, the same page by page', async () => {
  const offers: [string, string, string, 'warehouse' | 'shop'][] = [
    ['Zeta Demo', 'DE', 'hamburg', 'shop'],
    ['Alpha Demo', 'DE', 'Hamburg', 'warehouse'],
    ['Zeta Demo', 'AT', 'Wien', 'shop'],
    ['Alpha Demo', 'DE', 'Berlin', 'shop'],
  ];
  const owners = new Map<string, Awaited<ReturnType<typeof admitted>>>();
  for (const name of ['Zeta Demo', 'Alpha Demo'])
    owners.set(
      name,
      await admitted(app, { kind: 'merchant', country: 'DE', creditCode: null, names: { en: name } }),
    );
  for (const [name, country, city, kind] of offers) {
    const { owner, id } = owners.get(name)!;
    await app.as(owner).call(addResource, { params: { id }, body: { kind, country, city } });
  }
  const walk = async (sort: 'newest' | 'place' | 'member', limit: number) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await app.as({ role: 'visitor' }).call(listResources, {
        query: { country: ['DE', 'AT'], sort, limit, ...(cursor && { cursor }) },
      });
      expect(page.total).toBe(4);
      seen.push(...page.items.map((one) => `${one.organisationNames['en']![0]} ${one.city}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return seen;
  };
  for (const limit of [1, 2, 100]) {
    expect(await walk('newest', limit)).toEqual(['A Berlin', 'Z Wien', 'A Hamburg', 'Z hamburg']);
    expect(await walk('place', limit)).toEqual(['Z Wien', 'A Berlin', 'A Hamburg', 'Z hamburg']);
    expect(await walk('member', limit)).toEqual(['A Hamburg', 'A Berlin', 'Z hamburg', 'Z Wien']);
  }
});

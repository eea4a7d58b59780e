import {
  createHub,
  createService,
  exportServices,
  getHub,
  getNetwork,
  getService,
  importServices,
  listDepartures,
  listEmissionFactors,
  listHubs,
  listServices,
  serviceSheetColumns,
  updateHub,
  updateService,
  type FreightService,
  type HubInput,
  type InputOf,
} from '@jiechuan/contract';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { cityHubsOf, hubFor, loadFreightFacts } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const desk = { role: 'secretariat', userId: 'sec-1', userName: 'Desk One' } as const;
const secretariat = () => app.as(desk);
const visitor = () => app.as({ role: 'visitor' });
const db = () => app.database.db;
const idOf = async (code: string) => (await hubFor(db(), { code }))!.id;

const graz: HubInput = {
  code: 'graz-terminal',
  names: { en: 'Graz terminal', 'zh-CN': '格拉茨货场' },
  kind: 'rail-terminal',
  country: 'AT',
  latitude: 46.99,
  longitude: 15.43,
  zone: 'Europe/Vienna',
  unlocode: null,
  iata: null,
  temperatureClasses: ['ambient'],
  minTransferMinutes: 600,
  storageFenPerTonneDay: 1200,
  confidence: 'estimated',
  source: { title: 'A member’s own terminal', url: null, date: null },
};
const toGraz = async (change: object = {}): Promise<InputOf<typeof createService>['body']> => ({
  code: 'rail-budapest-graz',
  fromHubId: await idOf('budapest-bilk'),
  toHubId: await idOf('graz-terminal'),
  mode: 'rail',
  weekdays: [2, 5],
  departure: '06:30',
  durationMinutes: 1440,
  distanceKm: 430,
  operator: 'A member',
  tariff: {
    currency: 'EUR',
    perKg: 25,
    perM3: null,
    perContainer: 60_000,
    minimum: 5000,
    reeferSurchargePermille: 0,
  },
  temperatureClasses: ['ambient'],
  batteries: false,
  dangerous: false,
  capacityKg: 900_000,
  validFrom: '2026-01-01',
  validUntil: null,
  source: { title: 'The member’s timetable', url: null, date: '2026-11-01' },
  confidence: 'published',
  scheduleConfidence: 'published',
  priceConfidence: 'published',
  note: null,
  ...change,
});

test('everybody reads the hubs, page by page, by name in any language, by kind and country', async () => {
  const first = await visitor().call(listHubs, { query: { limit: 100 } });
  const second = await visitor().call(listHubs, { query: { limit: 100, cursor: first.nextCursor! } });
  expect(first.total).toBeGreaterThanOrEqual(150);
  const codes = [...first.items, ...second.items].map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].toSorted((a, b) => a.localeCompare(b)));
  const named = async (q: string) =>
    (await visitor().call(listHubs, { query: { q } })).items.map(({ code }) => code);
  expect(await named('罗兹')).toEqual(['lodz', 'lodz-olechow']);
  expect(await named('Малашевиче')).toEqual(['malaszewicze']);
  expect(await named('PLSAW')).toEqual(['slawkow']);
  expect(await named('100%')).toEqual([]);
  const airports = await visitor().call(listHubs, { query: { kind: ['airport'], country: ['CN'] } });
  expect(airports.items.map(({ iata }) => iata)).toContain('CTU');
});

test('services are found by mode, hub and confidence, with their ends and the kilometres reckoned', async () => {
  const hub = await idOf('chengdu-railway-port');
  const published = await visitor().call(listServices, {
    query: { mode: ['rail'], from: hub, confidence: 'published', limit: 100 },
  });
  const lodz = published.items.find(({ to }) => to.code === 'lodz-olechow')!;
  expect(lodz).toMatchObject({
    distanceKm: 9826,
    reckonedKm: 9826,
    durationMinutes: 15_840,
    state: 'active',
  });
  const moscow = published.items.find(({ to }) => to.code === 'vorsino')!;
  expect(moscow.distanceKm).toBeNull();
  expect(moscow.reckonedKm).toBeGreaterThan(5000);
  const [into, through] = [
    await visitor().call(listServices, { query: { to: hub } }),
    await visitor().call(listServices, { query: { hub, limit: 100 } }),
  ];
  expect(through.total).toBeGreaterThan(into.total);
});

test('a hub says what leaves it this week, in its own days, in order', async () => {
  const { items, from, until, hub } = await visitor().call(listDepartures, {
    params: { id: await idOf('malaszewicze') },
    query: { from: '2026-10-19', days: 7 },
  });
  expect(hub.zone).toBe('Europe/Warsaw');
  // The clocks go back on 25 October: the week begins at 22:00 UTC and ends at 23:00 UTC.
  expect([from, until]).toEqual(['2026-10-18T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
  expect(items.map(({ departsAt }) => departsAt)).toEqual(items.map(({ departsAt }) => departsAt).toSorted());
  const lodz = items.filter(({ serviceCode }) => serviceCode === 'rail-malaszewicze-lodz-olechow');
  expect(lodz.map(({ departsAt }) => departsAt)).toEqual([
    '2026-10-19T16:00:00.000Z',
    '2026-10-21T16:00:00.000Z',
    '2026-10-23T16:00:00.000Z',
  ]);
});

test('the map has every way’s both hubs; filters narrow it', async () => {
  const whole = await visitor().call(getNetwork, {});
  const hubs = new Set(whole.hubs.map(({ id }) => id));
  expect(whole.ways.every((way) => hubs.has(way.fromHubId) && hubs.has(way.toHubId))).toBe(true);
  const air = await visitor().call(getNetwork, { query: { mode: ['air'] } });
  expect(new Set(air.ways.map(({ mode }) => mode))).toEqual(new Set(['air']));
  expect(air.ways.length).toBeLessThan(whole.ways.length);
  expect(whole.counts.find(({ mode }) => mode === 'air')!.services).toBe(
    air.counts.find(({ mode }) => mode === 'air')!.services,
  );
});

test('emission factors name their source and edition, and are well to wheel', async () => {
  const { source, items } = await visitor().call(listEmissionFactors, {});
  expect(source).toMatchObject({ edition: '2025' });
  for (const one of items) expect(one.wellToWheel).toBe(one.direct + one.upstream);
  expect(items.find(({ mode }) => mode === 'rail')!.wellToWheel).toBe(34_700);
});

test('the secretariat adds a hub and a service, edits by version, retires; the audit log tells', async () => {
  const hub = await secretariat().call(createHub, { body: graz });
  expect(hub).toMatchObject({ edited: true, version: 1, state: 'active' });
  await expect(secretariat().call(createHub, { body: graz })).rejects.toMatchObject({
    problem: { code: 'freight.codeTaken' },
  });
  await expect(
    secretariat().call(createHub, { body: { ...graz, code: 'x', country: 'XX' } }),
  ).rejects.toMatchObject({ problem: { code: 'freight.countryUnknown' } });
  const service = await secretariat().call(createService, { body: await toGraz() });
  const params = { id: service.id };
  const edited = await secretariat().call(
    updateService,
    { params, body: { departure: '07:15' } },
    { ifMatch: service.version },
  );
  expect(edited).toMatchObject({ departure: '07:15', weekdays: [2, 5], version: 2 });
  await expect(
    secretariat().call(updateService, { params, body: { departure: '08:00' } }, { ifMatch: 1 }),
  ).rejects.toMatchObject({ problem: { status: 412 } });
  await expect(
    secretariat().call(updateService, { params, body: { validUntil: '2025-12-31' } }, { ifMatch: 2 }),
  ).rejects.toMatchObject({ problem: { code: 'freight.endsBeforeStart' } });
  await secretariat().call(updateService, { params, body: { state: 'retired' } }, { ifMatch: 2 });
  expect((await visitor().call(getService, { params })).state).toBe('retired');
  expect((await visitor().call(listServices, { query: { to: hub.id } })).total).toBe(0);
  expect((await visitor().call(listServices, { query: { to: hub.id, state: 'retired' } })).total).toBe(1);
  const { rows } = await app.database.pool.query<{ action: string }>(
    'select action from audit_log where subject_id = $1 order by id',
    [service.id],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'freight.createService',
    'freight.updateService',
    'freight.updateService',
  ]);
});

test('of ten edits of a service from one version at once one is kept', async () => {
  const { items } = await visitor().call(listServices, { query: { from: await idOf('wanzhou-port') } });
  const [service] = items;
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) =>
      secretariat().call(
        updateService,
        { params: { id: service!.id }, body: { durationMinutes: 10_000 + at } },
        { ifMatch: service!.version },
      ),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await visitor().call(getService, { params: { id: service!.id } })).version).toBe(
    service!.version + 1,
  );
});

test('a shipped hub that was edited keeps the edit when facts are loaded again', async () => {
  const id = await idOf('slawkow');
  const hub = await visitor().call(getHub, { params: { id } });
  expect(hub.edited).toBe(false);
  await secretariat().call(
    updateHub,
    { params: { id }, body: { minTransferMinutes: 999 } },
    { ifMatch: hub.version },
  );
  await app.database.pool.query(`delete from setting where key = 'freight.facts'`);
  expect(
    await db()
      .transaction()
      .execute((trx) => loadFreightFacts(trx)),
  ).toBe(true);
  expect(await visitor().call(getHub, { params: { id } })).toMatchObject({
    minTransferMinutes: 999,
    edited: true,
  });
});

const bad = [
  ['no such zone', { zone: 'Mars/Olympus' }, 'freight.zoneUnknown'],
  ['a UN/LOCODE of four', { unlocode: 'PLLO' }, 'platform.form.unlocode'],
  ['a class twice', { temperatureClasses: ['ambient', 'ambient'] }, 'freight.classTwice'],
] as const;
test.each(bad)('a hub with %s is refused, and told why', async (_, change, code) => {
  await expect(
    secretariat().call(createHub, { body: { ...graz, code: 'bad', ...change } as never }),
  ).rejects.toMatchObject({ problem: { errors: [{ code }] } });
});

test('a service from a hub to itself, without a rate or ending before it begins is refused', async () => {
  const hub = await idOf('lodz');
  const codesOf = async (change: object) =>
    secretariat()
      .call(createService, { body: await toGraz({ code: 'bad', ...change }) })
      .catch((error: { problem: { errors?: { code: string }[] } }) =>
        (error.problem.errors ?? []).map(({ code }) => code),
      );
  expect(await codesOf({ fromHubId: hub, toHubId: hub })).toEqual(['freight.sameHub']);
  expect(
    await codesOf({
      tariff: {
        currency: 'CNY',
        perKg: null,
        perM3: null,
        perContainer: null,
        minimum: 0,
        reeferSurchargePermille: 0,
      },
    }),
  ).toEqual(['freight.noRate']);
  expect(await codesOf({ validUntil: '2025-01-01' })).toEqual(['freight.endsBeforeStart']);
});

const exported = async (): Promise<string> =>
  (await app.http.inject({ url: '/api/v1/freight/services/export.csv' })).payload;
const bring = (content: string | Uint8Array, dryRun = false) =>
  secretariat().call(importServices, {
    file: new Blob([content as BlobPart]),
    filename: 'services.csv',
    query: { dryRun: String(dryRun) as never },
  });

test('what was exported, brought in again, changes nothing', async () => {
  expect(exportServices.produces).toContain('text/csv');
  const sheet = await exported();
  const rows = parse(sheet, { bom: true }) as string[][];
  expect(rows[0]).toEqual([...serviceSheetColumns]);
  const outcome = await bring(sheet);
  expect(outcome).toMatchObject({
    applied: true,
    rows: rows.length - 1,
    created: 0,
    changed: 0,
    unchanged: rows.length - 1,
    faultCount: 0,
  });
  expect(await exported()).toBe(sheet);
});

/** The exported sheet's headings, and the row of one service, changed. */
async function rowOf(code: string, change: Record<string, string>): Promise<string[]> {
  const rows = parse(await exported(), { bom: true, columns: true }) as Record<string, string>[];
  return Object.values({ ...rows.find((row) => row['code'] === code)!, ...change });
}
const csv = (...rows: string[][]) =>
  [[...serviceSheetColumns], ...rows]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');
const lodz = 'rail-chengdu-railway-port-lodz-olechow';

test('a dry run says what would be new and what changed, and writes nothing; the import writes both', async () => {
  const sheet = csv(
    await rowOf(lodz, { departure: '21:45', perKg: '5.10', note: '=1+1' }),
    await rowOf(lodz, { code: 'rail-new', weekdays: '1 3', operator: '新承运人' }),
  );
  const dry = await bring(sheet, true);
  expect(dry).toMatchObject({ dryRun: true, applied: false, created: 1, changed: 1, unchanged: 0 });
  const find = async (code: string): Promise<FreightService | undefined> => {
    const { items } = await visitor().call(listServices, {
      query: { to: await idOf('lodz-olechow'), from: await idOf('chengdu-railway-port') },
    });
    return items.find((one) => one.code === code);
  };
  expect(await find('rail-new')).toBeUndefined();
  expect(await bring(sheet)).toMatchObject({ applied: true, created: 1, changed: 1 });
  expect(await find(lodz)).toMatchObject({
    departure: '21:45',
    tariff: { perKg: 510 },
    note: '=1+1',
    edited: true,
  });
  expect(await find('rail-new')).toMatchObject({ weekdays: [1, 3], operator: '新承运人' });
  // A spreadsheet must not run a note as a formula.
  expect(await exported()).toContain(`"'=1+1"`);
  expect(await bring(sheet)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
});

test('a sheet in GB 18030 with semicolons is read', async () => {
  const text = csv(await rowOf(lodz, { operator: '成都国际班列' })).replaceAll('","', '";"');
  const bytes = new Uint8Array([...text].flatMap((sign) => gb[sign] ?? [sign.charCodeAt(0)]));
  expect(await bring(bytes, true)).toMatchObject({ rows: 1, faultCount: 0 });
});
/** The signs of the sheet beyond ASCII, as GB 18030 has them. */
const gb: Record<string, number[]> = {
  成: [0xb3, 0xc9],
  都: [0xb6, 0xbc],
  国: [0xb9, 0xfa],
  际: [0xbc, 0xca],
  班: [0xb0, 0xe0],
  列: [0xc1, 0xd0],
  中: [0xd6, 0xd0],
  新: [0xd0, 0xc2],
  闻: [0xce, 0xc5],
  网: [0xcd, 0xf8],
  '：': [0xa3, 0xba],
  今: [0xbd, 0xf1],
  年: [0xc4, 0xea],
  月: [0xd4, 0xc2],
  至: [0xd6, 0xc1],
  欧: [0xc5, 0xb7],
  '（': [0xa3, 0xa8],
  渝: [0xd3, 0xe5],
  '）': [0xa3, 0xa9],
  累: [0xc0, 0xdb],
  计: [0xbc, 0xc6],
  开: [0xbf, 0xaa],
  行: [0xd0, 0xd0],
  近: [0xbd, 0xfc],
};

test('every bad cell of every row is named, and then nothing at all is written', async () => {
  const outcome = await bring(
    csv(
      await rowOf(lodz, { departure: '22:22' }),
      await rowOf(lodz, {
        code: 'b-1',
        mode: 'zeppelin',
        weekdays: '1 8',
        departure: '25:00',
        perKg: 'cheap',
      }),
      await rowOf(lodz, { code: 'b-2', from: 'atlantis', batteries: 'maybe', validFrom: '2026-02-31' }),
      await rowOf(lodz, { code: 'b-3', sourceTitle: '', capacityKg: '-4', state: 'asleep' }),
      await rowOf(lodz, {}),
    ),
  );
  expect(outcome.faults.map(({ row, column }) => `${row} ${column}`).toSorted()).toEqual([
    '3 departure',
    '3 mode',
    '3 perKg',
    '3 weekdays',
    '4 batteries',
    '4 from',
    '4 validFrom',
    '5 capacityKg',
    '5 sourceTitle',
    '5 state',
    '6 code',
  ]);
  expect(outcome.faults.every(({ message }) => message.length > 5 && !message.startsWith('freight.'))).toBe(
    true,
  );
  expect(outcome).toMatchObject({ applied: false, faultCount: 11 });
  expect(await exported()).not.toContain('22:22');
});

test.each([
  ['no rows', `${serviceSheetColumns.join(',')}\r\n`, 'freight.sheetEmpty'],
  ['missing columns', 'code,from\r\na,b', 'freight.sheetColumnsMissing'],
  ['bytes that are no text', new Uint8Array([0xff, 0xff, 0, 1, 2, 0xff]), 'freight.sheetUnreadable'],
])('a sheet with %s is refused whole', async (_, content, code) => {
  await expect(bring(content)).rejects.toMatchObject({ problem: { code } });
});

test('the same sheet brought in five times at once makes its service once', async () => {
  const sheet = csv(await rowOf(lodz, { code: 'rail-once' }));
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => bring(sheet)));
  const made = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value.created] : []));
  expect(made.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect((await exported()).split('rail-once')).toHaveLength(2);
});

test('a hub is found by key, IATA code, UN/LOCODE and the place of a maker', async () => {
  const codeFor = async (where: Parameters<typeof hubFor>[1]) => (await hubFor(db(), where))?.code ?? null;
  expect(await codeFor({ iata: 'CTU' })).toBe('chengdu-shuangliu');
  expect(await codeFor({ unlocode: 'DEHAM' })).toBe('hamburg');
  expect(await codeFor({ division: '512021' })).toBe('ziyang');
  expect(await codeFor({ division: '500101' })).toBe('wanzhou');
  expect(await codeFor({ division: '500112' })).toBe('chongqing');
  expect(await codeFor({ division: '440100' })).toBeNull();
  expect(await codeFor({ code: 'atlantis' })).toBeNull();
  expect((await cityHubsOf(db(), 'HU')).map(({ code }) => code)).toEqual(['budapest']);
});

import { createRouter } from '@jiechuan/routing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Db } from '../../platform/db/database.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import {
  expandNetwork,
  type Consignment,
  type ExpandedNetwork,
  type ExpandOptions,
  type RefusalReason,
} from './index.ts';
import { isRoadVehicle } from './rules/road-vehicles.ts';
import { freight } from './tables.ts';

let app: TestApp;
let db: Db;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  db = app.database.db;
});
afterAll(() => app.close());

const lemons: Consignment = {
  grossWeightG: 500_000,
  volumeCm3: 1_500_000,
  storageClass: 'cool',
  minTenthsC: 110,
  maxTenthsC: 150,
  batteries: false,
  dangerous: false,
  roadVehicle: false,
};
const from = new Date('2026-11-30T00:00:00Z');
const days = (count: number) => new Date(from.getTime() + count * 864e5);
const expand = (
  change: Partial<Consignment> = {},
  until = days(14),
  lifeRate: ExpandOptions['lifeRate'] = () => 1,
) => expandNetwork(db, { from, until, consignment: { ...lemons, ...change }, lifeRate });
const legsOf = ({ network, legs }: ExpandedNetwork, code: string) =>
  network.legs.filter(({ id }) => legs.get(id)!.code === code);
const reasonOf = ({ refused }: ExpandedNetwork, code: string): RefusalReason | undefined =>
  refused.find((one) => one.code === code)?.reason;

test('the train to Łódź leaves on its days, takes 11 days for 9,826 km, and says who published that', async () => {
  const expanded = await expand();
  const trains = legsOf(expanded, 'rail-chengdu-railway-port-lodz-olechow');
  expect(trains.map(({ depart }) => new Date(depart * 60_000).toISOString())).toEqual([
    '2026-11-30T12:00:00.000Z',
    '2026-12-02T12:00:00.000Z',
    '2026-12-04T12:00:00.000Z',
    '2026-12-06T12:00:00.000Z',
    '2026-12-07T12:00:00.000Z',
    '2026-12-09T12:00:00.000Z',
    '2026-12-11T12:00:00.000Z',
    '2026-12-13T12:00:00.000Z',
  ]);
  const [train] = trains;
  expect(train!.arrive - train!.depart).toBe(11 * 1440);
  expect(expanded.legs.get(train!.id)).toMatchObject({
    mode: 'rail',
    km: 9826,
    kmPublished: true,
    keptAtTenthsC: 120,
    confidence: 'published',
    priceConfidence: 'estimated',
    source: { date: '2025-08-01' },
  });
  // 0.5 t × 9,826 km × 34.70 g/tkm; 500 kg at 4.53 yuan, by measure 1.5 m³ at 1,359 yuan, half more for the cold.
  expect(train).toMatchObject({
    co2e: 170_481,
    cost: 339_750 * expanded.costParts,
    decay: 11 * 1440 * 1000,
  });
  expect(expanded.legs.get(train!.id)!.costFen).toBe(339_750);
});

test('windows that follow one another give the legs of the whole, each once', async () => {
  const [whole, first, second] = [
    await expand(),
    await expand({}, days(5)),
    await expandNetwork(db, { from: days(5), until: days(14), consignment: lemons, lifeRate: () => 1 }),
  ];
  const ids = (...parts: ExpandedNetwork[]) =>
    parts.flatMap(({ network }) => network.legs.map(({ id }) => id)).toSorted();
  expect(ids(first, second)).toEqual(ids(whole));
  expect(new Set(ids(whole)).size).toBe(whole.network.legs.length);
});

test('every number is whole, every leg lies between hubs of the network and has its facts', async () => {
  const { network, legs, hubs } = await expand();
  for (const { id, from: origin, to, ...numbers } of network.legs) {
    expect(Object.values(numbers).every(Number.isSafeInteger), id).toBe(true);
    expect(numbers.arrive).toBeGreaterThan(numbers.depart);
    expect(hubs.has(origin) && hubs.has(to) && legs.has(id), id).toBe(true);
  }
  for (const { id: _, ...numbers } of network.hubs)
    expect(Object.values(numbers).every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
});

test('a consignment of 20 kg pays for three days of storage, and one of 20,000 t too', async () => {
  for (const grossWeightG of [20_000, 20_000_000, 20_000_000_000]) {
    const { network, hubs, costParts } = await expand({ grossWeightG, volumeCm3: 1 }, days(75));
    const { rows } = await app.database.pool.query<{ id: string; rate: number }>(
      'select id, storage_fen_per_tonne_day as rate from freight_hub where storage_fen_per_tonne_day > 0',
    );
    const rates = new Map(rows.map(({ id, rate }) => [id, rate]));
    let paid = 0;
    for (const { id, waitCost } of network.hubs) {
      const fen = (waitCost * 3 * 1440) / costParts;
      const due = ((rates.get(id) ?? 0) * grossWeightG * 3) / 1_000_000;
      expect(Math.abs(fen - due), hubs.get(id)!.code).toBeLessThan(Math.max(1, due / 10_000));
      if (fen >= 1) paid += 1;
    }
    expect(paid).toBeGreaterThan(network.hubs.length / 2);
    // The engine takes these numbers: its sums stay exact.
    expect(() => createRouter(network)).not.toThrow();
  }
});

test('cars with batteries are no dangerous goods to a train or a truck, but to a plane', async () => {
  const cars = {
    batteries: true,
    dangerous: true,
    roadVehicle: true,
    storageClass: 'none' as const,
    minTenthsC: null,
    maxTenthsC: null,
  };
  const asGoods = await expand({ ...cars, roadVehicle: false });
  const asCars = await expand(cars);
  for (const train of ['rail-chengdu-railway-port-almaty-rail', 'rail-chengdu-railway-port-lodz-olechow']) {
    expect(reasonOf(asGoods, train)).toBe('dangerous');
    expect(legsOf(asCars, train)).not.toEqual([]);
  }
  expect(asGoods.refused.some(({ code }) => code.startsWith('road-'))).toBe(true);
  const byRoad = asCars.refused.filter(({ code }) => /^(road|rail)-/.test(code));
  expect(byRoad.filter(({ reason }) => reason === 'dangerous')).toEqual([]);
  expect(reasonOf(asCars, 'air-chengdu-shuangliu-brussels-airport')).toBe('dangerous');
  // Batteries without a car around them stay what they are.
  expect(['8702', '8703', '8704'].every((heading) => isRoadVehicle(`${heading}80`))).toBe(true);
  expect([null, '850760', '871160', '870899'].some(isRoadVehicle)).toBe(false);
});

test('batteries, dangerous goods, weight and temperature are refused with the reason', async () => {
  const batteries = await expand({ batteries: true });
  expect(reasonOf(batteries, 'air-chengdu-shuangliu-frankfurt-airport')).toBe('batteries');
  expect(legsOf(batteries, 'air-chengdu-shuangliu-brussels-airport')).not.toEqual([]);
  const dangerous = await expand({ dangerous: true });
  expect(reasonOf(dangerous, 'rail-chengdu-railway-port-lodz-olechow')).toBe('dangerous');
  const heavy = await expand({ grossWeightG: 70_000_000 });
  expect(reasonOf(heavy, 'air-chongqing-jiangbei-brussels-airport')).toBe('tooHeavy');
  // Chilled at most 8 °C: goods that bear nothing below 9 °C can't travel so.
  const impossible = await expand({ storageClass: 'chilled', minTenthsC: 90, maxTenthsC: 140 });
  expect(impossible.network.legs).toEqual([]);
  expect(new Set(impossible.refused.map(({ reason }) => reason))).toEqual(new Set(['temperatureRange']));
  const lost = await expand({}, days(14), () => Infinity);
  expect(new Set(lost.refused.map(({ reason }) => reason))).toEqual(new Set(['lifeLost']));
});

test('life is used up at the rate of the temperature that the goods are kept at, on the way and while waiting', async () => {
  const asked: number[] = [];
  const { network } = await expandNetwork(db, {
    from,
    until: days(3),
    consignment: { ...lemons, storageClass: 'chilled', minTenthsC: null, maxTenthsC: null },
    lifeRate(tenthsC) {
      asked.push(tenthsC);
      return 0.25;
    },
  });
  expect(new Set(asked)).toEqual(new Set([40]));
  expect(network.legs.every(({ depart, arrive, decay }) => decay === (arrive - depart) * 250)).toBe(true);
  expect(network.hubs.every(({ waitDecay }) => waitDecay === 250)).toBe(true);
});

test('a rate in another currency is converted, and without a rate the service is refused', async () => {
  await freight(db)
    .updateTable('freight_service')
    .set({
      tariff: JSON.stringify({
        currency: 'EUR',
        perKg: 100,
        perM3: null,
        perContainer: null,
        minimum: 0,
        reeferSurchargePermille: 0,
      }),
    })
    .where('code', '=', 'rail-chengdu-railway-port-minsk-kolyadichi')
    .execute();
  const code = 'rail-chengdu-railway-port-minsk-kolyadichi';
  expect(reasonOf(await expand(), code)).toBe('noRate');
  const converted = await expandNetwork(db, {
    from,
    until: days(14),
    consignment: lemons,
    lifeRate: () => 1,
    toFen: (amount, currency) => (currency === 'EUR' ? amount * 7.81 : null),
  });
  expect(converted.legs.get(legsOf(converted, code)[0]!.id)!.costFen).toBe(390_500);
});

test('a hub that doesn’t keep the goods’ class is left out with its services; a retired hub and service silently', async () => {
  const set = (code: string, change: object) =>
    freight(db).updateTable('freight_hub').set(change).where('code', '=', code).execute();
  await set('slawkow', { temperature_classes: ['ambient'] });
  await set('halkali', { state: 'retired' });
  const onWay = await expandNetwork(db, {
    from: new Date('2021-03-01T00:00:00Z'),
    until: new Date('2021-03-15T00:00:00Z'),
    consignment: lemons,
    lifeRate: () => 1,
  });
  expect(reasonOf(onWay, 'rail-chengdu-railway-port-slawkow')).toBe('hubTemperatureClass');
  const now = await expand();
  expect([...now.hubs.values()].map(({ code }) => code)).not.toContain('halkali');
  expect(now.refused.map(({ code }) => code)).not.toContain('rail-chongqing-tuanjiecun-halkali');
  expect(legsOf(now, 'rail-chongqing-tuanjiecun-halkali')).toEqual([]);
});

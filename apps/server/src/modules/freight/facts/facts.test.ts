import { hubInput, serviceInput } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { greatCircleKm } from '../distance.ts';
import { freightFacts } from './index.ts';

const { hubs, services } = freightFacts();
const hubOf = new Map(hubs.map((hub) => [hub.code, hub]));
const twice = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);

test('there are at least 150 hubs and every one is what the contract takes', () => {
  expect(hubs.length).toBeGreaterThanOrEqual(150);
  for (const hub of hubs) expect(hubInput.safeParse(hub), hub.code).toMatchObject({ success: true });
});

test('every service is what the contract takes and lies between hubs there are', () => {
  const ids = new Map(
    hubs.map(({ code }, at) => [code, `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`]),
  );
  for (const { from, to, ...rest } of services)
    expect(
      serviceInput.safeParse({ ...rest, fromHubId: ids.get(from), toHubId: ids.get(to) }),
      rest.code,
    ).toMatchObject({ success: true });
});

test('no key is there twice and no hub lies idle', () => {
  expect(twice(hubs.map(({ code }) => code))).toEqual([]);
  expect(twice(services.map(({ code }) => code))).toEqual([]);
  const used = new Set(services.flatMap(({ from, to }) => [from, to]));
  expect(hubs.map(({ code }) => code).filter((code) => !used.has(code))).toEqual([]);
});

test('every airport has its IATA code, and a UN/LOCODE begins with the country', () => {
  expect(
    hubs.filter(({ kind, iata }) => (kind === 'airport') !== (iata !== null)).map(({ code }) => code),
  ).toEqual([]);
  expect(hubs.filter(({ unlocode, country }) => unlocode !== null && !unlocode.startsWith(country))).toEqual(
    [],
  );
});

test('no way is shorter than the great circle, none faster than its mode can go', () => {
  const fastest = { rail: 120, road: 90, sea: 45, river: 25, air: 950 };
  for (const service of services) {
    const direct = greatCircleKm(hubOf.get(service.from)!, hubOf.get(service.to)!);
    if (service.distanceKm !== null)
      expect(service.distanceKm, service.code).toBeGreaterThanOrEqual(Math.floor(direct * 0.98));
    expect((direct / service.durationMinutes) * 60, service.code).toBeLessThan(fastest[service.mode]);
  }
});

test('what is published names who wrote it; what is reckoned says so of price, days and hours alike', () => {
  for (const service of services) {
    if (service.confidence === 'published')
      expect(service.source.title, service.code).not.toContain('Jiechuan');
    expect(service.priceConfidence).toBe('estimated');
  }
  const days = (code: string) => services.find((one) => one.code === code)!.durationMinutes / 1440;
  expect(days('rail-chengdu-railway-port-lodz-olechow')).toBe(11);
  expect(days('rail-chengdu-railway-port-vorsino')).toBe(10);
  expect(days('rail-chengdu-railway-port-vientiane-south')).toBe(3);
  expect(days('rail-chengdu-railway-port-slawkow')).toBe(10);
  // By Türkiye: 22 days to Istanbul, then on to Łódź.
  for (const from of ['chongqing-tuanjiecun', 'chengdu-railway-port']) {
    const south = days(`rail-${from}-halkali`) + days('rail-halkali-lodz-olechow');
    expect(south).toBeGreaterThan(23);
    expect(south).toBeLessThan(27);
  }
  const confidence = services.find(({ code }) => code === 'rail-chengdu-railway-port-halkali')!.confidence;
  expect(confidence).toBe('estimated');
});

/** Hubs reached from a home city over services of these modes. */
function reached(from: string, modes: readonly string[]): Set<string> {
  const seen = new Set([from]);
  for (let before = 0; before !== seen.size;) {
    before = seen.size;
    for (const { from: a, to, mode, validUntil } of services)
      if (validUntil === null && modes.includes(mode) && seen.has(a)) seen.add(to);
  }
  return seen;
}
const every = ['rail', 'sea', 'river', 'air', 'road'];
const countries = (from: string, modes: readonly string[]) =>
  new Set([...reached(from, modes)].map((code) => hubOf.get(code)!.country));

test('every hub abroad can be reached from one of the two regions', () => {
  const seen = new Set([...reached('chengdu', every), ...reached('chongqing', every)]);
  const overseas = hubs.filter(({ country }) => country !== 'CN').map(({ code }) => code);
  expect(overseas.filter((code) => !seen.has(code))).toEqual(['slawkow']);
});

const markets = 'US CA MX BR GB DE IT HU RU KZ AE SA ZA JP KR SG MY TH ID AU'.split(' ');
test.each(['chengdu', 'zigong', 'ziyang', 'liangshan', 'chongqing', 'wanzhou'])(
  'from %s there is a way to every market',
  (city) => {
    const there = countries(city, every);
    expect(markets.filter((market) => !there.has(market))).toEqual([]);
  },
);

test.each('RU PL DE HU GB TH LA JP KR SG MY AE SA US CA AU ZA BR MX'.split(' '))(
  '%s can be reached by air and also without flying',
  (market) => {
    const home = ['chengdu', 'chongqing'];
    const without = home.some((city) => countries(city, ['rail', 'sea', 'river', 'road']).has(market));
    const air = home.some((city) => countries(city, ['air', 'road']).has(market));
    expect(without).toBe(true);
    expect(air).toBe(true);
  },
);

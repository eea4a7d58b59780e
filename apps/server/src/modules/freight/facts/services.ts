import type { HubInput, ServiceInput, TemperatureClass, TransportMode } from '@jiechuan/contract';
import { estimatedKm } from '../distance.ts';
import { estimatedMinutes, estimatedTariff } from './estimate.ts';
import { homeHubRows } from './hub-rows.ts';
import { publishedServices } from './published-services.ts';
import { homeRows, onwardRows, trunkRows } from './service-rows.ts';

/** A service we ship; its ends by their keys. */
export type ServiceFact = Omit<ServiceInput, 'fromHubId' | 'toHubId'> & { from: string; to: string };

/** A service before what is reckoned is filled in. */
interface Draft {
  from: string;
  to: string;
  mode: TransportMode;
  weekdays: string;
  departure: string;
  km: number | null;
  takes: string;
}

const reckoned = {
  title: 'Jiechuan, docs/freight.md: distance at the mode’s usual speed, price by distance',
  url: null,
  date: '2026-11-24',
};

const pairs = (rows: string): [string, string][] =>
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [from = '', targets = ''] = row.split(': ');
      return targets.split(' ').map((to): [string, string] => [from, to]);
    });

const trunks: Draft[] = trunkRows
  .trim()
  .split('\n')
  .map((row) => {
    const [from, to, mode, weekdays, departure, km, takes] = row.split(' ');
    return {
      from: from!,
      to: to!,
      mode: mode as TransportMode,
      weekdays: weekdays!,
      departure: departure!,
      km: km === '-' ? null : Number(km),
      takes: takes!,
    };
  });

/** Where every city of the two regions sends its goods to. */
const gates = ['chengdu-railway-port', 'chengdu-shuangliu', 'chengdu-tianfu'];
const homeCities = homeHubRows
  .trim()
  .split('\n')
  .filter((row) => row.includes(' city '))
  .map((row) => row.split(' ')[0]!)
  .filter((city) => !['chongqing', 'wanzhou', 'fuling'].includes(city));

const truck =
  (weekdays: string, departure: string) =>
  ([from, to]: [string, string]): Draft => ({
    from,
    to,
    mode: 'road',
    weekdays,
    departure,
    km: null,
    takes: 'rbd',
  });
const home = [
  ...homeCities.flatMap((city) => gates.map((gate): [string, string] => [city, gate])),
  ...pairs(homeRows),
].map(truck('123456', '18:00'));
const onward = pairs(onwardRows).map(truck('12345', '08:00'));

const codeOf = ({ from, to, mode }: { from: string; to: string; mode: string }) => `${mode}-${from}-${to}`;
const classesOf = (takes: string): TemperatureClass[] =>
  takes.includes('r') ? ['ambient', 'cool', 'chilled', 'frozen'] : ['ambient'];

function complete(draft: Draft, hubs: ReadonlyMap<string, HubInput>): ServiceFact {
  const [from, to] = [hubs.get(draft.from)!, hubs.get(draft.to)!];
  const km = draft.km ?? estimatedKm(draft.mode, from, to);
  return {
    code: codeOf(draft),
    from: draft.from,
    to: draft.to,
    mode: draft.mode,
    weekdays: [...draft.weekdays].map(Number),
    departure: draft.departure,
    durationMinutes: estimatedMinutes(draft.mode, km),
    distanceKm: draft.km,
    operator: null,
    tariff: estimatedTariff(draft.mode, km),
    temperatureClasses: classesOf(draft.takes),
    batteries: draft.takes.includes('b'),
    dangerous: draft.takes.includes('d'),
    capacityKg: null,
    validFrom: '2026-01-01',
    validUntil: null,
    source: reckoned,
    confidence: 'estimated',
    scheduleConfidence: 'estimated',
    priceConfidence: 'estimated',
    note: null,
  };
}

/** Every hub key that a service of ours names. */
export const servedHubs: ReadonlySet<string> = new Set(
  [...publishedServices, ...trunks, ...home, ...onward].flatMap(({ from, to }) => [from, to]),
);

/** Every service we ship: those published, then those reckoned. */
export function shippedServices(hubs: ReadonlyMap<string, HubInput>): ServiceFact[] {
  const published = publishedServices.map((one): ServiceFact => {
    const rest = complete(one, hubs);
    return {
      ...rest,
      durationMinutes: one.hours === null ? rest.durationMinutes : one.hours * 60,
      operator: one.operator,
      capacityKg: one.capacityKg ?? null,
      validFrom: one.validUntil ? '2019-12-24' : rest.validFrom,
      validUntil: one.validUntil ?? null,
      source: one.source,
      confidence: one.hours === null || one.analogous ? 'estimated' : 'published',
      scheduleConfidence: one.daysPublished ? 'published' : 'estimated',
      note: one.note ?? null,
    };
  });
  return [...published, ...[...trunks, ...home, ...onward].map((draft) => complete(draft, hubs))];
}

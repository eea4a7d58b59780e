import type { HubInput, HubKind, TemperatureClass } from '@jiechuan/contract';
import { cities } from '../../../platform/geography/index.ts';
import { chinaHubRows, cityCodeRows, homeHubRows, overseasHubRows } from './hub-rows.ts';

const all: TemperatureClass[] = ['ambient', 'cool', 'chilled', 'frozen'];
/**
 * How goods wait where: minutes to change over, fen a tonne and day. Terminals have sockets for refrigerated
 * containers, so all classes can wait; in a city goods wait in the maker's or the consignee's own store. Estimates.
 */
const waiting: Readonly<Record<HubKind, { minTransferMinutes: number; storageFenPerTonneDay: number }>> = {
  city: { minTransferMinutes: 120, storageFenPerTonneDay: 300 },
  'rail-terminal': { minTransferMinutes: 720, storageFenPerTonneDay: 1500 },
  'border-crossing': { minTransferMinutes: 720, storageFenPerTonneDay: 2000 },
  airport: { minTransferMinutes: 360, storageFenPerTonneDay: 60_000 },
  'river-port': { minTransferMinutes: 720, storageFenPerTonneDay: 800 },
  seaport: { minTransferMinutes: 1440, storageFenPerTonneDay: 1500 },
  warehouse: { minTransferMinutes: 240, storageFenPerTonneDay: 500 },
};

const source = {
  title: 'UN/LOCODE 2024-1 (UNECE), OpenFlights; handling times and storage charges estimated',
  url: 'https://unece.org/trade/cefact/unlocode-code-list-country-and-territory',
  date: null,
};

const orNull = (cell: string): string | null => (cell === '-' ? null : cell);
const form = /^(\S+) (\S+) ([A-Z]{2}) (\S+) (\S+) (\S+) (\S+) (\S+) ([^|]+)\|([^|]+)\|([^|]+)$/u;

const terminals: readonly HubInput[] = `${homeHubRows}${chinaHubRows}${overseasHubRows}`
  .split('\n')
  .filter(Boolean)
  .map((row) => {
    const [, code, kind, country, latitude, longitude, zone, locode, iata, zh, en, ru] = form.exec(row)!;
    return {
      code: code!,
      kind: kind as HubKind,
      country: country!,
      latitude: Number(latitude),
      longitude: Number(longitude),
      zone: zone!,
      unlocode: orNull(locode!),
      iata: orNull(iata!),
      names: { 'zh-CN': zh!, en: en!, ru: ru! },
      temperatureClasses: all,
      ...waiting[kind as HubKind],
      confidence: 'estimated' as const,
      source,
    };
  });

const cityCodes = new Map(
  cityCodeRows
    .trim()
    .split('\n')
    .map((row) => row.split(' ') as [string, string]),
);

/** Every hub we ship: the rows, and each city overseas that a service reaches. @param served keys that services name */
export function shippedHubs(served: ReadonlySet<string>): HubInput[] {
  const overseas = cities
    .filter(({ key }) => served.has(key))
    .map(({ key, country, latitude, longitude, zone, names }) => ({
      code: key,
      kind: 'city' as const,
      country,
      latitude,
      longitude,
      zone,
      unlocode: cityCodes.get(key) ?? null,
      iata: null,
      names: { ...names },
      temperatureClasses: all,
      ...waiting.city,
      confidence: 'estimated' as const,
      source,
    }));
  return [...terminals, ...overseas];
}

import { cityRows } from './city-rows.ts';
import type { Names } from './divisions.ts';

/** A city overseas. `quarter` is where its Chinese community is at home, as the city calls it. */
export interface City {
  key: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Degrees, WGS 84, of the centre. */
  latitude: number;
  longitude: number;
  /** IANA zone. */
  zone: string;
  names: Names;
  quarter?: string;
}

const form = /^(\S+) ([A-Z]{2}) (\S+) (\S+) (\S+) ([^|]+)\|([^|]+)\|(.+)$/u;
/** The Russian name ends where Latin letters or digits begin: the quarter. */
const russianThenQuarter = /^([^A-Za-z0-9]+?)(?: ([A-Za-z0-9].*))?$/u;

export const cities: readonly City[] = cityRows
  .trim()
  .split('\n')
  .map((row) => {
    const [, key, country, latitude, longitude, zone, zh, en, rest] = form.exec(row)!;
    const [, ru, quarter] = russianThenQuarter.exec(rest!)!;
    return {
      key: key!,
      country: country!,
      latitude: Number(latitude),
      longitude: Number(longitude),
      zone: zone!,
      names: { 'zh-CN': zh!, en: en!, ru: ru! },
      ...(quarter ? { quarter } : {}),
    };
  });

const byKey = new Map(cities.map((city) => [city.key, city]));

/** The city of a key (budapest); undefined where none is known. */
export const findCity = (key: string): City | undefined => byKey.get(key);

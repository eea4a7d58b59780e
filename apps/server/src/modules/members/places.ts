import type { Continent } from '@jiechuan/contract';
import {
  cities,
  continentOf as geographicContinentOf,
  findPlace,
  type ContinentCode,
} from '../../platform/geography/index.ts';
import { normaliseSpelling } from '../../platform/text/index.ts';

/** The alliance speaks of five continents: the Americas are one. Nobody lives in Antarctica. */
const fiveContinents: Record<ContinentCode, Continent | undefined> = {
  AF: 'africa',
  AN: undefined,
  AS: 'asia',
  EU: 'europe',
  NA: 'americas',
  OC: 'oceania',
  SA: 'americas',
};

/** The continent of an ISO 3166-1 alpha-2 code; undefined where there is no such country. */
export function continentOf(country: string): Continent | undefined {
  const code = geographicContinentOf(country);
  return code && fiveContinents[code];
}

/** Whether a GB/T 2260 code is that of a known place. */
export const isPlace = (code: string): boolean => findPlace(code) !== undefined;

type City = (typeof cities)[number];
const cityByName = new Map<string, City>();
const namesOf = ({ names, quarter }: City): string[] => [
  ...new Set([names['zh-CN'], names.en, names.ru, ...(quarter ? [quarter] : [])]),
];
for (const city of cities)
  for (const name of namesOf(city)) cityByName.set(`${city.country} ${normaliseSpelling(name)}`, city);
const knownCity = (country: string, city: string): City | undefined =>
  cityByName.get(`${country} ${normaliseSpelling(city)}`);

/** What a city is called in every language we know it in: Budapest, 布达佩斯, Будапешт; an unknown one as it was written. */
export const cityNames = (country: string, city: string): string[] => {
  const known = knownCity(country, city);
  return [...new Set([city, ...(known ? namesOf(known) : [])])];
};

/** What a city is called in a language; an unknown one as it was written. */
export const cityIn = (country: string, city: string, language: string): string =>
  (knownCity(country, city)?.names as Record<string, string> | undefined)?.[language] ?? city;

/** The same for a city whose country wasn't said. */
export const cityNamesAnywhere = (city: string): string[] => [
  ...new Set(cities.flatMap(({ country }) => cityNames(country, city)).concat(city)),
];

/** The digits that the codes of all places within a place begin with: 511000 → 5110, 510000 → 51. */
export const placePrefix = (code: string): string => (code.length === 6 ? code.replace(/(00)+$/, '') : code);

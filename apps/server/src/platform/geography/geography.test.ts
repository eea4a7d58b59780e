import { describe, expect, test } from 'vitest';
import {
  cities,
  codesWithin,
  continentCodes,
  continentOf,
  countryCodes,
  divisions,
  findCity,
  findPlace,
  pathOf,
  placeNames,
} from './index.ts';

const twice = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);
const scripts = {
  'zh-CN': /^\p{Script=Han}+$/u,
  en: /^[\p{Script=Latin}' ().-]+$/u,
  ru: /^[\p{Script=Cyrillic} ().-]+$/u,
};

describe('divisions of Sichuan and Chongqing', () => {
  test('are 21 prefectures and 183 counties, and 38 districts and counties', () => {
    const count = (start: string, level: string) =>
      divisions.filter((place) => place.code.startsWith(start) && place.level === level).length;
    expect([count('51', 'prefecture'), count('51', 'county')]).toEqual([21, 183]);
    expect([count('50', 'prefecture'), count('50', 'county')]).toEqual([0, 38]);
  });
  test('have each a code of its own', () => {
    expect(twice(divisions.map(({ code }) => code))).toEqual([]);
    expect(divisions.filter(({ code }) => !/^5[01]\d{4}$/.test(code))).toEqual([]);
  });
  test('lie in a division that is known', () => {
    expect(divisions.filter(({ parent }) => parent !== null && !findPlace(parent))).toEqual([]);
    expect(divisions.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual([
      '510000',
      '500000',
    ]);
  });
  test.each(Object.entries(scripts))('are named in %s, no two alike in one place', (language, script) => {
    const named = divisions.map(({ parent, names }) => ({ parent, name: names[language as 'en'] }));
    expect(named.filter(({ name }) => !script.test(name))).toEqual([]);
    expect(twice(named.map(({ parent, name }) => `${parent} ${name}`))).toEqual([]);
  });
  test('read as a person would write them', () => {
    expect(findPlace('512021')?.names).toEqual({ 'zh-CN': '安岳县', en: 'Anyue County', ru: 'уезд Аньюэ' });
    expect(findPlace('512021')?.short).toEqual({ 'zh-CN': '安岳', en: 'Anyue', ru: 'Аньюэ' });
    expect(findPlace('510726')?.names.en).toBe('Beichuan Qiang Autonomous County');
    expect(findPlace('513400')?.names.ru).toBe('Ляншань-Ийский автономный округ');
    expect(findPlace('511800')?.names.en).toBe("Ya'an");
    expect(findPlace('510521')?.short['zh-CN']).toBe('泸县');
  });
  test('are found from the smallest to the largest and back', () => {
    expect(pathOf('512021').map(({ short }) => short.en)).toEqual(['Anyue', 'Ziyang', 'Sichuan']);
    expect(pathOf('500152').map(({ short }) => short.en)).toEqual(['Tongnan', 'Chongqing']);
    expect(codesWithin('512000')).toEqual(['512000', '512002', '512021', '512022']);
    expect(codesWithin('500000')).toHaveLength(39);
    expect(pathOf('999999')).toEqual([]);
    expect(placeNames('512021')).toContain('资阳');
  });
});

describe('countries', () => {
  test('are the 249 of ISO 3166-1, each on one continent and with a name', () => {
    expect(countryCodes).toHaveLength(249);
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(countryCodes.filter((code) => names.of(code) === undefined)).toEqual([]);
  });
  test('lie where they lie', () => {
    expect(['HU', 'CN', 'ZA', 'US', 'PA', 'PE', 'AU', 'AQ'].map(continentOf)).toEqual([
      'EU',
      'AS',
      'AF',
      'NA',
      'NA',
      'SA',
      'OC',
      'AN',
    ]);
    expect(continentOf('XX')).toBeUndefined();
    expect(new Set(countryCodes.map(continentOf))).toEqual(new Set(continentCodes));
  });
});

describe('cities overseas', () => {
  test('are at least sixty, on every continent that people live on', () => {
    expect(cities.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cities.map(({ country }) => continentOf(country)))).toEqual(
      new Set(continentCodes.filter((code) => code !== 'AN')),
    );
  });
  test.each(Object.entries(scripts))('are named in %s, no two alike', (language, script) => {
    const names = cities.map((city) => city.names[language as 'en']);
    expect(names.filter((name) => !script.test(name))).toEqual([]);
    expect(twice(names)).toEqual([]);
  });
  test('have keys, coordinates and zones that exist', () => {
    expect(twice(cities.map(({ key }) => key))).toEqual([]);
    const offsetHours = (zone: string) => {
      const parts = new Intl.DateTimeFormat('en', {
        timeZone: zone,
        timeZoneName: 'longOffset',
      }).formatToParts(0);
      const [, sign, hours] =
        /([+-])(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')!.value) ?? [];
      return sign ? Number(`${sign}${hours}`) : 0;
    };
    // A zone follows its meridian within a few hours; a swapped sign or a wrong zone doesn't.
    expect(
      cities.filter(
        ({ latitude, longitude, zone }) =>
          Math.abs(latitude) > 70 || Math.abs(longitude / 15 - offsetHours(zone)) > 3.5,
      ),
    ).toEqual([]);
  });
  test('know their Chinese quarter', () => {
    expect(findCity('madrid')?.quarter).toBe('Usera');
    expect(findCity('bangkok')?.names.ru).toBe('Бангкок');
    expect(findCity('paris')?.quarter).toBe('13e arrondissement');
    expect(findCity('atlantis')).toBeUndefined();
  });
});

import { divisionRows } from './division-rows.ts';

/** One name in the languages every reader is served in. */
export interface Names {
  'zh-CN': string;
  en: string;
  ru: string;
}

/** An administrative division of China. `short` leaves out the kind: 安岳, Anyue, Аньюэ. */
export interface Division {
  /** GB/T 2260, six digits. */
  code: string;
  parent: string | null;
  level: 'province' | 'prefecture' | 'county';
  names: Names;
  short: Names;
}

const municipalities = new Set(['500000']);
/** The peoples that autonomous divisions are named after, in the order the rows need them: longer names first. */
const peoples: readonly (readonly [string, string, string])[] = [
  ['土家族苗族', 'Tujia and Miao', 'Туцзя-Мяоский'],
  ['苗族土家族', 'Miao and Tujia', 'Мяо-Туцзяский'],
  ['藏族羌族', 'Tibetan and Qiang', 'Тибетско-Цянский'],
  ['土家族', 'Tujia', 'Туцзяский'],
  ['羌族', 'Qiang', 'Цянский'],
  ['彝族', 'Yi', 'Ийский'],
  ['藏族', 'Tibetan', 'Тибетский'],
];

const levelOf = (code: string): Division['level'] =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';

function parentOf(code: string): string | null {
  const level = levelOf(code);
  if (level === 'province') return null;
  const province = `${code.slice(0, 2)}0000`;
  return level === 'prefecture' || municipalities.has(province) ? province : `${code.slice(0, 4)}00`;
}

/** The name with its kind, as each language puts it: Anyue County, уезд Аньюэ. */
function withKind(zh: string, en: string, ru: string, level: Division['level']): [string, string] {
  if (level === 'province') return [en, ru];
  if (zh.endsWith('自治州') || zh.endsWith('自治县')) {
    const people = peoples.find(([name]) => zh.includes(name))!;
    return zh.endsWith('州')
      ? [`${en} ${people[1]} Autonomous Prefecture`, `${ru}-${people[2]} автономный округ`]
      : [`${en} ${people[1]} Autonomous County`, `${ru}-${people[2]} автономный уезд`];
  }
  if (level === 'prefecture') return [en, ru];
  if (zh.endsWith('区')) return [`${en} District`, `район ${ru}`];
  if (zh.endsWith('县')) return [`${en} County`, `уезд ${ru}`];
  return [`${en} City`, `городской уезд ${ru}`];
}

/** 安岳县 → 安岳; a name of one character keeps its kind (泸县). */
function shortChinese(zh: string): string {
  const people = peoples.find(([name]) => zh.includes(`${name}自治`));
  const plain = people ? zh.slice(0, zh.indexOf(people[0])) : zh.slice(0, -1);
  return plain.length < 2 ? zh : plain;
}

const rows = divisionRows
  .trim()
  .split('\n')
  .map((row): Division => {
    const [code, zh, en, ru] = row.split(' ') as [string, string, string, string];
    const level = levelOf(code);
    const [englishFull, russianFull] = withKind(zh, en, ru, level);
    return {
      code,
      parent: parentOf(code),
      level,
      names: { 'zh-CN': zh, en: englishFull, ru: russianFull },
      short: { 'zh-CN': shortChinese(zh), en, ru },
    };
  });

/** Every division, a parent before its children. */
export const divisions: readonly Division[] = rows;
const byCode = new Map(rows.map((division) => [division.code, division]));

/** The division of a GB/T 2260 code; undefined where none is known. */
export const findPlace = (code: string): Division | undefined => byCode.get(code);

/** The division and what it lies in, the smallest first: Anyue, Ziyang, Sichuan. Empty for an unknown code. */
export function pathOf(code: string): Division[] {
  const division = findPlace(code);
  return division ? [division, ...(division.parent ? pathOf(division.parent) : [])] : [];
}

/** The codes of all divisions that lie in this one, itself included: what a filter by place lets through. */
export function codesWithin(code: string): string[] {
  return rows
    .filter((division) => pathOf(division.code).some((part) => part.code === code))
    .map((part) => part.code);
}

/** Everything a division is called, with what it lies in: for index texts. */
export function placeNames(code: string): string[] {
  return [...new Set(pathOf(code).flatMap(({ names, short }) => [...inAll(names), ...inAll(short)]))];
}

const inAll = (names: Names): string[] => [names['zh-CN'], names.en, names.ru];

import type { FactSource, PostalService } from '@jiechuan/contract';

/** Limits of a postal service; lengths in millimetres. A limit that is null isn't set. */
export interface PostalLimits {
  maxGrams: number;
  maxLongestMm: number;
  maxSumMm: number | null;
  maxLengthAndGirthMm: number | null;
}

const source = (title: string, url: string | null, date: string | null): FactSource => ({ title, url, date });

/** Small packet of the letter post: 2 kg, sides 90 cm in all, the longest 60 cm. */
export const smallPacket = {
  limits: { maxGrams: 2000, maxLongestMm: 600, maxSumMm: 900, maxLengthAndGirthMm: null },
  source: source(
    'UPU letter post, small packets: up to 2 kg, sides 90 cm in all, longest 60 cm',
    'https://treasure-japan.com/rates_weight_size.html',
    null,
  ),
} as const satisfies { limits: PostalLimits; source: FactSource };

const first = { maxLongestMm: 1500, maxSumMm: null, maxLengthAndGirthMm: 3000 };
const second = { maxLongestMm: 1050, maxSumMm: null, maxLengthAndGirthMm: 2000 };
const fourth = { maxLongestMm: 600, maxSumMm: 900, maxLengthAndGirthMm: null };

/** Parcel by surface or air: 30 kg; the smaller size of the two that the sources know, which every country takes. */
export const parcel = {
  limits: { maxGrams: 30_000, ...second },
  source: source(
    '国际包裹邮寄限制：单件不超过30千克；部分国家20千克',
    'http://jixiangyou.com/Notice/176.html',
    '2014-07-19',
  ),
} as const satisfies { limits: PostalLimits; source: FactSource };

/** EMS by country of destination. */
const emsByCountry: Readonly<Record<string, PostalLimits>> = Object.fromEntries(
  [
    { grams: 40_000, size: first, countries: ['HK', 'MY'] },
    { grams: 31_500, size: second, countries: ['MO', 'US', 'RO', 'NP'] },
    { grams: 30_000, size: second, countries: ['JP', 'KP', 'AU', 'NZ', 'PT', 'PK', 'BR', 'CU', 'LV', 'KZ'] },
    {
      grams: 30_000,
      size: first,
      countries: 'KR MN SG TH KH VN GB GR CH DE SE FR CA LK TR LA GY PA PE JO OM KW CZ RU HR EE'.split(' '),
    },
    { grams: 30_000, size: fourth, countries: ['ID'] },
    { grams: 20_000, size: second, countries: ['PH', 'AR'] },
    {
      grams: 20_000,
      size: first,
      countries: ['ES', 'MT', 'BD', 'MX', 'CO', 'EG', 'IL', 'QA', 'PL', 'UA', 'BY'],
    },
    { grams: 31_500, size: first, countries: ['DK', 'NO', 'FI', 'AT', 'AE', 'KE', 'NE', 'HU'] },
  ].flatMap(({ grams, size, countries }) =>
    countries.map((country): [string, PostalLimits] => [country, { maxGrams: grams, ...size }]),
  ),
);

/** EMS to a country; where the source doesn't name it, the strictest weight and size that it has for any but a few. */
export const emsTo = (country: string): { limits: PostalLimits; source: FactSource } => ({
  limits: emsByCountry[country] ?? { maxGrams: 20_000, ...second },
  source: source(
    '中国邮政国际EMS快递邮件重量、尺寸限制标准',
    'http://comesoho.com/viewthread.php?tid=34611',
    null,
  ),
});

/**
 * What carriage costs and how long it takes, by how far the country is: fen for the first part of the weight and for
 * each further one begun, days. The project's own estimates, to be replaced by the post's tariff.
 */
export const postalTariffs: Readonly<
  Record<PostalService, { firstGrams: number; nextGrams: number; zones: readonly [Zone, Zone, Zone] }>
> = {
  'small-packet': {
    firstGrams: 100,
    nextGrams: 100,
    zones: [
      { first: 2000, next: 700, days: [10, 25] },
      { first: 2500, next: 900, days: [12, 35] },
      { first: 3000, next: 1100, days: [15, 45] },
    ],
  },
  parcel: {
    firstGrams: 1000,
    nextGrams: 1000,
    zones: [
      { first: 11_000, next: 3500, days: [15, 40] },
      { first: 14_000, next: 5500, days: [20, 60] },
      { first: 17_000, next: 7500, days: [25, 75] },
    ],
  },
  ems: {
    firstGrams: 500,
    nextGrams: 500,
    zones: [
      { first: 13_000, next: 3500, days: [3, 7] },
      { first: 22_000, next: 6500, days: [4, 10] },
      { first: 28_000, next: 9000, days: [5, 14] },
    ],
  },
};
export interface Zone {
  /** Fen. */
  first: number;
  next: number;
  days: readonly [number, number];
}

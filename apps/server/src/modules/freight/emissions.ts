import type { TransportMode } from '@jiechuan/contract';

/** Greenhouse gases of carrying a tonne over a kilometre, in milligrams of CO₂e. */
export interface EmissionFactor {
  mode: TransportMode;
  /** What it is read for, as the source calls it. */
  activity: string;
  /** For goods kept at a temperature; such rows are there only where the source has them. */
  refrigerated: boolean;
  /** Up to this many kilometres; null without a bound. */
  maxKm: number | null;
  /** Burning the fuel (tank to wheel), mg CO₂e per tonne-kilometre. */
  direct: number;
  /** Making and bringing the fuel (well to tank), likewise. */
  upstream: number;
}

export const emissionSource = {
  title: 'UK Government GHG Conversion Factors for Company Reporting 2025 (DESNZ), Freighting goods and WTT',
  edition: '2025',
  url: 'https://www.gov.uk/government/collections/government-conversion-factors-for-company-reporting',
} as const;

/**
 * Well-to-wheel factors. Flights without radiative forcing, as ISO 14083 counts; a flight of at most 3,700 km is
 * short-haul. The set has no inland vessel: the smallest class of container ship stands for the river. Its trains are
 * British, mostly diesel: electric lines of China and Kazakhstan may do better or worse.
 */
export const emissionFactors: readonly EmissionFactor[] = [
  {
    mode: 'road',
    activity: 'HGV (all diesel), all artics, average laden',
    refrigerated: false,
    maxKm: null,
    direct: 78_000,
    upstream: 18_230,
  },
  {
    mode: 'road',
    activity: 'HGV refrigerated (all diesel), all artics, average laden',
    refrigerated: true,
    maxKm: null,
    direct: 90_200,
    upstream: 21_140,
  },
  {
    mode: 'rail',
    activity: 'Rail, freight train',
    refrigerated: false,
    maxKm: null,
    direct: 27_790,
    upstream: 6_910,
  },
  {
    mode: 'sea',
    activity: 'Cargo ship, container ship, average',
    refrigerated: false,
    maxKm: null,
    direct: 16_120,
    upstream: 3_650,
  },
  {
    mode: 'river',
    activity: 'Cargo ship, container ship, 0–999 TEU',
    refrigerated: false,
    maxKm: null,
    direct: 36_750,
    upstream: 8_330,
  },
  {
    mode: 'air',
    activity: 'Freight flights, short-haul, without RF',
    refrigerated: false,
    maxKm: 3700,
    direct: 755_390,
    upstream: 205_150,
  },
  {
    mode: 'air',
    activity: 'Freight flights, long-haul, without RF',
    refrigerated: false,
    maxKm: null,
    direct: 531_300,
    upstream: 135_160,
  },
];

/** The factor for a way: the refrigerated one where goods are kept cool and the source has it. */
export function emissionFactorOf(mode: TransportMode, km: number, refrigerated: boolean): EmissionFactor {
  const fitting = emissionFactors.filter(
    (one) => one.mode === mode && (one.maxKm === null || km <= one.maxKm),
  );
  return (fitting.find((one) => one.refrigerated === refrigerated) ?? fitting[0])!;
}

/** Well-to-wheel emissions of carrying goods, whole grams of CO₂e: t × km × factor. */
export function co2eGrams(mode: TransportMode, km: number, grams: number, refrigerated: boolean): number {
  const { direct, upstream } = emissionFactorOf(mode, km, refrigerated);
  return Math.round(((grams / 1_000_000) * km * (direct + upstream)) / 1000);
}

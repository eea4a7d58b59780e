import type { StorageClass } from '@jiechuan/contract';
import type { Names } from '../../../platform/geography/index.ts';
import { findIngredient, type Allergen } from './ingredients.ts';

/** Verified: read in the named source. Typical: usual in the trade, a single product may differ. Estimated: our own guess. */
export type Confidence = 'verified' | 'typical' | 'estimated';
export interface Evidence {
  confidence: Confidence;
  source: string;
}

/** A kind of goods that Sichuan and Chongqing are known for: what a product of it is like when nobody says otherwise. */
export interface ProductKind {
  key: string;
  names: Names;
  /** Other words it is asked for by. */
  aliases: { 'zh-CN': readonly string[]; en: readonly string[]; ru: readonly string[] };
  category: string;
  /** HS 2022, six digits. */
  hs6: string;
  storage: StorageClass;
  /** Tenths of °C; null where the class is `none`. */
  minTemperature: number | null;
  maxTemperature: number | null;
  /** From production, kept as told; null for what doesn't spoil. */
  shelfLifeDays: number | null;
  /** GB/T 2260 codes of where it comes from. */
  origins: readonly string[];
  ingredients: readonly string[];
  allergens: readonly Allergen[];
  animalIngredients: 'none' | 'contains';
  batteries: boolean;
  dangerous: boolean;
  geographicalIndication: (Evidence & { name: string }) | null;
  /** UN/CEFACT Recommendation 20. */
  unit: 'H87' | 'KGM' | 'TNE' | 'LTR' | 'MTR' | 'SET' | 'PR';
  /** Net weight of one sales unit. */
  grams: number;
  /** Wholesale price of one unit, fen (1/100 CNY), from – to. */
  price: readonly [number, number];
  evidence: { classification: Evidence; keeping: Evidence; contents: Evidence; price: Evidence };
}

/** A kind as it is written down: names and other words in one line a language, everything usual left out. */
export interface KindRow {
  key: string;
  zh: string;
  en: string;
  ru: string;
  category: string;
  hs6: string;
  /** Class, shelf life in days (0: doesn't spoil), and the temperature range in °C where it is not the class's. */
  keep: readonly [StorageClass, number] | readonly [StorageClass, number, number, number];
  origins: string;
  ingredients?: string;
  gi?: readonly [name: string, confidence: Confidence, source: string];
  batteries?: true;
  dangerous?: true;
  unit?: ProductKind['unit'];
  grams: number;
  /** CNY per unit. */
  price: readonly [number, number];
  /** Where the heading needs care; without it the heading's own text decides. */
  hsNote?: string;
  keepNote?: string;
}

const ranges: Record<StorageClass, readonly [number, number] | null> = {
  ambient: [100, 300],
  cool: [80, 150],
  chilled: [0, 80],
  frozen: [-250, -180],
  none: null,
};

const evidenceOf = (row: KindRow): ProductKind['evidence'] => ({
  classification: row.hsNote
    ? { confidence: 'typical', source: `HS 2022; ${row.hsNote}` }
    : { confidence: 'verified', source: 'HS 2022, text of the subheading' },
  keeping: { confidence: 'typical', source: row.keepNote ?? 'usual label value' },
  contents: { confidence: 'typical', source: 'usual recipe; the label decides' },
  price: { confidence: 'estimated', source: 'estimate of ex-works prices, 2026' },
});

/** Fills in what follows from what is written: allergens and animal origin of the ingredients, the class's temperatures. */
export function productKind(row: KindRow): ProductKind {
  const [zh, ...zhAliases] = row.zh.split('|') as [string, ...string[]];
  const [en, ...enAliases] = row.en.split('|') as [string, ...string[]];
  const [ru, ...ruAliases] = row.ru.split('|') as [string, ...string[]];
  const keys = row.ingredients?.split(' ') ?? [];
  const contents = keys.map(findIngredient).filter((found) => found !== undefined);
  const [storage, days, coldest, warmest] = row.keep;
  const range = coldest === undefined ? ranges[storage] : ([coldest * 10, warmest! * 10] as const);
  return {
    key: row.key,
    names: { 'zh-CN': zh, en, ru },
    aliases: { 'zh-CN': zhAliases, en: enAliases, ru: ruAliases },
    category: row.category,
    hs6: row.hs6,
    storage,
    minTemperature: range?.[0] ?? null,
    maxTemperature: range?.[1] ?? null,
    shelfLifeDays: days === 0 ? null : days,
    origins: row.origins.split(' '),
    ingredients: keys,
    allergens: [...new Set(contents.flatMap(({ allergens }) => allergens))],
    animalIngredients: contents.some(({ animal }) => animal) ? 'contains' : 'none',
    batteries: row.batteries ?? false,
    dangerous: row.dangerous ?? false,
    geographicalIndication: row.gi ? { name: row.gi[0], confidence: row.gi[1], source: row.gi[2] } : null,
    unit: row.unit ?? 'H87',
    grams: row.grams,
    price: [Math.round(row.price[0] * 100), Math.round(row.price[1] * 100)],
    evidence: evidenceOf(row),
  };
}

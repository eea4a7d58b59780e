import type { ProductInput, ProductState, Variant } from '@jiechuan/contract';
import { readInteger, readScaled, writeScaled } from './numbers.ts';
import { readOrigin } from './origin-cell.ts';
import { readPacking, writePacking } from './packing-text.ts';
import { readPrices, writePrices } from './prices-text.ts';
import { joinList, splitList } from './text.ts';
import { readVariants, writeVariants } from './variants-text.ts';
import { readCategory } from './category-cell.ts';
import { readAllergen, readAnimalIngredients, readState, readStorage, readUnit, readYesNo } from './words.ts';

/** A product as a sheet shows it. */
export interface SheetProduct extends ProductInput {
  state: ProductState;
  variants: Variant[];
}

/** One field of the sheet. A cell that isn't empty goes through `read`; an empty one takes the value away. */
export interface SheetField {
  /** `hs6`, `origin.code`; of a text in several languages what stands before the language: `names`. */
  field: string;
  /** A column for each language. */
  localised?: true;
  /** @throws CellProblem */
  read(cell: string): unknown;
  /** Missing where the column is only read. */
  write?(product: SheetProduct): string;
}

const text = (cell: string): string => cell;
/** `2103.90` and the `91099` that a spreadsheet makes of 091099. */
const readHs6 = (cell: string): string => cell.replaceAll(/[.\s]/g, '').replace(/^(\d{5})$/, '0$1');
const readGtin = (cell: string): string => cell.replaceAll(/[\s-]/g, '');
const temperature = (value: number | null): string => (value === null ? '' : writeScaled(value, 1));
const number = (value: number | null): string => (value === null ? '' : String(value));
const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** The fields of the sheet, in the order of its columns. */
export const sheetFields: readonly SheetField[] = [
  { field: 'sku', read: text, write: ({ sku }) => sku },
  { field: 'names', localised: true, read: text },
  { field: 'category', read: readCategory, write: ({ category }) => category },
  { field: 'kind', read: text, write: ({ kind }) => kind ?? '' },
  { field: 'state', read: readState, write: ({ state }) => state },
  { field: 'hs6', read: readHs6, write: ({ hs6 }) => hs6 ?? '' },
  { field: 'gtin', read: readGtin, write: ({ gtin }) => gtin ?? '' },
  { field: 'origin', read: readOrigin },
  { field: 'origin.code', read: text, write: ({ origin }) => origin.code ?? '' },
  { field: 'origin.text', read: text, write: ({ origin }) => origin.text ?? '' },
  { field: 'storage', read: readStorage, write: ({ storage }) => storage },
  {
    field: 'minTemperature',
    read: (cell) => readScaled(cell, 1),
    write: ({ minTemperature }) => temperature(minTemperature),
  },
  {
    field: 'maxTemperature',
    read: (cell) => readScaled(cell, 1),
    write: ({ maxTemperature }) => temperature(maxTemperature),
  },
  { field: 'shelfLifeDays', read: readInteger, write: ({ shelfLifeDays }) => number(shelfLifeDays) },
  { field: 'ingredients', localised: true, read: text },
  {
    field: 'allergens',
    read: (cell) => [...new Set(listOf(cell).map(readAllergen))],
    write: ({ allergens }) => joinList(allergens, ';'),
  },
  {
    field: 'additives',
    read: (cell) => splitList(cell, ';'),
    write: ({ additives }) => joinList(additives, ';'),
  },
  {
    field: 'animalIngredients',
    read: readAnimalIngredients,
    write: ({ animalIngredients }) => animalIngredients,
  },
  { field: 'batteries', read: readYesNo, write: ({ batteries }) => yesNo(batteries) },
  { field: 'dangerous', read: readYesNo, write: ({ dangerous }) => yesNo(dangerous) },
  {
    field: 'geographicalIndication',
    read: text,
    write: ({ geographicalIndication }) => geographicalIndication ?? '',
  },
  { field: 'minimumOrder', read: readInteger, write: ({ minimumOrder }) => number(minimumOrder) },
  { field: 'unit', read: readUnit, write: ({ unit }) => unit },
  { field: 'monthlyCapacity', read: readInteger, write: ({ monthlyCapacity }) => number(monthlyCapacity) },
  { field: 'leadTimeDays', read: readInteger, write: ({ leadTimeDays }) => number(leadTimeDays) },
  { field: 'packing', read: readPacking, write: ({ packing }) => writePacking(packing) },
  { field: 'prices', read: readPrices, write: ({ prices }) => writePrices(prices) },
  { field: 'variants', read: readVariants, write: ({ variants }) => writeVariants(variants) },
  { field: 'descriptions', localised: true, read: text },
];

const byField = new Map(sheetFields.map((one) => [one.field, one]));
const languageTag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;

/** A column's field by its key, `names.en` with its language; undefined for one there isn't. */
export function findField(key: string): { field: SheetField; language?: string } | undefined {
  const whole = byField.get(key);
  if (whole) return whole.localised ? undefined : { field: whole };
  const dot = key.indexOf('.');
  const field = byField.get(key.slice(0, dot));
  const language = key.slice(dot + 1);
  return field?.localised && languageTag.test(language) ? { field, language } : undefined;
}

/** Fields no import can do without: a product has a SKU, a category and a name in some language. */
export function missingFrom(keys: readonly string[]): string[] {
  const missing = ['sku', 'category'].filter((key) => !keys.includes(key));
  return keys.some((key) => key.startsWith('names.')) ? missing : [...missing, 'names'];
}

function listOf(cell: string): string[] {
  return cell
    .split(/[;,、，；/]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

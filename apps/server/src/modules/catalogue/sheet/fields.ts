import type { ProductInput, ProductState, Variant } from '@jiechuan/contract';
import { readShelfLife, readWeight } from './measures.ts';
import { readInteger, readScaled, writeScaled } from './numbers.ts';
import { readOrigin } from './origin-cell.ts';
import { readPacking, writePacking } from './packing-text.ts';
import { readCurrency, readIncoterm } from './price-terms.ts';
import { readPrices, writePrices, type BesidePrice } from './prices-text.ts';
import { CellProblem, joinList, splitList } from './text.ts';
import { readVariants, writeVariants } from './variants-text.ts';
import { readCategory } from './category-cell.ts';
import { readAllergen, readAnimalIngredients, readState, readStorage, readUnit, readYesNo } from './words.ts';

/** A product as a sheet shows it. */
export interface SheetProduct extends ProductInput {
  state: ProductState;
  variants: Variant[];
}

/** What a cell is read with: what its heading and the cells beside it say. */
export interface Around {
  /** Days or grams of the unit in the heading, for a bare number; null where it tells none. */
  each: number | null;
  price: BesidePrice;
}

/** One field of the sheet. A cell that isn't empty goes through `read`; an empty one takes the value away. */
export interface SheetField {
  /** `hs6`, `origin.code`; of a text in several languages what stands before the language: `names`. */
  field: string;
  /** A column for each language. */
  localised?: true;
  /** @throws CellProblem */
  read(cell: string, around: Around): unknown;
  /** How it changes the product's data, where it isn't simply the value of that name. */
  put?(data: Record<string, unknown>, value: unknown): void;
  /** Missing where the column is only read. */
  write?(product: SheetProduct): string;
}

const text = (cell: string): string => cell;
/**
 * `2103.90`, and the 2103.9 and 805.5 that a spreadsheet makes of it and of 0805.50: the point shows where the heading ends.
 * Of five digits without a point it may have taken away the first, or somebody forgot the last: nobody knows.
 */
function readHs6(cell: string): string {
  const pointed = /^(\d{3,4})\.(\d{1,2})$/.exec(cell.trim());
  if (pointed) return pointed[1]!.padStart(4, '0') + pointed[2]!.padEnd(2, '0');
  const digits = cell.replaceAll(/[.\s]/g, '');
  if (/^\d{5}$/.test(digits))
    throw new CellProblem('catalogue.cellHsFive', { part: digits, first: `0${digits}` });
  return digits;
}
const readGtin = (cell: string): string => cell.replaceAll(/[\s-]/g, '');
const temperature = (value: number | null): string => (value === null ? '' : writeScaled(value, 1));
const number = (value: number | null): string => (value === null ? '' : String(value));
/** Says something about another cell of the row, and is read with that. */
const besides = () => {};
const shelfLife = (data: Record<string, unknown>, value: unknown): void =>
  void (data['shelfLifeDays'] = value);

/** A weight of the piece itself, the level `unit` of its packing; without either weight there is no such level. */
const pieceWeight =
  (side: 'netGrams' | 'grossGrams') =>
  (data: Record<string, unknown>, value: unknown): void => {
    const levels = (data['packing'] ?? []) as Record<string, unknown>[];
    const { [side]: _, ...rest } = levels.find(({ level }) => level === 'unit') ?? { level: 'unit' };
    const piece: Record<string, unknown> = value === undefined ? rest : { ...rest, [side]: value };
    const others = levels.filter(({ level }) => level !== 'unit');
    data['packing'] = 'netGrams' in piece || 'grossGrams' in piece ? [piece, ...others] : others;
  };
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
  {
    field: 'shelfLifeDays',
    read: (cell) => readShelfLife(cell, 1),
    write: ({ shelfLifeDays }) => number(shelfLifeDays),
  },
  { field: 'shelfLifeMonths', read: (cell) => readShelfLife(cell, 30), put: shelfLife },
  // Its unit stands in the cell.
  { field: 'shelfLife', read: (cell) => readShelfLife(cell, null), put: shelfLife },
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
  { field: 'packing.net', read: (cell, { each }) => readWeight(cell, each), put: pieceWeight('netGrams') },
  {
    field: 'packing.gross',
    read: (cell, { each }) => readWeight(cell, each),
    put: pieceWeight('grossGrams'),
  },
  {
    field: 'prices',
    read: (cell, { price }) => readPrices(cell, price),
    write: ({ prices }) => writePrices(prices),
  },
  { field: 'prices.currency', read: readCurrency, put: besides },
  { field: 'prices.incoterm', read: readIncoterm, put: besides },
  { field: 'prices.place', read: text, put: besides },
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

import { productInput, type ProductInput, type ProductState, type Variant } from '@jiechuan/contract';
import type { $ZodIssue } from 'zod/v4/core';
import { unknownValues } from '../known-values.ts';
import { findField, type Around, type SheetField } from '../sheet/fields.ts';
import { priceTermsOf, unitOfHeading } from '../sheet/headings.ts';
import { readCurrency, readIncoterm, type PriceTerms } from '../sheet/price-terms.ts';
import type { BesidePrice } from '../sheet/prices-text.ts';
import { readUnit } from '../sheet/words.ts';
import { CellProblem, cellText, cut } from '../sheet/text.ts';
import type { CellFault, Column } from './tables.ts';

/** The longest cell that any field could take, in characters. */
export const longestCell = 20_000;

export interface Reader {
  index: number;
  key: string;
  field: SheetField;
  language: string | undefined;
  around: Around;
}

/** Instead of a value where a cell says nothing of the product's own row. */
const nothing = Symbol('nothing');

/** What a row says: fields of the product, and what isn't the product's own row. */
export interface Said {
  /** What each reader found, in their order: `undefined` takes a value away. */
  values: unknown[];
  sku: string;
  state: ProductState | undefined;
  variants: Variant[] | undefined;
}

/** The columns that are read, with how. @param terms of prices in the whole list, where neither cell nor heading tell any */
export const readersFor = (columns: readonly Column[], terms: Partial<PriceTerms>): Reader[] =>
  columns.flatMap(({ index, field: key, heading }) => {
    const found = key === null ? undefined : findField(key);
    if (!found || key === null) return [];
    const own = key === 'prices' ? priceTermsOf(heading) : undefined;
    const price = {
      currency: own?.currency ?? terms.currency ?? null,
      incoterm: own?.incoterm ?? terms.incoterm ?? null,
      place: terms.place ?? null,
      unit: null,
      ownCurrency: Boolean(own?.currency),
    };
    return [
      {
        index,
        key,
        field: found.field,
        language: found.language,
        around: { each: unitOfHeading(key, heading), price },
      },
    ];
  });

/** What the cells beside a price say of it; one that can't be read is told as its own fault. */
function besidePrice(cells: readonly string[], readers: readonly Reader[], price: BesidePrice): BesidePrice {
  const beside = { ...price };
  for (const { index, key } of readers) {
    const text = cellText(cells[index] ?? '');
    if (text === '') continue;
    try {
      if (key === 'unit') beside.unit = readUnit(text);
      else if (key === 'prices.place') beside.place = text;
      else if (key === 'prices.currency') {
        beside.currency = readCurrency(text);
        beside.ownCurrency = true;
      } else if (key === 'prices.incoterm') {
        const { incoterm, place } = readIncoterm(text);
        beside.incoterm = incoterm;
        beside.place = place ?? beside.place;
      }
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
    }
  }
  return beside;
}

/** Reads the cells of a row, each by itself. Whether they make a product is `makeProduct`'s to say. */
export function readCells(
  cells: readonly string[],
  readers: readonly Reader[],
): { said: Said; faults: CellFault[] } {
  const said: Said = {
    values: readers.map(() => nothing),
    sku: '',
    state: undefined,
    variants: undefined,
  };
  const faults: CellFault[] = [];
  for (const [at, { index, key, field, around }] of readers.entries()) {
    const cell = cells[index] ?? '';
    const fault = (code: string, params: Record<string, string | number> = {}) =>
      void faults.push({ index, field: key, value: cut(cell, 200), code, params });
    if (cell.length > longestCell) {
      fault('catalogue.cellTooLong', { length: cell.length, most: longestCell });
      continue;
    }
    const text = cellText(cell);
    try {
      const value =
        text === ''
          ? undefined
          : field.read(
              text,
              key === 'prices' ? { ...around, price: besidePrice(cells, readers, around.price) } : around,
            );
      if (key === 'sku') said.sku = text;
      if (key === 'state') said.state = value as ProductState | undefined;
      else if (key === 'variants') said.variants = (value as Variant[] | undefined) ?? [];
      else said.values[at] = value;
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      fault(error.code, error.params);
    }
  }
  return { said, faults };
}

function put(data: Record<string, unknown>, { key, field, language }: Reader, value: unknown): void {
  if (field.put) {
    field.put(data, value);
  } else if (language !== undefined) {
    const texts = (data[field.field] ??= {}) as Record<string, unknown>;
    if (value === undefined) delete texts[language];
    else texts[language] = value;
  } else if (key === 'origin') {
    data['origin'] = { ...(value as object | undefined) };
  } else if (key.startsWith('origin.')) {
    const origin = (data['origin'] ??= {}) as Record<string, unknown>;
    origin[key.slice('origin.'.length)] = value ?? null;
  } else {
    data[key] = value;
  }
}

/** The product after what a row says, checked by the schema of the API and for values that there are not. @param before what there was, if anything */
export function makeProduct(
  said: Said,
  before: ProductInput | undefined,
  cells: readonly string[],
  readers: readonly Reader[],
): { data: ProductInput } | { faults: CellFault[] } {
  const data: Record<string, unknown> = before ? structuredClone(before) : {};
  for (const [at, value] of said.values.entries()) if (value !== nothing) put(data, readers[at]!, value);
  const parsed = productInput.safeParse(data);
  if (parsed.success) {
    const faults = unknownValues(parsed.data, before).map(({ path, code, params }) =>
      faultAt(path, code, params, cells, readers),
    );
    return faults.length > 0 ? { faults } : { data: parsed.data };
  }
  return { faults: parsed.error.issues.map((issue) => faultOf(issue, cells, readers)) };
}

/** Where a field has a column of another name. */
const columnOf: Record<string, string> = {
  'packing.netGrams': 'packing.net',
  'packing.grossGrams': 'packing.gross',
};

/** A fault of the field at `path`, laid at the column that fills it. */
export function faultAt(
  path: string,
  code: string,
  params: Record<string, string | number>,
  cells: readonly string[],
  readers: readonly Reader[],
): CellFault {
  const [first] = path.split('.');
  const reader =
    readers.find(({ key }) => key === (columnOf[path.replaceAll(/\.\d+/g, '')] ?? path)) ??
    readers.find(({ key }) => key === first || path.startsWith(`${key}.`)) ??
    readers.find(({ key }) => key.startsWith(`${path}.`)) ??
    // A shelf life told in months.
    readers.find(({ key }) => path === 'shelfLifeDays' && key.startsWith('shelfLife'));
  const value = (reader && cells[reader.index]) ?? '';
  return {
    index: reader?.index ?? null,
    field: reader?.key ?? path,
    value: cut(value, 200),
    code,
    params,
  };
}

function faultOf(issue: $ZodIssue, cells: readonly string[], readers: readonly Reader[]): CellFault {
  const path = issue.path.join('.');
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string') {
    const { code, ...params } = issue.params as { code: string } & Record<string, string | number>;
    return faultAt(path, code, params, cells, readers);
  }
  const fault = faultAt(path, `invalid.${issue.code}`, {}, cells, readers);
  if (fault.value.trim() === '') return { ...fault, code: 'catalogue.cellMissing' };
  return { ...fault, issue };
}

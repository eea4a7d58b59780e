import { productInput, type ProductInput, type ProductState, type Variant } from '@jiechuan/contract';
import type { $ZodIssue } from 'zod/v4/core';
import { findField, type SheetField } from '../sheet/fields.ts';
import { CellProblem, cellText, cut } from '../sheet/text.ts';
import type { CellFault, Column } from './tables.ts';

/** The longest cell that any field could take, in characters. */
export const longestCell = 20_000;

export interface Reader {
  index: number;
  key: string;
  field: SheetField;
  language: string | undefined;
}

/** What a row says: fields of the product (undefined takes a value away), and what isn't the product's own row. */
export interface Said {
  /** Changes to the product's data, one after another. */
  changes: ((data: Record<string, unknown>) => void)[];
  sku: string;
  state: ProductState | undefined;
  variants: Variant[] | undefined;
}

/** The columns that are read, with how. */
export const readersFor = (columns: readonly Column[]): Reader[] =>
  columns.flatMap(({ index, field: key }) => {
    const found = key === null ? undefined : findField(key);
    return found && key !== null ? [{ index, key, field: found.field, language: found.language }] : [];
  });

/** Reads the cells of a row, each by itself. Whether they make a product is `makeProduct`'s to say. */
export function readCells(
  cells: readonly string[],
  readers: readonly Reader[],
): { said: Said; faults: CellFault[] } {
  const said: Said = { changes: [], sku: '', state: undefined, variants: undefined };
  const faults: CellFault[] = [];
  for (const { index, key, field, language } of readers) {
    const cell = cells[index] ?? '';
    const fault = (code: string, params: Record<string, string | number> = {}) =>
      void faults.push({ index, field: key, value: cut(cell, 200), code, params });
    if (cell.length > longestCell) {
      fault('catalogue.cellTooLong', { length: cell.length, most: longestCell });
      continue;
    }
    const text = cellText(cell);
    try {
      const value = text === '' ? undefined : field.read(text);
      if (key === 'sku') said.sku = text;
      if (key === 'state') said.state = value as ProductState | undefined;
      else if (key === 'variants') said.variants = (value as Variant[] | undefined) ?? [];
      else said.changes.push((data) => put(data, key, field, language, value));
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      fault(error.code, error.params);
    }
  }
  return { said, faults };
}

function put(
  data: Record<string, unknown>,
  key: string,
  field: SheetField,
  language: string | undefined,
  value: unknown,
): void {
  if (language !== undefined) {
    const said = { ...(data[field.field] as object), [language]: value };
    if (value === undefined) delete said[language];
    data[field.field] = said;
  } else if (key === 'origin') {
    data['origin'] = value;
  } else if (key.startsWith('origin.')) {
    data['origin'] = { ...(data['origin'] as object), [key.slice(7)]: value ?? null };
  } else {
    data[key] = value;
  }
}

/** The product after a row's changes, checked by the schema of the API. @param before what there was, if anything */
export function makeProduct(
  said: Said,
  before: ProductInput | undefined,
  cells: readonly string[],
  readers: readonly Reader[],
): { data: ProductInput } | { faults: CellFault[] } {
  const data: Record<string, unknown> = { ...before };
  for (const change of said.changes) change(data);
  const parsed = productInput.safeParse(data);
  if (parsed.success) return { data: parsed.data };
  return { faults: parsed.error.issues.map((issue) => faultOf(issue, cells, readers)) };
}

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
    readers.find(({ key }) => key === path) ??
    readers.find(({ key }) => key === first || path.startsWith(`${key}.`)) ??
    readers.find(({ key }) => key.startsWith(`${path}.`));
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

import { Readable } from 'node:stream';
import {
  freightState,
  mostServiceRows,
  serviceInput,
  serviceSheetColumns,
  type ServiceInput,
  type ServiceSheetColumn,
  type FreightState,
} from '@jiechuan/contract';
import { Problem } from '../../../platform/errors.ts';
import { wordIssue } from '../../../platform/i18n/issues.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { CellProblem, detectDelimiter, readRows } from '../../catalogue/index.ts';
import { freightProblems } from '../problems.ts';
import { columnOfPath, columns, emptyMeans, type Draft } from './columns.ts';

/** A row that can be imported. */
export interface GoodRow {
  row: number;
  service: ServiceInput;
  state: FreightState;
}
export interface Fault {
  row: number;
  column: string;
  value: string;
  code: string;
  message: string;
}

/**
 * Reads a sheet of services: UTF-8, or GB 18030 where it isn't; comma, semicolon or tab. Every bad cell is found, not
 * only the first.
 * @param hubIds ids of the hubs by key
 * @throws Problem freight.sheetUnreadable, freight.sheetEmpty, freight.sheetTooLong, freight.sheetColumnsMissing
 */
export async function readSheet(
  content: Buffer,
  hubIds: ReadonlyMap<string, string>,
  language: string,
): Promise<{ rows: number; good: GoodRow[]; faults: Fault[] }> {
  const encoding = encodingOf(content);
  const start = new TextDecoder(encoding).decode(content.subarray(0, 4096));
  const good: GoodRow[] = [];
  const faults: Fault[] = [];
  const firstRowOf = new Map<string, number>();
  let place: Map<ServiceSheetColumn, number> | undefined;
  let count = 0;
  for await (const { row, cells } of readRows(
    Readable.from([content]),
    encoding,
    detectDelimiter(start.replace(/^\uFEFF/, '')),
  )) {
    if (!place) {
      place = headingsOf(cells);
      continue;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (++count > mostServiceRows) throw new Problem(freightProblems.sheetTooLong, { most: mostServiceRows });
    const found = readRow(row, cells, place, hubIds, language);
    const code = found.good?.service.code;
    const earlier = code === undefined ? undefined : firstRowOf.get(code);
    if (code !== undefined && earlier !== undefined)
      found.faults.push(fault(row, 'code', code, 'freight.cellCodeTwice', language, { row: earlier }));
    else if (code !== undefined) firstRowOf.set(code, row);
    faults.push(...found.faults);
    if (found.good && found.faults.length === 0) good.push(found.good);
  }
  if (count === 0) throw new Problem(freightProblems.sheetEmpty);
  return { rows: count, good, faults };
}

function encodingOf(content: Buffer): 'utf-8' | 'gb18030' {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      if (!new TextDecoder(encoding, { fatal: true }).decode(content).includes('\0')) return encoding;
    } catch {
      // not this one
    }
  }
  throw new Problem(freightProblems.sheetUnreadable);
}

function headingsOf(cells: readonly string[]): Map<ServiceSheetColumn, number> {
  const known = new Map(serviceSheetColumns.map((column) => [column.toLowerCase(), column]));
  const place = new Map<ServiceSheetColumn, number>();
  for (const [at, cell] of cells.entries()) {
    const column = known.get(
      cell
        .replace(/^\uFEFF/, '')
        .trim()
        .toLowerCase(),
    );
    if (column) place.set(column, at);
  }
  const missing = serviceSheetColumns.filter(
    (column) => !place.has(column) && !Object.hasOwn(emptyMeans, column),
  );
  if (missing.length > 0)
    throw new Problem(freightProblems.sheetColumnsMissing, { columns: missing.join(', ') });
  return place;
}

const fault = (
  row: number,
  column: string,
  value: string,
  code: string,
  language: string,
  params: Record<string, string | number> = {},
): Fault => ({ row, column, value: value.slice(0, 100), code, message: message(language, code, params) });

function readRow(
  row: number,
  cells: readonly string[],
  place: ReadonlyMap<ServiceSheetColumn, number>,
  hubIds: ReadonlyMap<string, string>,
  language: string,
): { good?: GoodRow; faults: Fault[] } {
  const cellOf = (column: ServiceSheetColumn) => (cells[place.get(column) ?? -1] ?? '').trim();
  const faults: Fault[] = [];
  const draft: Draft = { tariff: {}, source: {} };
  // The amounts' places follow from the currency; where that is no currency, its own cell is named.
  const currency = /^[A-Z]{3}$/.test(cellOf('currency')) ? cellOf('currency') : 'CNY';
  for (const { column, path, read } of columns) {
    const cell = cellOf(column);
    if (cell === '' && !Object.hasOwn(emptyMeans, column)) {
      faults.push(fault(row, column, cell, 'freight.cellEmpty', language));
      continue;
    }
    try {
      const value = cell === '' ? emptyMeans[column] : read(cell, currency);
      const target = path.length === 1 ? draft : (draft[path[0]!] as Draft);
      target[path.at(-1)!] = value;
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      faults.push(fault(row, column, cell, error.code, language, error.params));
    }
  }
  const { from, to, state, ...rest } = draft;
  for (const [column, key] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (typeof key === 'string' && !hubIds.has(key))
      faults.push(fault(row, column, key, 'freight.cellHub', language));
  const known = freightState.safeParse(state);
  if (!known.success) faults.push(fault(row, 'state', String(state), 'freight.cellState', language));
  const parsed = serviceInput.safeParse({
    ...rest,
    fromHubId: hubIds.get(String(from)),
    toHubId: hubIds.get(String(to)),
  });
  if (!parsed.success) {
    const named = new Set(faults.map(({ column }) => column));
    for (const issue of parsed.error.issues) {
      const first = issue.path[0];
      const column = first === 'fromHubId' ? 'from' : first === 'toHubId' ? 'to' : columnOfPath(issue.path);
      // A cell that couldn't be read at all has been named already.
      if (named.has(column)) continue;
      for (const worded of wordIssue(issue as never, language))
        faults.push({
          row,
          column,
          value: cellOf(column).slice(0, 100),
          code: worded.code,
          message: worded.message,
        });
    }
  }
  return parsed.success && known.success
    ? { good: { row, service: parsed.data, state: known.data }, faults }
    : { faults };
}

import { parse } from 'csv-parse/sync';
import type { Readable } from 'node:stream';
import { Problem, type FieldProblem } from '../../platform/errors.ts';
import { marketsProblems } from './problems.ts';

/** Most rows of a list, and most faults that are told of one. */
const mostRows = 20_000;
const mostFaults = 20;

export type Row = Record<string, string>;

const fault = (path: string, code: string, params: Record<string, string | number> = {}): FieldProblem => ({
  path,
  code: `markets.${code}`,
  params,
});
const refuse = (faults: FieldProblem[]): never => {
  throw new Problem(marketsProblems.listUnreadable, {}, faults.slice(0, mostFaults));
};

async function textOf(content: Readable, maxBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of content as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) refuse([fault('file', 'listTooLarge', { limit: maxBytes })]);
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return refuse([fault('file', 'listNotUtf8')]);
  }
}

/**
 * Reads a list: CSV in UTF-8, its first line the names of the columns, in any order.
 * @throws Problem markets.listUnreadable naming what is wrong and where
 */
export async function readList(
  upload: { content: Readable; maxBytes: number },
  columns: { needed: readonly string[]; optional: readonly string[] },
): Promise<Row[]> {
  const text = await textOf(upload.content, upload.maxBytes);
  let rows: Row[] = [];
  try {
    rows = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      trim: true,
      skip_empty_lines: true,
      to: mostRows + 1,
    });
  } catch (error) {
    refuse([fault('file', 'listNotCsv', { reason: (error as Error).message })]);
  }
  const [first] = rows;
  if (!first) return refuse([fault('file', 'listEmpty')]);
  if (rows.length > mostRows) refuse([fault('file', 'listTooLong', { most: mostRows })]);
  const there = Object.keys(first);
  const all = [...columns.needed, ...columns.optional];
  const faults = [
    ...columns.needed
      .filter((name) => !there.includes(name))
      .map((name) => fault('file', 'columnMissing', { column: name })),
    ...there
      .filter((name) => !all.includes(name))
      .map((name) => fault('file', 'columnUnknown', { column: name, columns: all.join(', ') })),
  ];
  return faults.length > 0 ? refuse(faults) : rows;
}

/**
 * Reads every row with `read`, which says what is wrong with which column; all rows or none.
 * @param keyOf what may stand only once in a list
 * @throws Problem markets.listUnreadable
 */
export function readRows<T>(
  rows: readonly Row[],
  read: (
    row: Row,
    wrong: (column: string, code: string, params?: Record<string, string | number>) => void,
  ) => T,
  keyOf: (value: T) => string,
): T[] {
  const faults: FieldProblem[] = [];
  const seen = new Map<string, number>();
  const values = rows.map((row, index) => {
    // Counted as a spreadsheet does: the names of the columns are row 1.
    const number = index + 2;
    const value = read(row, (column, code, params) =>
      faults.push(
        fault(`row ${number}, ${column}`, code, { value: (row[column] ?? '').slice(0, 60), ...params }),
      ),
    );
    const key = keyOf(value);
    const earlier = seen.get(key);
    if (earlier !== undefined) faults.push(fault(`row ${number}`, 'rowTwice', { row: earlier }));
    seen.set(key, number);
    return value;
  });
  if (faults.length > 0) refuse(faults);
  return values;
}

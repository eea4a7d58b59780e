import type { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** Media types of a list that is taken away as a sheet, by the ending of its address. */
export const sheetTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Rows of one such sheet at most; a longer list has to be narrowed first. */
export const mostSheetRows = 20_000;

interface SheetList {
  /** The policy's key without the format: `plans.exportPlans` makes `plans.exportPlansCsv`. */
  readonly operation: string;
  /** The address without its ending. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
}

/** The two operations that give a list away as a sheet: as CSV and as XLSX. */
export function sheetEndpoints<const List extends SheetList>(list: List) {
  const { operation, path, summary, ...others } = list;
  const asSheet = <const Ending extends string>(ending: Ending, format: keyof typeof sheetTypes) =>
    endpoint({
      ...others,
      operationId: `${operation as List['operation']}${ending}`,
      method: 'GET',
      path: `${path}.${format}`,
      summary: `${summary} (${format})`,
      produces: sheetTypes[format],
    });
  return [asSheet('Csv', 'csv'), asSheet('Xlsx', 'xlsx')] as const;
}

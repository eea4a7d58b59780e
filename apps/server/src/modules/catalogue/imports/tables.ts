import type { ImportState } from '@jiechuan/contract';
import type { ColumnType, Generated, Kysely, RawBuilder, Selectable } from 'kysely';
import type { $ZodIssue } from 'zod/v4/core';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Json, Timestamp } from '../../../platform/db/tables.ts';
import type { Delimiter } from '../sheet/read-rows.ts';
import type { PriceTerms } from '../sheet/price-terms.ts';
import type { Encoding } from '../sheet/encoding.ts';

export interface Column {
  index: number;
  heading: string;
  field: string | null;
}

/** What is wrong with a cell, or with a row where `index` is null; worded when it is read. */
export interface CellFault {
  index: number | null;
  field: string | null;
  value: string;
  code: string;
  params: Record<string, string | number>;
  /** A finding of the schema that has no words of ours. */
  issue?: $ZodIssue;
}

export interface ProductImportTable {
  id: string;
  organisation_id: string;
  file_id: string;
  file_name: string;
  format: 'csv' | 'xlsx';
  encoding: Encoding;
  delimiter: Delimiter;
  state: Generated<ImportState>;
  columns: Json<Column[]>;
  preview: Json<string[][]>;
  rows_total: number;
  row_reached: Generated<number>;
  rows_read: Generated<number>;
  good: Generated<number>;
  bad: Generated<number>;
  created: Generated<number>;
  updated: Generated<number>;
  unchanged: Generated<number>;
  /** Good rows that are drafts because something is missing, and how many of them miss which field. */
  incomplete: Generated<number>;
  lacking: ColumnType<Record<string, number>, string | undefined, string>;
  publish: Generated<boolean>;
  /** What plain prices of the list are told in. */
  terms: ColumnType<Partial<PriceTerms>, string | undefined, string>;
  attempt: Generated<number>;
  problem: ColumnType<
    { code: string; params: Record<string, string | number> } | null,
    string | null | undefined,
    string | null
  >;
  actor: Json<Actor>;
  created_at: Timestamp;
  /** When its last start was; null before the first. */
  started_at: ColumnType<Date | null, undefined, RawBuilder<Date>>;
  progressed_at: Timestamp;
  finished_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
export type ImportRow = Selectable<ProductImportTable>;

interface ImportTables {
  product_import: ProductImportTable;
  product_import_bad_row: {
    import_id: string;
    row_number: number;
    cells: Json<string[]>;
    problems: Json<CellFault[]>;
  };
}

/** The tables of imports through the caller's connection. */
export const imports = (db: Db): Kysely<ImportTables> => db as unknown as Kysely<ImportTables>;

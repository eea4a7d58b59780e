import type { listImportErrors as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Readable } from 'node:stream';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readNumberCursor } from '../../../platform/http/typed-cursors.ts';
import { wordIssue } from '../../../platform/i18n/issues.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { csvStream } from '../../../platform/sheets/index.ts';
import { wordedParams } from '../known-values.ts';
import { headingOf } from '../sheet/headings.ts';
import { findImport } from './import.sql.ts';
import { imports, type CellFault, type ImportRow } from './tables.ts';

/** The bad rows, each fault in the reader's words. @throws Problem platform.notFound */
export async function listImportErrors(
  trx: Db,
  actor: Actor,
  { id, cursor, limit }: { id: string } & QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const row = await findImport(trx, actor, 'catalogue.listImportErrors', id);
  const after = readNumberCursor(cursor);
  const rows = await badRows(trx, id, after ?? 0, limit + 1);
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ row_number, problems }) => ({
      row: row_number,
      problems: problems.map((fault) => ({
        column: columnOf(row, fault),
        field: fault.field,
        value: fault.value,
        code: fault.code,
        message: wordFault(fault, actor.language),
      })),
    })),
    nextCursor: rows.length > limit ? writeCursor([page.at(-1)!.row_number]) : null,
  };
}

/**
 * The bad rows as a table with the sheet's own columns and, last, what is wrong: to be corrected and
 * uploaded again (the last column's heading means no field). @throws Problem platform.notFound
 */
export async function downloadImportErrors(db: Db, actor: Actor, id: string): Promise<Readable> {
  const row = await findImport(db, actor, 'catalogue.downloadImportErrors', id);
  return csvStream(errorLines(db, actor, row));
}

async function* errorLines(db: Db, actor: Actor, row: ImportRow): AsyncGenerator<string[]> {
  yield [...row.columns.map(({ heading }) => heading), message(actor.language, 'catalogue.errorsHeading')];
  for (let after = 0; ;) {
    const rows = await badRows(db, row.id, after, 500);
    for (const { row_number, cells, problems } of rows) {
      const said = problems.map((fault) =>
        [
          columnOf(row, fault) ?? (fault.field && headingOf(fault.field, actor.language)),
          wordFault(fault, actor.language),
        ]
          .filter(Boolean)
          .join(': '),
      );
      const reason = `${message(actor.language, 'catalogue.errorsRow', { row: row_number })} ${said.join(' | ')}`;
      yield [...row.columns.map(({ index }) => cells[index] ?? ''), reason];
      after = row_number;
    }
    if (rows.length < 500) return;
  }
}

const badRows = (db: Db, importId: string, after: number, limit: number) =>
  imports(db)
    .selectFrom('product_import_bad_row')
    .select(['row_number', 'cells', 'problems'])
    .where('import_id', '=', importId)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit)
    .execute();

const columnOf = (row: ImportRow, { index }: CellFault): string | null =>
  index === null ? null : (row.columns[index]?.heading ?? null);

function wordFault({ issue, code, params, value }: CellFault, language: string): string {
  if (issue === undefined) return message(language, code, wordedParams(code, params, language));
  return wordIssue({ ...issue, input: value } as typeof issue, language)[0]?.message ?? code;
}

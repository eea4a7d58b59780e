import { mostImportColumns, mostImportRows, mostWorkbookRows, type ImportResource } from '@jiechuan/contract';
import { Readable } from 'node:stream';
import { Problem } from '../../../platform/errors.ts';
import { catalogueProblems } from '../problems.ts';
import { detectEncoding, type Encoding } from '../sheet/encoding.ts';
import { suggestColumns } from '../sheet/headings.ts';
import { detectDelimiter, readRows } from '../sheet/read-rows.ts';
import { cut } from '../sheet/text.ts';
import { workbookToCsv } from '../sheet/workbook.ts';

export const workbookTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
];
const largestWorkbook = 16 * 1024 * 1024;

/** What is found out about a sheet before its import is made. */
export interface SheetFacts {
  format: 'csv' | 'xlsx';
  encoding: Encoding;
  delimiter: ReturnType<typeof detectDelimiter>;
  /** Its headings with the fields they seem to mean. */
  columns: ImportResource['columns'];
  /** The first 20 rows. */
  preview: string[][];
  /** How many there are; empty rows don't count. */
  rows: number;
}

/**
 * Looks a sheet through from beginning to end, a workbook turned into CSV: up to a minute's work, done before the
 * transaction of its import begins.
 * @returns for a workbook with its rows as CSV
 * @throws Problem catalogue.importUnreadable, catalogue.importNoRows, catalogue.importTooManyRows,
 * catalogue.workbookTooLarge and what `workbookToCsv` and `readRows` refuse
 */
export async function readSheet(
  open: () => Readable,
  mediaType: string,
): Promise<{ content?: Buffer; facts: SheetFacts }> {
  if (!workbookTypes.includes(mediaType)) {
    const found = await detectEncoding(open());
    const delimiter = detectDelimiter(found.start);
    const looked = await lookThrough(open(), found.encoding, delimiter, mostImportRows);
    return { facts: { format: 'csv', encoding: found.encoding, delimiter, ...looked } };
  }
  const content = Buffer.from(await workbookToCsv(await readBounded(open())));
  const { encoding } = await detectEncoding(Readable.from([content]));
  const looked = await lookThrough(Readable.from([content]), encoding, ',', mostWorkbookRows);
  return { content, facts: { format: 'xlsx', encoding, delimiter: ',', ...looked } };
}

async function readBounded(content: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of content as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestWorkbook) throw new Problem(catalogueProblems.workbookTooLarge);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Headings, the first 20 rows and how many there are; empty rows don't count. */
async function lookThrough(content: Readable, encoding: Encoding, delimiter: string, most: number) {
  let headings: string[] = [];
  const preview: string[][] = [];
  let rows = 0;
  for await (const { row, cells } of readRows(content, encoding, delimiter)) {
    if (row === 1) headings = cells.map((cell) => cut(cell.trim(), 200)).slice(0, mostImportColumns);
    else if (cells.some((cell) => cell.trim() !== '')) {
      rows++;
      if (preview.length < 20) preview.push(headings.map((_, index) => cut(cells[index] ?? '', 200)));
      if (rows > most) throw new Problem(catalogueProblems.importTooManyRows, { most });
    }
  }
  if (headings.every((heading) => heading === '') || rows === 0)
    throw new Problem(catalogueProblems.importNoRows);
  const fields = suggestColumns(headings, preview);
  const columns = headings.map((heading, index) => ({ index, heading, field: fields[index] ?? null }));
  return { columns, preview, rows };
}

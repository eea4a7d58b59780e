import type { Readable } from 'node:stream';
import writeWorkbook from 'write-excel-file/node';

/**
 * Rows as a workbook of one sheet, every cell a text. It is made in memory, so rows are bounded.
 * @param tooMany told when a row beyond `most` (and the headings) comes; throws
 */
export async function workbookStream(
  rows: AsyncIterable<string[]>,
  most: number,
  tooMany: () => never,
): Promise<Readable> {
  const cells: { value: string; type: StringConstructor }[][] = [];
  for await (const row of rows) {
    if (cells.length > most) tooMany();
    cells.push(row.map((value) => ({ value, type: String })));
  }
  const stream = writeWorkbook(cells).toStream as () => Promise<Readable>;
  return stream();
}

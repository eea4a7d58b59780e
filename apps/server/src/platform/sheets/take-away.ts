import type { Readable } from 'node:stream';
import { mostSheetRows } from '@jiechuan/contract';
import type { FastifyReply } from 'fastify';
import { csvStream } from './csv.ts';
import { neutralise } from './formula.ts';
import { workbookStream } from './workbook.ts';

/** The headings first, then a row for each line of a list. */
export type SheetRows = AsyncGenerator<string[]>;

/**
 * Sends a list as a file: CSV as the reader takes it, or a workbook, by the ending of its name.
 * @param tooLarge throws the module's own refusal of a list that is longer than a sheet takes
 */
export async function takeAway(
  reply: FastifyReply,
  name: string,
  rows: SheetRows,
  tooLarge: () => never,
): Promise<Readable> {
  reply.header('content-disposition', `attachment; filename="${name}"`);
  // The headings come first, and with them a refusal of a list that is too long.
  const { value: headings } = await rows.next();
  async function* all() {
    yield headings as string[];
    for await (const row of rows) yield row.map(neutralise);
  }
  return name.endsWith('.csv') ? csvStream(all()) : workbookStream(all(), mostSheetRows, tooLarge);
}

interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
}

/**
 * A sheet of everything that a list has, read page by page as it is written.
 * @param tooLarge called before the headings where the list is longer than a sheet takes
 */
export async function* sheetOf<T>(
  headings: string[],
  read: (cursor: { cursor?: string }) => Promise<Page<T>>,
  cells: (item: T) => string[],
  tooLarge: () => never,
): SheetRows {
  let page = await read({});
  if (page.total > mostSheetRows) tooLarge();
  yield headings;
  for (;;) {
    for (const item of page.items) yield cells(item);
    if (page.nextCursor === null) return;
    page = await read({ cursor: page.nextCursor });
  }
}

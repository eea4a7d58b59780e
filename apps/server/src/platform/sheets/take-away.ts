import { mostSheetRows } from '@jiechuan/contract';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import { csvStream } from './csv.ts';
import { neutralise } from './formula.ts';
import { workbookStream } from './workbook.ts';

/** Told when a list is longer than a sheet takes; throws. */
type TooMany = (most: number) => never;

/**
 * Sends a list as a file: CSV as the reader takes it, or a workbook, by the ending of its name.
 * @param rows the headings, then the lines
 */
export async function takeAway(
  reply: FastifyReply,
  name: string,
  rows: AsyncGenerator<string[]>,
  tooMany: TooMany,
): Promise<Readable> {
  reply.header('content-disposition', `attachment; filename="${name}"`);
  // The headings come first, and with them a refusal of a list that is too long.
  const { value: headings } = await rows.next();
  async function* all() {
    yield headings as string[];
    for await (const row of rows) yield row.map(neutralise);
  }
  return name.endsWith('.csv')
    ? csvStream(all())
    : workbookStream(all(), mostSheetRows, () => tooMany(mostSheetRows));
}

interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
}

/**
 * The items of a list that is read by cursor, page by page as they are taken; the first page is read at once and tells
 * whether there are too many.
 */
export async function itemsOf<T>(
  read: (cursor: { cursor?: string }) => Promise<Page<T>>,
  tooMany: TooMany,
): Promise<AsyncGenerator<T>> {
  const first = await read({});
  if (first.total > mostSheetRows) tooMany(mostSheetRows);
  return (async function* () {
    let page = first;
    for (;;) {
      yield* page.items;
      if (page.nextCursor === null) return;
      page = await read({ cursor: page.nextCursor });
    }
  })();
}

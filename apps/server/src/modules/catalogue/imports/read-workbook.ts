import type { Readable } from 'node:stream';
import { mediaTypeOf } from '../../../platform/files/files.ts';
import { workbookToCsv } from '../sheet/workbook.ts';

export const workbookTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
];
const largestWorkbook = 16 * 1024 * 1024;

/**
 * A workbook's rows as CSV: up to a minute's work, done before the transaction of its import begins.
 * @returns undefined where it is none (no more than the beginning is read then), or is larger than 16 MB
 * @throws Problem what `workbookToCsv` refuses
 */
export async function readWorkbook(open: () => Readable): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  let zipped = false;
  for await (const part of open() as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    // A workbook is a ZIP file, and those begin so.
    zipped ||= size >= 2 && Buffer.concat(parts).toString('latin1', 0, 2) === 'PK';
    if ((size >= 2 && !zipped) || size > largestWorkbook) return undefined;
  }
  const bytes = Buffer.concat(parts);
  if (!workbookTypes.includes(await mediaTypeOf(bytes))) return undefined;
  return Buffer.from(await workbookToCsv(bytes));
}

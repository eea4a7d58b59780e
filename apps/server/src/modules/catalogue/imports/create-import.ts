import {
  largestImport,
  mostImportColumns,
  mostImportRows,
  mostWorkbookRows,
  type ImportResource,
} from '@jiechuan/contract';
import { Readable } from 'node:stream';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import type { StoredFile } from '../../../platform/files/files.ts';
import type { Upload } from '../../../platform/http/upload.ts';
import type { Ground } from '../../../platform/module.ts';
import { catalogueProblems } from '../problems.ts';
import { detectEncoding, type Encoding } from '../sheet/encoding.ts';
import { suggestColumns } from '../sheet/headings.ts';
import { detectDelimiter, readRows } from '../sheet/read-rows.ts';
import { cut } from '../sheet/text.ts';
import { getImport } from './get-import.ts';
import { workbookTypes } from './read-workbook.ts';
import { imports } from './tables.ts';

/**
 * Takes a product list in: how it is encoded, its headings with the fields they mean, its first rows.
 * @param upload with what `readWorkbook` made of it
 * @throws Problem files.empty, files.tooLarge, files.wrongType, catalogue.importUnreadable,
 * catalogue.importNoRows, catalogue.importTooManyRows, catalogue.workbookTooLarge and what `readRows` refuses
 */
export async function createImport(
  trx: Db,
  actor: Actor,
  upload: Upload,
  ground: Pick<Ground, 'files'>,
): Promise<ImportResource> {
  const organisationId = actor.organisationId;
  if (organisationId === null) throw new Problem(problems.forbidden);
  const take = (content: Readable, accept: readonly string[]) =>
    ground.files.take(trx, actor, {
      content,
      name: upload.name,
      purpose: 'import',
      organisationId,
      public: false,
      maxBytes: largestImport,
      accept,
    });
  // UTF-16 has no signature of its own; whether it is text is seen when it is decoded.
  const sent = await take(upload.content, ['text/csv', 'application/octet-stream', ...workbookTypes]);
  const workbook = workbookTypes.includes(sent.mediaType);
  // It was turned into rows before the transaction began, unless it was too large for that.
  if (workbook && !upload.made) throw new Problem(catalogueProblems.workbookTooLarge);
  const file = workbook ? await take(Readable.from([upload.made]), ['text/csv']) : sent;
  const found = await detectEncoding(await openFile(ground, file));
  const delimiter = workbook ? ',' : detectDelimiter(found.start);
  const looked = await lookThrough(
    await openFile(ground, file),
    found.encoding,
    delimiter,
    workbook ? mostWorkbookRows : mostImportRows,
  );
  const id = v7();
  await imports(trx)
    .insertInto('product_import')
    .values({
      id,
      organisation_id: organisationId,
      file_id: file.id,
      file_name: file.name,
      format: workbook ? 'xlsx' : 'csv',
      encoding: found.encoding,
      delimiter,
      columns: JSON.stringify(looked.columns),
      preview: JSON.stringify(looked.preview),
      rows_total: looked.rows,
      actor: JSON.stringify(actor),
    })
    .execute();
  return getImport(trx, actor, id);
}

async function openFile(ground: Pick<Ground, 'files'>, file: StoredFile): Promise<Readable> {
  const content = await ground.files.open(file);
  if (!content) throw new Problem(catalogueProblems.importFileGone);
  return content;
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
  const fields = suggestColumns(headings);
  const columns = headings.map((heading, index) => ({ index, heading, field: fields[index] ?? null }));
  return { columns, preview, rows };
}

import type { ImportResource } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import type { Upload } from '../../../platform/http/upload.ts';
import type { Ground } from '../../../platform/module.ts';
import { getImport } from './get-import.ts';
import type { SheetFacts } from './read-sheet.ts';
import { imports } from './tables.ts';

/**
 * Takes a product list in: how it is encoded, its headings with the fields they mean, its first rows.
 * @param upload with what `readSheet` found out about it
 */
export async function createImport(
  trx: Db,
  actor: Actor,
  upload: Pick<Upload, 'name' | 'kept' | 'made'>,
  ground: Pick<Ground, 'files'>,
): Promise<ImportResource> {
  const organisationId = actor.organisationId;
  if (organisationId === null) throw new Problem(problems.forbidden);
  const sheet = upload.made?.facts as SheetFacts;
  const owner = { organisationId, public: false };
  const sent = await ground.files.name(trx, actor, upload.kept, owner);
  // Of a workbook both are kept: what was sent, and its rows, which are what is read.
  const file = upload.made?.kept ? await ground.files.name(trx, actor, upload.made.kept, owner) : sent;
  const id = v7();
  await imports(trx)
    .insertInto('product_import')
    .values({
      id,
      organisation_id: organisationId,
      file_id: file.id,
      file_name: file.name,
      format: sheet.format,
      encoding: sheet.encoding,
      delimiter: sheet.delimiter,
      columns: JSON.stringify(sheet.columns),
      preview: JSON.stringify(sheet.preview),
      rows_total: sheet.rows,
      actor: JSON.stringify(actor),
    })
    .execute();
  return getImport(trx, actor, id);
}

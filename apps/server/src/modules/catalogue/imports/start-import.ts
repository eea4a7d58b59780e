import type { ImportResource } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import type { Ground } from '../../../platform/module.ts';
import { catalogueProblems } from '../problems.ts';
import { missingFrom } from '../sheet/fields.ts';
import { headingOf } from '../sheet/headings.ts';
import { getImport } from './get-import.ts';
import { findImport } from './import.sql.ts';
import { imports } from './tables.ts';
import { importQueue, type ImportJob } from './work-import.ts';

/**
 * Starts a dry run or the import itself, from the first row. It may be started again as often as
 * liked: what is so already stays as it is.
 * @throws Problem platform.notFound, catalogue.importUnderWay, catalogue.importColumnsMissing
 */
export async function startImport(
  trx: Db,
  actor: Actor,
  input: { id: string; operation: 'catalogue.checkImport' | 'catalogue.runImport'; publish: boolean },
  ground: Pick<Ground, 'events'>,
): Promise<ImportResource> {
  const row = await findImport(trx, actor, input.operation, input.id, { lock: true });
  if (row.state === 'checking' || row.state === 'running')
    throw new Problem(catalogueProblems.importUnderWay);
  const missing = missingFrom(row.columns.flatMap(({ field }) => field ?? []));
  if (missing.length > 0) {
    throw new Problem(catalogueProblems.importColumnsMissing, {
      columns: missing
        .map((field) => headingOf(field === 'names' ? 'names.zh-CN' : field, actor.language))
        .join(', '),
    });
  }
  const attempt = row.attempt + 1;
  await imports(trx).deleteFrom('product_import_bad_row').where('import_id', '=', row.id).execute();
  await imports(trx)
    .updateTable('product_import')
    .set({
      state: input.operation === 'catalogue.runImport' ? 'running' : 'checking',
      publish: input.publish,
      attempt,
      row_reached: 1,
      rows_read: 0,
      good: 0,
      bad: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      incomplete: 0,
      lacking: '{}',
      problem: null,
      finished_at: null,
      // By the clock that dates the products it will change.
      started_at: sql<Date>`now()`,
      progressed_at: new Date(),
      actor: JSON.stringify(actor),
    })
    .where('id', '=', row.id)
    .execute();
  await recordAudit(trx, actor, {
    action: input.operation,
    subjectKind: 'product-import',
    subjectId: row.id,
    before: null,
    after: { file: row.file_name, publish: input.publish },
  });
  await ground.events.enqueue<ImportJob>(trx, importQueue, { importId: row.id, attempt });
  return getImport(trx, actor, row.id);
}

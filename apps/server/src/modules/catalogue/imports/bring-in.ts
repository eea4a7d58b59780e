import type { ImportResource } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { inTransaction } from '../../../platform/http/transaction.ts';
import type { Upload } from '../../../platform/http/upload.ts';
import type { Ground } from '../../../platform/module.ts';
import { createImport } from './create-import.ts';
import { getImport } from './get-import.ts';
import { findImport } from './import.sql.ts';
import { readWorkbook } from './read-workbook.ts';
import { startImport } from './start-import.ts';
import { workImport } from './work-import.ts';

/** Milliseconds between two looks at an import that a running service has taken over. */
const pace = 500;

/**
 * The whole wizard at one go, with the columns as their headings say: upload, then a dry run or the
 * import itself, to its end.
 * @param input.upload its content can be read from the beginning each time it is asked for
 * @param onBatch told after each commit, with the sheet's row
 * @throws Problem what `createImport` and `startImport` refuse
 */
export async function bringIn(
  ground: Ground,
  actor: Actor,
  input: { upload: Upload; dryRun: boolean; publish: boolean },
  onBatch: (row: number) => void = () => {},
): Promise<ImportResource> {
  const { db } = ground;
  const made = await readWorkbook(() => input.upload.content);
  const upload = { ...input.upload, ...(made && { made }) };
  const { id } = await inTransaction(db, { retry: false }, (trx) => createImport(trx, actor, upload, ground));
  const operation = input.dryRun ? 'catalogue.checkImport' : 'catalogue.runImport';
  await inTransaction(db, { retry: false }, (trx) =>
    startImport(trx, actor, { id, operation, publish: input.publish }, ground),
  );
  const { attempt } = await findImport(db, actor, operation, id);
  await workImport(ground, { importId: id, attempt }, onBatch);
  for (;;) {
    const found = await getImport(db, actor, id);
    if (found.state !== 'checking' && found.state !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
}

import type { BodyOf, ImportResource, mapImport as mapping } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { inTransaction } from '../../../platform/http/transaction.ts';
import type { Arrived } from '../../../platform/files/files.ts';
import { keepUpload } from '../../../platform/http/upload.ts';
import type { Ground } from '../../../platform/module.ts';
import { catalogueIntakes, catalogueMakers } from '../intakes.ts';
import { createImport } from './create-import.ts';
import { getImport } from './get-import.ts';
import { findImport } from './import.sql.ts';
import { mapImport } from './map-import.ts';
import { startImport } from './start-import.ts';
import { workImport } from './work-import.ts';

/** Milliseconds between two looks at an import that a running service has taken over. */
const pace = 500;

/**
 * The whole wizard at one go, with the columns as their headings say: upload, then a dry run or the
 * import itself, to its end.
 * @param onBatch told after each commit, with the sheet's row
 * @throws Problem what `readSheet` and `startImport` refuse
 */
export async function bringIn(
  ground: Ground,
  actor: Actor,
  input: {
    file: Arrived;
    dryRun: boolean;
    publish: boolean;
    terms: NonNullable<BodyOf<typeof mapping>['terms']>;
  },
  onBatch: (row: number) => void = () => {},
): Promise<ImportResource> {
  const { db } = ground;
  const { file } = input;
  const keeping = { ...ground, intakes: catalogueIntakes, makers: catalogueMakers };
  const upload = await keepUpload(keeping, 'catalogue.createImport', file);
  const { id } = await inTransaction(db, { retry: false }, async (trx) => {
    const made = await createImport(trx, actor, { ...file, ...upload }, ground);
    const columns = made.columns.map(({ index, field }) => ({ index, field }));
    return mapImport(trx, actor, { id: made.id, columns, terms: input.terms });
  }).finally(upload.discard);
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

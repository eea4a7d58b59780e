import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { deleteSignatory } from './charter.sql.ts';

/** Takes out a signature that was recorded wrongly; the audit log keeps what it said. @throws Problem platform.notFound */
export async function removeSignatory(trx: Db, actor: Actor, id: string): Promise<void> {
  const removed = await deleteSignatory(trx, id);
  if (!removed) throw new Problem(problems.notFound);
  await recordAudit(trx, actor, {
    action: 'members.removeSignatory',
    subjectKind: 'signatory',
    subjectId: id,
    before: removed,
    after: null,
  });
}

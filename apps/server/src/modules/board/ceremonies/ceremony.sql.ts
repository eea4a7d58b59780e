import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { ceremonies, type CeremonyRow } from './tables.ts';

/** A ceremony as the actor may see it. @throws Problem platform.notFound, also for a draft of the secretariat's */
export async function findCeremony(trx: Db, actor: Actor, id: string): Promise<CeremonyRow> {
  const row = await ceremonies(trx)
    .selectFrom('ceremony')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || (row.state === 'draft' && actor.role !== 'secretariat')) throw new Problem(problems.notFound);
  return row;
}

/**
 * A ceremony, locked: whoever changes it or its queue takes this lock first, so of two at once one is later.
 * @throws Problem platform.notFound, also for a draft of the secretariat's
 */
export async function lockCeremony(trx: Db, actor: Actor, id: string): Promise<CeremonyRow> {
  await ceremonies(trx).selectFrom('ceremony').select('id').where('id', '=', id).forUpdate().execute();
  return findCeremony(trx, actor, id);
}

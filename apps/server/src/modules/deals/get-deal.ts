import type { BodyOf, changeDealOwner as endpoint, Deal } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { today } from '../../platform/today.ts';
import { dealToChange, findDeal } from './deal.sql.ts';
import { presentDeal } from './present.ts';
import { dealsProblems } from './problems.ts';
import { deals } from './tables.ts';

/** @throws Problem platform.notFound, also where it is between others */
export const getDeal = async (trx: Db, actor: Actor, id: string): Promise<Deal> =>
  presentDeal(trx, actor, await findDeal(trx, actor, id));

/**
 * Says who of the side whose turn it is takes care of a deal, and until when.
 * @throws Problem platform.notFound, platform.staleVersion, deals.notYourTurn, deals.deadlinePast
 */
export async function changeOwner(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, change }: { id: string; expectedVersion: number; change: BodyOf<typeof endpoint> },
): Promise<Deal> {
  const { row, side } = await dealToChange(trx, actor, id);
  if (row.version !== expectedVersion) throw new Problem(problems.staleVersion, { current: row.version });
  if (row.owner_side !== side) throw new Problem(dealsProblems.notYourTurn);
  const { person, deadline } = change;
  if (deadline !== undefined && deadline < today())
    throw new Problem(dealsProblems.deadlinePast, { date: deadline });
  const changed = await deals(trx)
    .updateTable('deal')
    .set({
      ...(person !== undefined && { owner_person: person }),
      ...(deadline !== undefined && { deadline }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action: 'deals.changeDealOwner',
    subjectKind: 'deal',
    subjectId: id,
    before: { person: row.owner_person, deadline: row.deadline },
    after: { person: changed.owner_person, deadline: changed.deadline },
  });
  return presentDeal(trx, actor, changed);
}

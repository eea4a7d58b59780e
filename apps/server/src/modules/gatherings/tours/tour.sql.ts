import { mostTourStops } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { authoriseFor } from '../../../platform/policy.ts';
import { toursPolicy } from './policy.ts';
import { toursProblems } from './problems.ts';
import { tours, type KeptPlan, type StopRow, type TourRow } from './tables.ts';

/** A tour that the actor may do this to. @throws Problem platform.notFound */
export async function findTour(trx: Db, actor: Actor, operation: string, id: string): Promise<TourRow> {
  const row = await tours(trx).selectFrom('tour').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  authoriseFor(toursPolicy, actor, operation, row.organisation_id);
  return row;
}

/** A tour whose papers the actor may read: its keeper, and its guests once it is confirmed. @throws Problem platform.notFound, tours.cancelled */
export async function findForPapers(trx: Db, actor: Actor, operation: string, id: string): Promise<TourRow> {
  const row = await tours(trx).selectFrom('tour').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  const isGuest = actor.organisationId !== null && row.guests.organisationId === actor.organisationId;
  if (!(isGuest && (row.state === 'confirmed' || row.state === 'done')))
    authoriseFor(toursPolicy, actor, operation, row.organisation_id);
  if (row.state === 'cancelled') throw new Problem(toursProblems.cancelled);
  return row;
}

/** The same, locked: whoever changes a tour or its stops takes this lock first. @throws Problem platform.notFound */
export async function lockTour(trx: Db, actor: Actor, operation: string, id: string): Promise<TourRow> {
  await tours(trx).selectFrom('tour').select('id').where('id', '=', id).forUpdate().execute();
  return findTour(trx, actor, operation, id);
}

/** The same, where it is still to be planned. @throws Problem platform.notFound, tours.notDraft */
export async function lockDraft(trx: Db, actor: Actor, operation: string, id: string): Promise<TourRow> {
  const row = await lockTour(trx, actor, operation, id);
  if (row.state !== 'draft') throw new Problem(toursProblems.notDraft);
  return row;
}

/** A stop with its tour, locked; for the keeper. @throws Problem platform.notFound, tours.notDraft */
export async function lockStop(
  trx: Db,
  actor: Actor,
  operation: string,
  id: string,
): Promise<{ tour: TourRow; stop: StopRow }> {
  const found = await stopById(trx, id);
  if (!found) throw new Problem(problems.notFound);
  const tour = await lockDraft(trx, actor, operation, found.tour_id);
  const stop = await stopById(trx, id);
  if (!stop) throw new Problem(problems.notFound);
  return { tour, stop };
}

export const stopById = (trx: Db, id: string): Promise<StopRow | undefined> =>
  tours(trx).selectFrom('tour_stop').selectAll().where('id', '=', id).executeTakeFirst();

/** A tour's stops in the order in which they were added. */
export const stopsOf = (trx: Db, tourId: string): Promise<StopRow[]> =>
  tours(trx)
    .selectFrom('tour_stop')
    .selectAll()
    .where('tour_id', '=', tourId)
    .orderBy('id')
    .limit(mostTourStops)
    .execute();

/** Notes that a tour has changed, and how it is planned now where that is told. */
export const touchTour = (
  trx: Db,
  id: string,
  change: { plan?: KeptPlan | null; state?: TourRow['state'] } = {},
) =>
  tours(trx)
    .updateTable('tour')
    .set({
      version: sql<number>`version + 1`,
      ...(change.state && { state: change.state }),
      ...(change.plan !== undefined && { plan: change.plan && JSON.stringify(change.plan) }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

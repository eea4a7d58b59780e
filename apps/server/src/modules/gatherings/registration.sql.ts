import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { lockGathering, nextVersion } from './gathering.sql.ts';
import { gatherings, type GatheringRow, type RegistrationRow } from './tables.ts';

/** A registration of the actor's own. @throws Problem platform.notFound, also for another person's */
export async function findOwn(trx: Db, actor: Actor, id: string): Promise<RegistrationRow> {
  const row = await gatherings(trx)
    .selectFrom('gathering_registration')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || !isOwn(actor, row)) throw new Problem(problems.notFound);
  return row;
}

/** Whose it is, it is as long as they act for the organisation that they registered for. */
export const isOwn = (actor: Actor, row: RegistrationRow): boolean =>
  row.user_id === actor.userId && row.organisation_id === actor.organisationId;

/** The same, with its gathering locked first. */
export async function lockOwn(
  trx: Db,
  actor: Actor,
  id: string,
): Promise<{ row: RegistrationRow; gathering: GatheringRow }> {
  const gathering = await lockGathering(trx, (await findOwn(trx, actor, id)).gathering_id);
  return { row: await findOwn(trx, actor, id), gathering };
}

/** Changes a registration. @returns it as it is then */
export const saveRegistration = (
  trx: Db,
  id: string,
  change: Partial<
    Pick<
      RegistrationRow,
      | 'state'
      | 'asked_at'
      | 'person'
      | 'note'
      | 'languages'
      | 'rating'
      | 'feedback'
      | 'calendar_hash'
      | 'calendar_language'
      | 'organisation_id'
      | 'code'
    >
  >,
): Promise<RegistrationRow> =>
  gatherings(trx)
    .updateTable('gathering_registration')
    .set({ ...change, version: nextVersion })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** Whether somebody of an organisation is approved for a gathering: then it takes part. */
export async function takesPart(trx: Db, gatheringId: string, organisationId: string): Promise<boolean> {
  const row = await gatherings(trx)
    .selectFrom('gathering_registration')
    .select('id')
    .where('gathering_id', '=', gatheringId)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'approved')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

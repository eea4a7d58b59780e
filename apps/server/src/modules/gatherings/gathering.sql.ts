import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { gatherings, type GatheringRow } from './tables.ts';

/** Whether the actor keeps a gathering: the secretariat all, an association what it hosts. */
export const keeps = (actor: Actor, { organisation_id }: Pick<GatheringRow, 'organisation_id'>): boolean =>
  actor.role === 'secretariat' ||
  (actor.role === 'association' && organisation_id !== null && organisation_id === actor.organisationId);

/** A gathering as the actor may see it. @throws Problem platform.notFound, also for a draft of somebody else's */
export async function findGathering(
  trx: Db,
  actor: Actor,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<GatheringRow> {
  const row = await gatherings(trx)
    .selectFrom('gathering')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row || (row.state === 'draft' && !keeps(actor, row))) throw new Problem(problems.notFound);
  return row;
}

/** A gathering that the actor keeps. @throws Problem platform.notFound, also for somebody else's */
export async function findKept(trx: Db, actor: Actor, id: string): Promise<GatheringRow> {
  const row = await findGathering(trx, actor, id);
  if (!keeps(actor, row)) throw new Problem(problems.notFound);
  return row;
}

/**
 * The same, locked: whoever changes a gathering, its places or its schedule takes this lock first, so of two at once
 * one is later.
 */
export async function lockKept(trx: Db, actor: Actor, id: string): Promise<GatheringRow> {
  const row = await findGathering(trx, actor, id, { lock: true });
  if (!keeps(actor, row)) throw new Problem(problems.notFound);
  return row;
}

/** A gathering, locked, whoever asks: for steps that its own id isn't the question of. */
export const lockGathering = (trx: Db, id: string): Promise<GatheringRow> =>
  gatherings(trx)
    .selectFrom('gathering')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();

/** How many places are taken. */
export async function placesTaken(trx: Db, id: string): Promise<number> {
  const { count } = await gatherings(trx)
    .selectFrom('gathering_registration')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('gathering_id', '=', id)
    .where('state', '=', 'approved')
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether it is still to come or under way, so that something can be changed of it. @throws Problem gatherings.notAnnounced */
export const isOn = ({ state }: Pick<GatheringRow, 'state'>): boolean => state === 'announced';

/** Grows with every change of the gathering. */
export const nextVersion = sql<number>`version + 1`;

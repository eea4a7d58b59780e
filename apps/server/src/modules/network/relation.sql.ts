import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { network, type RelationRow, type Visibility } from './tables.ts';

/** The organisation somebody acts for. @throws Problem platform.forbidden where it is none */
export function ownOrganisation({ organisationId }: Actor): string {
  if (organisationId === null) throw new Problem(problems.forbidden);
  return organisationId;
}

/**
 * A relation of the actor's own organisation. One that they declined is none of theirs any more.
 * @throws Problem platform.notFound, also where it is between others
 */
export async function findRelation(
  trx: Db,
  actor: Actor,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<RelationRow> {
  const own = actor.organisationId;
  if (own === null) throw new Problem(problems.notFound);
  const row = await network(trx)
    .selectFrom('relation')
    .selectAll()
    .where('id', '=', id)
    .where(isOf(own))
    .$if(options.lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return row;
}

/** Whether a relation is one that this organisation may see. */
export const isOf = (own: string) => sql<boolean>`(a_id = ${own} or b_id = ${own} and state <> 'declined')`;

const closeness: readonly Visibility[] = ['hidden', 'existence', 'open'];

/** The closer of two wishes. */
export const closer = (one: Visibility, other: Visibility): Visibility =>
  closeness.indexOf(one) < closeness.indexOf(other) ? one : other;

/** Writes anew what of a relation leads from one to the other; call after every change of it, in its transaction. */
export async function writeEdges(trx: Db, row: RelationRow): Promise<void> {
  await network(trx).deleteFrom('relation_edge').where('relation_id', '=', row.id).execute();
  if (row.state !== 'confirmed' || row.b_strength === null || row.b_visibility === null) return;
  const visibility = closer(row.a_visibility, row.b_visibility);
  if (visibility === 'hidden') return;
  const edge = {
    relation_id: row.id,
    strength: Math.min(row.a_strength, row.b_strength),
    open: visibility === 'open',
  };
  await network(trx)
    .insertInto('relation_edge')
    .values([
      { ...edge, from_id: row.a_id, to_id: row.b_id },
      { ...edge, from_id: row.b_id, to_id: row.a_id },
    ])
    .execute();
}

import type { BodyOf, Relation, updateRelation as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { presentOne } from './get-relation.ts';
import { networkProblems } from './problems.ts';
import { findRelation, ownOrganisation, writeEdges } from './relation.sql.ts';
import { network } from './tables.ts';

/**
 * Changes one's own view of a relation.
 * @throws Problem platform.notFound, platform.staleVersion, network.notOursYet where it waits for one's answer
 */
export async function updateRelation(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, ...change }: { id: string; expectedVersion: number } & BodyOf<typeof endpoint>,
): Promise<Relation> {
  const before = await findRelation(trx, actor, id, { lock: true });
  if (before.version !== expectedVersion)
    throw new Problem(problems.staleVersion, { current: before.version });
  const stated = before.a_id === ownOrganisation(actor);
  if (!stated && before.state !== 'confirmed') throw new Problem(networkProblems.notOursYet);
  const { strength, visibility } = change;
  const row = await network(trx)
    .updateTable('relation')
    .set({
      version: before.version + 1,
      ...(strength !== undefined && (stated ? { a_strength: strength } : { b_strength: strength })),
      ...(visibility !== undefined && (stated ? { a_visibility: visibility } : { b_visibility: visibility })),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await writeEdges(trx, row);
  await recordAudit(trx, actor, {
    action: 'network.updateRelation',
    subjectKind: 'relation',
    subjectId: id,
    before: {
      strength: stated ? before.a_strength : before.b_strength,
      visibility: stated ? before.a_visibility : before.b_visibility,
    },
    after: change,
  });
  return presentOne(trx, actor, row);
}

/** Ends a relation; its edges go with it. @throws Problem platform.notFound */
export async function endRelation(trx: Db, actor: Actor, id: string): Promise<void> {
  const { a_id: a, b_id: b, kind, state } = await findRelation(trx, actor, id, { lock: true });
  await network(trx).deleteFrom('relation').where('id', '=', id).execute();
  await recordAudit(trx, actor, {
    action: 'network.endRelation',
    subjectKind: 'relation',
    subjectId: id,
    before: { a, b, kind, state },
    after: null,
  });
}

import type { BodyOf, confirmRelation as endpoint, Relation } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { presentOne } from './get-relation.ts';
import { networkProblems } from './problems.ts';
import { findRelation, ownOrganisation, writeEdges } from './relation.sql.ts';
import { network, type RelationRow } from './tables.ts';

/** A relation that waits for the actor's organisation to answer, locked. @throws Problem platform.notFound, network.notToConfirm */
async function toAnswer(trx: Db, actor: Actor, id: string): Promise<RelationRow> {
  const row = await findRelation(trx, actor, id, { lock: true });
  if (row.b_id !== ownOrganisation(actor) || row.state !== 'stated')
    throw new Problem(networkProblems.notToConfirm);
  return row;
}

/** Confirms what another member stated: from now on it leads from one to the other. @throws Problem as `toAnswer` */
export async function confirmRelation(
  trx: Db,
  actor: Actor,
  { id, strength, visibility }: { id: string } & BodyOf<typeof endpoint>,
): Promise<Relation> {
  const { version } = await toAnswer(trx, actor, id);
  const row = await network(trx)
    .updateTable('relation')
    .set({ state: 'confirmed', b_strength: strength, b_visibility: visibility, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await writeEdges(trx, row);
  await recordAudit(trx, actor, {
    action: 'network.confirmRelation',
    subjectKind: 'relation',
    subjectId: id,
    before: { state: 'stated' },
    after: { state: 'confirmed', strength, visibility },
  });
  return presentOne(trx, actor, row);
}

/** Declines it. Whoever stated it is told nothing: not now, and not by any number or version. @throws Problem as `toAnswer` */
export async function declineRelation(trx: Db, actor: Actor, id: string): Promise<void> {
  await toAnswer(trx, actor, id);
  await network(trx).updateTable('relation').set({ state: 'declined' }).where('id', '=', id).execute();
  await recordAudit(trx, actor, {
    action: 'network.declineRelation',
    subjectKind: 'relation',
    subjectId: id,
    before: { state: 'stated' },
    after: { state: 'declined' },
  });
}

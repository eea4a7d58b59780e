import type { BodyOf, Relation, stateRelation as endpoint } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { organisationCards } from '../members/index.ts';
import { confirmRelation } from './answer-relation.ts';
import { presentRelation } from './present.ts';
import { networkProblems } from './problems.ts';
import { ownOrganisation } from './relation.sql.ts';
import { network } from './tables.ts';

/** Relations that an organisation may have stated without an answer: asking everybody proves nothing. */
const mostUnanswered = 200;

/**
 * States a relation to another member.
 * @throws Problem network.noSuchMember, network.withOneself, network.sinceAhead, network.tooManyStated,
 * network.relationThere where there is one of the kind, stated by either side
 */
export async function stateRelation(
  trx: Db,
  actor: Actor,
  { organisationId, kind, since, evidence, strength, visibility }: BodyOf<typeof endpoint>,
): Promise<Relation> {
  const own = ownOrganisation(actor);
  if (organisationId === own) throw new Problem(networkProblems.withOneself);
  const partner = (await organisationCards(trx, [organisationId])).get(organisationId);
  if (!partner) throw new Problem(networkProblems.noSuchMember);
  if (since !== null && since > new Date().toISOString().slice(0, 10))
    throw new Problem(networkProblems.sinceAhead, { date: since });
  const { count } = await network(trx)
    .selectFrom('relation')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('a_id', '=', own)
    // What was declined counts as what wasn't answered: the number tells nothing.
    .where('state', '!=', 'confirmed')
    .executeTakeFirstOrThrow();
  if (count >= mostUnanswered) throw new Problem(networkProblems.tooManyStated, { most: mostUnanswered });
  const row = await network(trx)
    .insertInto('relation')
    .values({
      id: v7(),
      a_id: own,
      b_id: organisationId,
      kind,
      since,
      evidence,
      state: 'stated',
      a_strength: strength,
      a_visibility: visibility,
      b_strength: null,
      b_visibility: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) {
    // Who declined it once and now states it means to confirm it.
    const declined = await declinedBy(trx, own, organisationId, kind);
    if (!declined) throw new Problem(networkProblems.relationThere);
    return confirmRelation(trx, actor, { id: declined, strength, visibility });
  }
  await recordAudit(trx, actor, {
    action: 'network.stateRelation',
    subjectKind: 'relation',
    subjectId: row.id,
    before: null,
    after: { organisationId, kind, strength, visibility },
  });
  return presentRelation(row, own, partner);
}

/** Makes a relation that an organisation declined one that waits for its answer again. @returns its id, if there is one */
async function declinedBy(
  trx: Db,
  own: string,
  other: string,
  kind: BodyOf<typeof endpoint>['kind'],
): Promise<string | undefined> {
  const row = await network(trx)
    .updateTable('relation')
    .set({ state: 'stated' })
    .where('a_id', '=', other)
    .where('b_id', '=', own)
    .where('kind', '=', kind)
    .where('state', '=', 'declined')
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

import type { listRelations as listEndpoint, QueryOf, Relation, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor } from '../../platform/http/typed-cursors.ts';
import { organisationCards } from '../members/index.ts';
import { presentRelation } from './present.ts';
import { findRelation, isOf, ownOrganisation } from './relation.sql.ts';
import { network, type RelationRow } from './tables.ts';

const otherThan = (own: string, row: RelationRow): string => (row.a_id === own ? row.b_id : row.a_id);

/** @throws Problem platform.notFound where the other side is no member any more */
export async function presentOne(trx: Db, actor: Actor, row: RelationRow): Promise<Relation> {
  const own = ownOrganisation(actor);
  const other = otherThan(own, row);
  const partner = (await organisationCards(trx, [other])).get(other);
  if (!partner) throw new Problem(problems.notFound);
  return presentRelation(row, own, partner);
}

/** @throws Problem platform.notFound, also where it is between others */
export const getRelation = async (trx: Db, actor: Actor, id: string): Promise<Relation> =>
  presentOne(trx, actor, await findRelation(trx, actor, id));

/** The relations of one's own organisation, the newest first; those to who is no member any more are left out. */
export async function listRelations(
  trx: Db,
  actor: Actor,
  { cursor, limit, state }: QueryOf<typeof listEndpoint>,
): Promise<ResponseOf<typeof listEndpoint>> {
  const own = actor.organisationId;
  const after = readIdCursor(cursor);
  if (own === null) return { items: [], nextCursor: null, total: 0 };
  const asked = network(trx)
    .selectFrom('relation')
    .where(isOf(own))
    .$if(state === 'confirmed', (query) => query.where('state', '=', 'confirmed'))
    .$if(state === 'stated', (query) => query.where('a_id', '=', own).where('state', '!=', 'confirmed'))
    .$if(state === 'toConfirm', (query) => query.where('b_id', '=', own).where('state', '=', 'stated'));
  const rows = await asked
    .selectAll()
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const { total } = await asked.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit);
  const partners = await organisationCards(trx, [...new Set(shown.map((row) => otherThan(own, row)))]);
  return {
    items: shown.flatMap((row) => {
      const partner = partners.get(otherThan(own, row));
      return partner ? [presentRelation(row, own, partner)] : [];
    }),
    nextCursor: rows.length > limit ? writeCursor([shown.at(-1)!.id]) : null,
    total,
  };
}

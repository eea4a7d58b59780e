import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { markets, type FactChange } from './tables.ts';

/** Keeps what a rule or habit says from this version on, and who made it say so; nobody where the software brought it. */
export const keepVersion = (
  trx: Db,
  actor: Actor | null,
  fact: { id: string; version: number; change: FactChange; snapshot: object },
) =>
  markets(trx)
    .insertInto('market_fact_version')
    .values({
      fact_id: fact.id,
      version: fact.version,
      change: fact.change,
      snapshot: JSON.stringify(fact.snapshot),
      person_id: actor?.userId ?? null,
      person_name: actor?.userName ?? null,
    })
    // The same version reviewed twice is one review.
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** One page of what a fact said, newest first. */
export function pageOfVersions(trx: Db, factId: string, before: number | undefined, limit: number) {
  let query = markets(trx)
    .selectFrom('market_fact_version')
    .selectAll()
    .where('fact_id', '=', factId)
    .where('change', '!=', 'reviewed')
    .orderBy('version', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('version', '<', before);
  return query.execute();
}

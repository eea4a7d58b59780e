import type { DemandMatch } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { productHeads } from '../catalogue/index.ts';
import { lastAnswers } from './answers.sql.ts';
import { findDemand } from './demand.sql.ts';
import { presentMatch } from './present.ts';
import { matching, type DemandMatchRow } from './tables.ts';

const most = 60;

/**
 * What was held against a demand, the best first, what can't be last: all of it for its buyer and the secretariat, a
 * maker's own products for the maker. Products that were withdrawn since are left out.
 * @throws Problem platform.notFound, also for who has no part in any
 */
export async function listMatches(
  trx: Db,
  actor: Actor,
  id: string,
  extent: 'all' | 'own',
): Promise<{ items: DemandMatch[] }> {
  const demand = await findDemand(trx, id);
  const all = extent === 'all' || demand.organisation_id === actor.organisationId;
  const rows = await matching(trx)
    .selectFrom('demand_match')
    .selectAll()
    .where('demand_id', '=', id)
    .$if(!all, (query) => query.where('maker_id', '=', actor.organisationId ?? null!))
    .orderBy((order) => order('blocked', '!=', '[]' as never))
    .orderBy('given', 'desc')
    .orderBy('points', 'desc')
    .orderBy('product_id')
    .limit(most)
    .execute();
  // Who has no part in them isn't told whether there are any.
  if (!all && rows.length === 0) throw new Problem(problems.notFound);
  return { items: await presentMatches(trx, actor, id, rows) };
}

/** @returns those whose products the reader may still see */
export async function presentMatches(
  trx: Db,
  actor: Actor,
  demandId: string,
  rows: readonly DemandMatchRow[],
): Promise<DemandMatch[]> {
  const answers = await lastAnswers(trx, demandId);
  const products = await productHeads(
    trx,
    rows.map((row) => row.product_id),
    actor.organisationId,
  );
  return rows.flatMap((row) => {
    const product = products.get(row.product_id);
    return product ? [presentMatch(row, product, answers.get(row.product_id) ?? null)] : [];
  });
}

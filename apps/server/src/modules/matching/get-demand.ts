import type { Demand } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { findDemand } from './demand.sql.ts';
import { presentDemands } from './present.ts';

/** @throws Problem platform.notFound, also where its buyer is no member any more */
export async function getDemand(trx: Db, actor: Actor, id: string): Promise<Demand> {
  const [demand] = await presentDemands(trx, actor.organisationId, [await findDemand(trx, id)]);
  if (!demand) throw new Problem(problems.notFound);
  return demand;
}

import { Readable } from 'node:stream';
import type { printPlan as endpoint, QueryOf } from '@jiechuan/contract';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { findPlan, findPlanVersion } from './plan.sql.ts';
import { printPaper } from './paper.ts';

/** A version of a plan as PDF. @throws Problem platform.notFound, plans.noSuchVersion */
export async function printPlan(
  trx: Db,
  actor: Actor,
  { id, number, language }: { id: string } & QueryOf<typeof endpoint>,
  reply: FastifyReply,
): Promise<Readable> {
  const row = await findPlan(trx, actor, 'plans.printPlan', id);
  const { version, result } = await findPlanVersion(trx, id, number ?? row.version);
  reply.header('content-disposition', `inline; filename="plan-${result.market.code}-${id}-v${version}.pdf"`);
  return Readable.from([printPaper({ id, version, result }, language)]);
}

import type { BodyOf, FreightService, updateService as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { serviceColumns } from './columns.ts';
import { presentServices } from './list-services.ts';
import { freightProblems } from './problems.ts';
import { changeService, lockService } from './service.sql.ts';
import { difference, refuseStale } from './stale.ts';

/**
 * Edits or retires a service; from then on it no longer follows the shipped facts.
 * @throws Problem platform.notFound, platform.staleVersion, freight.endsBeforeStart
 */
export async function updateService(
  trx: Db,
  actor: Actor,
  input: { id: string; expectedVersion: number; change: BodyOf<typeof endpoint> },
): Promise<FreightService> {
  const row = await lockService(trx, input.id);
  refuseStale(row, input.expectedVersion);
  const [before] = await presentServices(trx, [row]);
  const { state = row.state, ...change } = input.change;
  const fields = { ...before!, ...change };
  if (fields.validUntil !== null && fields.validUntil < fields.validFrom)
    throw new Problem(freightProblems.endsBeforeStart);
  const changed = await changeService(trx, row.id, {
    ...serviceColumns(fields),
    state,
    edited: true,
    version: row.version + 1,
  });
  const [after] = await presentServices(trx, [changed]);
  await recordAudit(trx, actor, {
    action: 'freight.updateService',
    subjectKind: 'freightService',
    subjectId: row.id,
    ...difference(before!, after!),
  });
  return after!;
}

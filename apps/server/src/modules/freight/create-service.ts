import type { BodyOf, createService as endpoint, FreightService } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { serviceColumns } from './columns.ts';
import { hubsByIds } from './hub.sql.ts';
import { presentServices } from './list-services.ts';
import { freightProblems } from './problems.ts';
import { insertService } from './service.sql.ts';

/** @throws Problem freight.hubUnknown, freight.codeTaken */
export async function createService(
  trx: Db,
  actor: Actor,
  { code, fromHubId, toHubId, ...fields }: BodyOf<typeof endpoint>,
): Promise<FreightService> {
  const hubs = await hubsByIds(trx, [fromHubId, toHubId]);
  for (const id of [fromHubId, toHubId])
    if (!hubs.has(id)) throw new Problem(freightProblems.hubUnknown, { hub: id });
  const row = await insertService(trx, {
    id: v7(),
    code,
    from_hub_id: fromHubId,
    to_hub_id: toHubId,
    ...serviceColumns(fields),
    shipped: null,
    edited: true,
  });
  const [added] = await presentServices(trx, [row]);
  await recordAudit(trx, actor, {
    action: 'freight.createService',
    subjectKind: 'freightService',
    subjectId: row.id,
    before: null,
    after: added!,
  });
  return added!;
}

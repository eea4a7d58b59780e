import type { ShipmentCard } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { extentOf } from '../../../platform/policy.ts';
import { freightPolicy } from '../policy.ts';
import { freight } from '../tables.ts';
import { concerns } from './present-shipment.ts';

export type ShipmentBrief = Pick<ShipmentCard, 'id' | 'reference' | 'status' | 'lastEventAt'>;

/** Of the shipments named, those that the actor may read, by id: how each stands. */
export async function shipmentBriefs(
  trx: Db,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, ShipmentBrief>> {
  const extent = extentOf(freightPolicy, 'freight.getShipment', actor.role);
  if (ids.length === 0 || extent === 'none') return new Map();
  const rows = await freight(trx).selectFrom('shipment').selectAll().where('id', 'in', ids).execute();
  return new Map(
    rows
      .filter((row) => extent === 'all' || concerns(row, actor.organisationId))
      .map(({ id, reference, status, last_event_at }) => [
        id,
        { id, reference, status, lastEventAt: last_event_at?.toISOString() ?? null },
      ]),
  );
}

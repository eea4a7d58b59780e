import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { freight } from '../tables.ts';

/** Whether there is a shipment of this id that the actor's organisation sends. */
export async function hasShipment(trx: Db, { organisationId }: Actor, id: string): Promise<boolean> {
  if (organisationId === null) return false;
  const row = await freight(trx)
    .selectFrom('shipment')
    .select('id')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row !== undefined;
}

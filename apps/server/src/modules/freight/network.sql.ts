import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { freight, type HubRow, type ServiceRow } from './tables.ts';

/** Hubs that plans may use. */
export const activeHubs = (trx: Db): Promise<HubRow[]> =>
  freight(trx).selectFrom('freight_hub').selectAll().where('state', '=', 'active').orderBy('code').execute();

/** Services that plans may use between two local days. */
export const activeServices = (trx: Db, from: string, until: string): Promise<ServiceRow[]> =>
  freight(trx)
    .selectFrom('freight_service')
    .selectAll()
    .where('state', '=', 'active')
    .where('valid_from', '<=', until)
    .where(sql<boolean>`coalesce(valid_until, 'infinity') >= ${from}::date`)
    .orderBy('code')
    .execute();

import type { Db } from '../../platform/db/database.ts';
import { catalogue } from './tables.ts';

/** Products of a SKU, withdrawn ones aside; several enterprises may use one number. At most 20. */
export const productsBySku = (trx: Db, sku: string): Promise<{ id: string; organisationId: string }[]> =>
  catalogue(trx)
    .selectFrom('product')
    .select(['id', 'organisation_id as organisationId'])
    .where('sku', '=', sku)
    .where('state', '<>', 'withdrawn')
    .orderBy('id')
    .limit(20)
    .execute();

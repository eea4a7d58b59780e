import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

export interface OwnedProduct {
  id: string;
  organisationId: string;
  published: boolean;
  names: Record<string, string>;
}

/** Products by id, whoever may see them: what is shown of them is for the caller to say. */
export async function productsById(trx: Db, ids: readonly string[]): Promise<Map<string, OwnedProduct>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<OwnedProduct>`
    select id, organisation_id as "organisationId", state = 'published' as published, data -> 'names' as names
    from product where id = any(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}

import { sql, type Kysely } from 'kysely';

/**
 * The HS code of the goods that are worth most, of entries from now on: a column beside those that older hashes were made
 * over. With it the way to a maker's orders that came into effect.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table deal_ledger add column hs6 text check (hs6 ~ '^[0-9]{6}$');
    create index deal_ledger_orders on deal_ledger (seller_id, deal_id)
      where kind = 'purchase' and tier = 'effective' and not delta;
  `.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** When both sides were told that an open offer had expired. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table deal_offer add column expiry_told_at timestamptz;
    create index deal_offer_expiry on deal_offer (expires_on) where state = 'open' and expiry_told_at is null;
  `.execute(db);
}

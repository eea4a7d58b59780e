import { sql, type Kysely } from 'kysely';

/** Who interprets on a tour; which visits a host has agreed to, to be found by the host. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table tour add column interpreter jsonb;
    create index tour_stop_promised on tour_stop (organisation_id) where answer = 'confirmed';
    create index tour_guests on tour ((guests ->> 'organisationId'), id desc) where guests ->> 'organisationId' is not null;
  `.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** Pages of one gathering are read from an index in their order, however many gatherings there have been. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index gathering_registration_page on gathering_registration (gathering_id, id);
    create index gathering_meeting_time on gathering_meeting (gathering_id, starts_at, id) where state = 'planned';
    create index gathering_outcome_told on gathering_outcome (gathering_id, organisation_id);
    drop index gathering_outcome_gathering;
  `.execute(db);
}

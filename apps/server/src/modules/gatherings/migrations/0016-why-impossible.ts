import { sql, type Kysely } from 'kysely';

/** Why meetings were left out, what would make an impossible schedule possible, and when the host was told of new wishes. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table gathering_schedule
      -- In terms of the meetings of the instance.
      add remedy jsonb,
      -- The day, by the clocks of the place, on which the host was last told that two more want to meet.
      add wanted_told_on date;

    update gathering_schedule set omitted = (
      select jsonb_agg(jsonb_build_object('a_id', pair->0, 'b_id', pair->1, 'why', null, 'full', null))
      from jsonb_array_elements(omitted) pair)
    where omitted <> '[]';
  `.execute(db);
}

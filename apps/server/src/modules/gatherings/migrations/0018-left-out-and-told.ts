import { sql, type Kysely } from 'kysely';

/** Whom the host leaves out of every search, and of which pairs it was told that they want to meet. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table gathering_schedule
      -- Pairs that every search leaves out until the host takes them back in.
      add without jsonb not null default '[]';
    update gathering_schedule s set without = (
      select jsonb_agg(jsonb_build_object('a_id', o -> 'a_id', 'b_id', o -> 'b_id'))
      from jsonb_array_elements(s.omitted) o where o ->> 'why' = 'host')
    where s.omitted @> '[{"why": "host"}]';

    -- Kept as long as the two want to meet.
    create table gathering_wanted_told (
      gathering_id uuid not null references gathering,
      a_id uuid not null,
      b_id uuid not null,
      -- As two who must meet; else as two who would like to.
      must boolean not null,
      primary key (gathering_id, a_id, b_id),
      check (a_id < b_id)
    );
  `.execute(db);
}

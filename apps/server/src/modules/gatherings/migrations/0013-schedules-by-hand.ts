import { sql, type Kysely } from 'kysely';

/** Meetings that are fixed by hand, who doesn't come after all, and what is known of a schedule that was sought again. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table gathering_pin (
      gathering_id uuid not null references gathering,
      a_id uuid not null,
      b_id uuid not null,
      slot integer not null check (slot > 0),
      primary key (gathering_id, a_id, b_id),
      check (a_id < b_id)
    );

    -- Said by the host; slots are said by both.
    alter table gathering_unavailable add absent boolean not null default false;

    alter table gathering_schedule
      -- Pairs that there was no room for: they are no news.
      add omitted jsonb not null default '[]',
      -- Of a search that was to move as few meetings as can be.
      add stability jsonb;
  `.execute(db);
}

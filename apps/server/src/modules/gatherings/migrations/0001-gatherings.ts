import { sql, type Kysely } from 'kysely';

/** Gatherings, who registered for them, whom organisations wish to meet there, and when they do. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table gathering (
      id uuid primary key,
      -- The association that hosts it; null where the secretariat does.
      organisation_id uuid,
      kind text not null check (kind in ('opening', 'fair', 'delegation', 'tour', 'culture')),
      names jsonb not null,
      about jsonb not null,
      place jsonb not null,
      city text not null,
      country text not null,
      zone text not null,
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null,
      capacity integer not null check (capacity > 0),
      languages text[] not null,
      state text not null check (state in ('draft', 'announced', 'closed', 'cancelled')),
      programme jsonb not null,
      matchmaking jsonb,
      demo boolean not null default false,
      version integer not null default 1,
      check (ends_at > starts_at)
    );
    create index gathering_start on gathering (starts_at, id);

    create table gathering_registration (
      id uuid primary key,
      gathering_id uuid not null references gathering,
      organisation_id uuid not null,
      user_id text not null,
      person text not null,
      note text,
      state text not null check (state in ('asked', 'approved', 'waiting', 'refused', 'withdrawn')),
      -- The order of the line; anew after withdrawing.
      asked_at timestamptz not null,
      -- The badge's secret.
      code text not null unique,
      rating smallint check (rating between 1 and 5),
      feedback text,
      calendar_hash bytea unique,
      -- Calendars say no language.
      calendar_language text,
      version integer not null default 1,
      unique (gathering_id, user_id),
      check (feedback is null or rating is not null)
    );
    create index gathering_registration_line on gathering_registration (gathering_id, state, asked_at, id);
    create index gathering_registration_organisation on gathering_registration (gathering_id, organisation_id)
      where state = 'approved';
    create index gathering_registration_person on gathering_registration (user_id, id);

    create table gathering_check_in (
      -- Once a badge, whoever scans it how often.
      registration_id uuid primary key references gathering_registration,
      gathering_id uuid not null references gathering,
      scan_id uuid not null,
      scanned_at timestamptz(3) not null,
      received_at timestamptz(3) not null
    );
    create index gathering_check_in_gathering on gathering_check_in (gathering_id);

    create table gathering_wish (
      id uuid primary key,
      gathering_id uuid not null references gathering,
      from_id uuid not null,
      to_id uuid not null,
      kind text not null check (kind in ('must', 'want', 'no')),
      why text,
      answer text check (answer in ('accepted', 'refused')),
      unique (gathering_id, from_id, to_id),
      check (from_id <> to_id)
    );
    create index gathering_wish_to on gathering_wish (gathering_id, to_id);

    create table gathering_unavailable (
      gathering_id uuid not null references gathering,
      organisation_id uuid not null,
      slots integer[] not null,
      primary key (gathering_id, organisation_id)
    );

    create table gathering_schedule (
      gathering_id uuid primary key references gathering,
      state text not null check (state in ('none', 'solving', 'solved')),
      -- The search that is awaited; one that was asked for before it counts no more.
      run uuid,
      participants uuid[] not null,
      instance jsonb,
      -- Pairs that there was no room for from the start.
      left_out integer not null,
      asked_at timestamptz(3),
      outcome text check (outcome in ('optimal', 'feasible', 'infeasible', 'unknown')),
      bookings jsonb not null,
      breaks integer,
      lower_bound integer,
      seconds double precision not null,
      published integer not null,
      published_at timestamptz(3),
      version integer not null
    );

    create table gathering_meeting (
      id uuid primary key,
      gathering_id uuid not null references gathering,
      a_id uuid not null,
      b_id uuid not null,
      slot integer not null,
      table_number integer not null,
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null,
      state text not null check (state in ('planned', 'cancelled')),
      sequence integer not null,
      unique (gathering_id, a_id, b_id),
      check (a_id < b_id)
    );
    create index gathering_meeting_b on gathering_meeting (gathering_id, b_id);
    -- Whatever the code does: no table has two meetings at once.
    create unique index gathering_meeting_table on gathering_meeting (gathering_id, slot, table_number)
      where state = 'planned';

    create function gathering_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('gathering_changed', '');
        return null;
      end $$;
    create trigger gathering_changed after update on gathering
      for each statement execute function gathering_changed();
    create trigger gathering_changed after insert or update on gathering_schedule
      for each statement execute function gathering_changed();
  `.execute(db);
}

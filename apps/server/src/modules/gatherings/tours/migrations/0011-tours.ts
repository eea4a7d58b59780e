import { sql, type Kysely } from 'kysely';

/** Inspection tours, their stops, and what came of each visit. A deal is known by its id alone. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table tour (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      title text not null,
      guests jsonb not null,
      first_day date not null,
      last_day date not null,
      start_city text not null,
      end_city text not null,
      limits jsonb not null,
      funding text not null check (funding in ('inviter', 'guest', 'shared')),
      inviter text not null,
      state text not null check (state in ('draft', 'confirmed', 'done', 'cancelled')),
      plan jsonb,
      version integer not null default 1,
      check (first_day <= last_day)
    );
    create index tour_organisation on tour (organisation_id, id desc);
    create table tour_stop (
      id uuid primary key,
      tour_id uuid not null references tour on delete cascade,
      organisation_id uuid references organisation,
      name text,
      city text not null,
      minutes integer not null,
      hours jsonb not null,
      capacity integer,
      must boolean not null,
      wish integer not null,
      languages text[] not null,
      samples text,
      answer text not null default 'none' check (answer in ('none', 'asked', 'confirmed', 'declined')),
      note text,
      outcome text,
      outcome_by text,
      outcome_at timestamptz,
      deal_id uuid,
      check (organisation_id is not null or name is not null),
      check ((outcome is null) = (outcome_at is null))
    );
    create index tour_stop_tour on tour_stop (tour_id, id);
    create index tour_stop_host on tour_stop (organisation_id, id desc) where answer <> 'none';
  `.execute(db);
}

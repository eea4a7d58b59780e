import { sql, type Kysely } from 'kysely';

/** Introductions that members ask for, whom each was put to in turn, and what deals came of them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table introduction (
      id uuid primary key,
      asker_id uuid not null,
      target_id uuid not null,
      purpose text not null,
      state text not null check (state in ('open', 'introduced', 'withdrawn')),
      asked_at timestamptz not null,
      -- The same for every introduction: when it ends unanswered tells nothing of who declined it when.
      expires_at timestamptz not null,
      introduced_at timestamptz,
      check (asker_id <> target_id),
      check ((state = 'introduced') = (introduced_at is not null))
    );
    create index introduction_asker on introduction (asker_id, id);
    create index introduction_pair on introduction (least(asker_id, target_id), greatest(asker_id, target_id), id);

    create table introduction_step (
      introduction_id uuid not null references introduction,
      -- 1 and 2: who passes it on; the last is the one to be introduced to.
      position smallint not null check (position between 1 and 3),
      organisation_id uuid not null,
      asked_at timestamptz not null,
      answer text check (answer in ('passed', 'agreed', 'declined')),
      note text,
      answered_at timestamptz,
      primary key (introduction_id, position),
      unique (organisation_id, introduction_id),
      check ((answer is null) = (answered_at is null))
    );
    create index introduction_step_asked on introduction_step (asked_at) include (organisation_id);

    create table introduction_credit (
      introduction_id uuid not null references introduction,
      deal_id uuid not null,
      stage text not null,
      at timestamptz not null,
      primary key (introduction_id, deal_id)
    );
  `.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** What each of the two says came of a meeting. A deal is known by its id alone. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table gathering_outcome (
      meeting_id uuid not null references gathering_meeting on delete cascade,
      -- The side that says it.
      organisation_id uuid not null,
      gathering_id uuid not null references gathering,
      came text not null check (came in ('met', 'missed')),
      text text not null,
      -- For its own side alone.
      note text,
      next_what text,
      next_who text,
      next_due date,
      deal_id uuid,
      told_by text,
      told_at timestamptz(3) not null,
      primary key (meeting_id, organisation_id),
      check ((next_what is null) = (next_due is null) and (next_what is null) = (next_who is null))
    );
    create index gathering_outcome_gathering on gathering_outcome (gathering_id);
  `.execute(db);
}

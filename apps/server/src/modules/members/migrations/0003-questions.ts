import { sql, type Kysely } from 'kysely';

/** What reviewers ask an applicant and what is answered, files handed in with an answer included. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table application_question (
      application_id uuid not null references membership_application,
      id uuid not null,
      text text not null,
      asked_by text,
      asked_by_name text,
      asked_at timestamptz not null default now(),
      answer text,
      answered_by text,
      answered_by_name text,
      answered_at timestamptz,
      primary key (application_id, id),
      check ((answer is null) = (answered_at is null))
    );
    create index application_question_open on application_question (application_id) where answer is null;

    alter table application_evidence add column question_id uuid;
    alter table application_evidence add foreign key (application_id, question_id) references application_question;
  `.execute(db);
}

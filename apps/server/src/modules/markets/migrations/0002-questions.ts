import { sql, type Kysely } from 'kysely';

/** “Ask a local”: questions of members to the members of a market, and their answers. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table market_question (
      id uuid primary key,
      market text not null references market,
      organisation_id uuid not null,
      person_id text,
      person_name text,
      subject text not null check (subject in ('pack', 'offer', 'other')),
      product_id uuid,
      about text not null,
      text text not null,
      state text not null default 'open' check (state in ('open', 'closed')),
      at timestamptz not null default now()
    );
    create index market_question_market on market_question (market, id desc);
    create index market_question_organisation on market_question (organisation_id, id desc);
    create index market_question_product on market_question (product_id, id desc) where product_id is not null;

    create table market_question_picture (
      question_id uuid not null references market_question,
      position integer not null,
      file_id uuid not null unique references stored_file,
      primary key (question_id, position)
    );

    create table market_answer (
      question_id uuid not null references market_question,
      id uuid not null,
      organisation_id uuid not null,
      person_id text,
      person_name text,
      text text not null,
      habit_id uuid references market_habit,
      at timestamptz not null default now(),
      primary key (question_id, id)
    );
  `.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** Export plans, their versions, the links that open them, and what made them doubtful. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table plan (
      id uuid primary key,
      organisation_id uuid not null,
      product_id uuid not null,
      market text not null,
      state text not null default 'current' check (state in ('current', 'reopened', 'archived')),
      version integer not null default 1,
      -- Of the newest version, so that a list reads no results.
      verdict text not null,
      summary jsonb not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index plan_of_organisation on plan (organisation_id, updated_at desc, id desc);
    create index plan_newest on plan (updated_at desc, id desc);
    create index plan_of_market on plan (market, id) where state <> 'archived';
    create index plan_of_product on plan (product_id, id) where state <> 'archived';

    create table plan_version (
      plan_id uuid not null references plan (id),
      version integer not null,
      input jsonb not null,
      result jsonb not null,
      at timestamptz not null default now(),
      by_user_id text,
      by_name text,
      primary key (plan_id, version)
    );

    create table plan_reopening (
      plan_id uuid not null references plan (id),
      id uuid not null,
      cause text not null check (cause in ('rule', 'product', 'service')),
      subject text not null,
      change text not null,
      at timestamptz not null default now(),
      primary key (plan_id, id)
    );

    create table plan_share (
      plan_id uuid not null references plan (id),
      id uuid not null,
      -- SHA-256 of the token: the link itself is kept nowhere.
      token_hash bytea not null unique,
      audience text not null check (audience in ('link', 'members')),
      costs boolean not null,
      expires_on date not null,
      created_at timestamptz not null default now(),
      by_name text,
      primary key (plan_id, id)
    );
  `.execute(db);
}

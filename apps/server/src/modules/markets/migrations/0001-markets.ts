import { sql, type Kysely } from 'kysely';

/** Markets, their rules and habits with what each said before, charges, exchange rates. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table market (
      code text primary key check (code ~ '^[A-Z]{2}$'),
      names jsonb not null,
      languages text[] not null,
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      continent text not null,
      unions text[] not null
    );

    create table market_rule (
      id uuid primary key,
      code text not null unique,
      area text not null,
      effect text not null check (effect in ('blocks', 'needsDocument', 'label')),
      scope jsonb not null,
      predicate jsonb not null,
      requirement jsonb not null,
      evidence jsonb not null,
      source jsonb not null,
      valid_from date,
      valid_to date,
      confidence text not null check (confidence in ('high', 'medium', 'low')),
      reviewed_by text,
      reviewed_by_name text,
      reviewed_at timestamptz,
      -- What the software brought, as a hash of it; null where it was changed or written here.
      shipped_hash text,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check (valid_from is null or valid_to is null or valid_from <= valid_to)
    );
    create index market_rule_area on market_rule (area, code);

    create table market_habit (
      id uuid primary key,
      -- Only what the software brings has a code.
      code text unique,
      market text not null references market,
      topic text not null check (topic in ('pack', 'gift', 'colour', 'number', 'meeting', 'taste', 'calendar')),
      claim jsonb not null,
      advice jsonb not null,
      scope jsonb not null,
      "check" jsonb,
      source jsonb not null,
      shipped_hash text,
      -- The version since which claim and advice have been as they are: voices before it no longer count.
      wording_version integer not null default 1,
      ended_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index market_habit_market on market_habit (market, topic, id) where ended_at is null;

    create table market_habit_voice (
      habit_id uuid not null references market_habit,
      organisation_id uuid not null,
      voice text not null check (voice in ('confirms', 'contests')),
      note text,
      habit_version integer not null,
      person_id text,
      person_name text,
      at timestamptz not null default now(),
      primary key (habit_id, organisation_id)
    );

    create table market_fact_version (
      fact_id uuid not null,
      version integer not null,
      change text not null check (change in ('added', 'changed', 'ended', 'reviewed')),
      snapshot jsonb not null,
      person_id text,
      person_name text,
      at timestamptz not null default now(),
      -- A review says nothing new of the fact: it stands beside the version it is of.
      primary key (fact_id, version, change)
    );
    create function markets_keep_history() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name; end $$;
    create trigger market_fact_version_append_only before update or delete on market_fact_version
      for each row execute function markets_keep_history();
    create trigger market_fact_version_no_truncate before truncate on market_fact_version
      for each statement execute function markets_keep_history();

    create table market_charge (
      area text not null,
      kind text not null check (kind in ('duty', 'tradeDefence', 'vat', 'excise', 'fee')),
      -- Tells fees of one kind apart; the others have one charge a heading.
      name text not null default '',
      hs text not null check (hs ~ '^([0-9]{2,6})?$'),
      valid_from date not null default '-infinity',
      valid_to date,
      -- Null: there may be one, and it is not known.
      rate jsonb,
      note jsonb not null default '{}',
      source jsonb not null,
      confidence text not null check (confidence in ('high', 'medium', 'low')),
      shipped_hash text,
      primary key (area, kind, name, hs, valid_from)
    );

    create table exchange_rate (
      base text not null check (base ~ '^[A-Z]{3}$'),
      quote text not null check (quote ~ '^[A-Z]{3}$'),
      date date not null,
      rate numeric not null check (rate > 0),
      source text not null,
      approximate boolean not null default false,
      primary key (base, quote, date)
    );
  `.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** Organisations and how they are found, admission, what members offer, the charter. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create extension if not exists pg_trgm;

    create table organisation (
      id uuid primary key,
      kind text not null check (kind in ('secretariat', 'council', 'post', 'association', 'enterprise',
        'merchant', 'provider', 'government', 'observer')),
      state text not null check (state in ('applying', 'admitted', 'refused', 'suspended', 'left')),
      credit_code text,
      registration_number text,
      country text not null,
      continent text not null,
      place_code text,
      city text,
      names jsonb not null,
      descriptions jsonb not null,
      website text,
      founded_year integer,
      employees integer,
      export_licence text,
      languages text[] not null,
      tags text[] not null,
      region text[] not null,
      contact jsonb not null,
      logo_file_id uuid,
      -- Kept by the use cases from the rows of resource, so that a list can be filtered without a join.
      resource_kinds text[] not null default '{}',
      sort_key text not null,
      search tsvector not null,
      search_text text not null,
      admitted_at timestamptz,
      demo boolean not null default false,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    -- A refused or departed record doesn't keep the firm itself from applying.
    create unique index organisation_credit_code on organisation (credit_code)
      where state in ('applying', 'admitted', 'suspended');
    create index organisation_newest on organisation (admitted_at desc, id desc) where state = 'admitted';
    create index organisation_by_name on organisation (sort_key, id) where state = 'admitted';
    create index organisation_kind on organisation (kind, continent, country) where state = 'admitted';
    create index organisation_country on organisation (country, kind) where state = 'admitted';
    create index organisation_place on organisation (place_code text_pattern_ops) where state = 'admitted';
    create index organisation_tags on organisation using gin (tags) where state = 'admitted';
    create index organisation_resource_kinds on organisation using gin (resource_kinds) where state = 'admitted';
    create index organisation_search on organisation using gin (search);
    create index organisation_search_text on organisation using gin (search_text gin_trgm_ops);

    -- Organisations a misspelt query may mean. A function, since only a function can lower the threshold of <% for
    -- itself and still use the index; word_similarity is called once so that the setting is known.
    select word_similarity('a', 'a');
    create function members_like(query text) returns setof uuid
      language sql stable set pg_trgm.word_similarity_threshold = 0.5 as $$
        select id from organisation where state = 'admitted' and query <% search_text limit 1000 $$;

    create table organisation_alias (
      organisation_id uuid not null references organisation,
      id uuid not null,
      text text not null,
      normalised text not null,
      about text not null check (about in ('body', 'person')),
      kind text not null,
      language text,
      source text,
      quote text,
      created_at timestamptz not null default now(),
      primary key (organisation_id, id),
      unique (organisation_id, normalised)
    );
    create index organisation_alias_normalised on organisation_alias (normalised);

    create table resource (
      organisation_id uuid not null references organisation,
      id uuid not null,
      kind text not null check (kind in ('warehouse', 'shop', 'lawyer', 'chef', 'media', 'buyer')),
      country text not null,
      city text not null,
      capacity_amount bigint,
      capacity_unit text,
      temperature_class text check (temperature_class in ('ambient', 'cool', 'chilled', 'frozen')),
      descriptions jsonb not null,
      contact jsonb,
      search tsvector not null,
      demo boolean not null default false,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (organisation_id, id),
      check ((capacity_amount is null) = (capacity_unit is null))
    );
    create index resource_newest on resource (id desc);
    create index resource_kind on resource (kind, id desc);
    create index resource_temperature on resource (temperature_class, id desc);
    create index resource_city on resource (country, lower(city), id desc);
    create index resource_search on resource using gin (search);

    create table membership_application (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      state text not null default 'open' check (state in ('open', 'admitted', 'refused')),
      answers jsonb not null,
      language text not null,
      submitted_by text,
      submitted_at timestamptz not null default now(),
      reason text,
      decided_by text,
      decided_by_name text,
      decided_at timestamptz
    );
    create unique index membership_application_open on membership_application (organisation_id)
      where state = 'open';
    -- One open application a person: two clicks at once make one organisation.
    create unique index membership_application_applicant on membership_application (submitted_by)
      where state = 'open';
    create index membership_application_desk on membership_application (state, id);
    create index membership_application_organisation on membership_application (organisation_id, id);

    create table application_evidence (
      application_id uuid not null references membership_application,
      position integer not null,
      file_id uuid not null unique references stored_file,
      primary key (application_id, position)
    );

    create table organisation_move (
      organisation_id uuid not null references organisation,
      id uuid not null,
      from_state text,
      to_state text not null,
      reason text not null,
      person_id text,
      person_name text,
      at timestamptz not null default now(),
      primary key (organisation_id, id)
    );

    create table affiliation (
      association_id uuid not null references organisation,
      member_id uuid not null references organisation,
      since timestamptz not null default now(),
      primary key (association_id, member_id),
      check (association_id <> member_id)
    );
    create index affiliation_member on affiliation (member_id);

    create table charter_version (
      number integer primary key check (number > 0),
      adopted_on date not null,
      texts jsonb not null,
      published_by text,
      published_at timestamptz not null default now(),
      demo boolean not null default false
    );

    create table founding_signatory (
      id uuid primary key,
      names jsonb not null,
      organisation_id uuid references organisation,
      signed_on date not null,
      charter_number integer not null references charter_version,
      demo boolean not null default false
    );
    create index founding_signatory_by_date on founding_signatory (signed_on, id);

    create function members_keep_history() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name; end $$;
    create trigger organisation_move_append_only before update or delete on organisation_move
      for each row execute function members_keep_history();
    create trigger organisation_move_no_truncate before truncate on organisation_move
      for each statement execute function members_keep_history();
    create trigger charter_version_append_only before update or delete on charter_version
      for each row execute function members_keep_history();
    create trigger charter_version_no_truncate before truncate on charter_version
      for each statement execute function members_keep_history();
  `.execute(db);
}

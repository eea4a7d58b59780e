import { sql, type Kysely } from 'kysely';

/** Hubs and the services between them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table freight_hub (
      id uuid primary key,
      code text not null,
      names jsonb not null,
      kind text not null check (kind in ('city', 'rail-terminal', 'border-crossing', 'airport', 'river-port',
        'seaport', 'warehouse')),
      country text not null,
      latitude double precision not null,
      longitude double precision not null,
      zone text not null,
      unlocode text,
      iata text,
      temperature_classes text[] not null,
      min_transfer_minutes integer not null,
      storage_fen_per_tonne_day integer not null,
      confidence text not null check (confidence in ('published', 'estimated')),
      source jsonb not null,
      state text not null default 'active' check (state in ('active', 'retired')),
      -- Digest of the shipped fact the row was loaded from; null for one that people added.
      shipped text,
      edited boolean not null default false,
      search_text text not null,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint freight_hub_code unique (code)
    );
    create index freight_hub_kind on freight_hub (kind, code);
    create index freight_hub_country on freight_hub (country, code);
    create index freight_hub_unlocode on freight_hub (unlocode) where unlocode is not null;
    create index freight_hub_iata on freight_hub (iata) where iata is not null;
    create index freight_hub_search on freight_hub using gin (search_text gin_trgm_ops);

    create table freight_service (
      id uuid primary key,
      code text not null,
      from_hub_id uuid not null references freight_hub,
      to_hub_id uuid not null references freight_hub,
      mode text not null check (mode in ('rail', 'sea', 'river', 'air', 'road')),
      weekdays smallint[] not null,
      departure text not null,
      duration_minutes integer not null,
      distance_km integer,
      operator text,
      tariff jsonb not null,
      temperature_classes text[] not null,
      batteries boolean not null,
      dangerous boolean not null,
      capacity_kg integer,
      valid_from date not null,
      valid_until date,
      source jsonb not null,
      confidence text not null check (confidence in ('published', 'estimated')),
      schedule_confidence text not null check (schedule_confidence in ('published', 'estimated')),
      price_confidence text not null check (price_confidence in ('published', 'estimated')),
      note text,
      state text not null default 'active' check (state in ('active', 'retired')),
      shipped text,
      edited boolean not null default false,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint freight_service_code unique (code),
      check (from_hub_id <> to_hub_id)
    );
    create index freight_service_from on freight_service (from_hub_id, code);
    create index freight_service_to on freight_service (to_hub_id, code);
    create index freight_service_mode on freight_service (mode, code);
    create index freight_service_confidence on freight_service (confidence, code);`.execute(db);
}

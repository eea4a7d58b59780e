import { sql, type Kysely } from 'kysely';

/** What members want to buy, the products that were held against it, and what buyers said of them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table demand (
      id uuid primary key,
      organisation_id uuid not null,
      market text not null,
      words text not null,
      state text not null default 'open' check (state in ('open', 'closed')),
      open_until date not null,
      -- DemandInput of the contract.
      data jsonb not null,
      version integer not null default 1,
      -- The version that was last held against the products, and when.
      matched_version integer not null default 0,
      matched_at timestamptz,
      -- What is matched of it; null until everything has been shared out since it was matched.
      coverage jsonb,
      created_at timestamptz not null default now()
    );
    create index demand_of on demand (organisation_id, id);
    create index demand_open on demand (open_until, id) where state = 'open';
    create index demand_market on demand (market, id) where state = 'open';

    create table demand_match (
      demand_id uuid not null references demand on delete cascade,
      product_id uuid not null,
      maker_id uuid not null,
      points smallint not null check (points between 0 and 1000),
      reasons jsonb not null,
      blocked jsonb not null,
      -- The goods among which makers stand beside each other: HS heading or category.
      kind text not null,
      -- What a unit was asked for, in fen, for comparing later; null where it isn't known.
      price bigint,
      -- Of the product, in its own unit a month; and how many of these are one unit of the demand. Null: not known.
      capacity bigint,
      factor double precision,
      -- Units a month it gives the demand, as last shared out.
      given bigint not null default 0,
      primary key (demand_id, product_id)
    );
    create index demand_match_product on demand_match (product_id);
    create index demand_match_maker on demand_match (maker_id, demand_id);

    -- Whether anything has changed since all was last shared out, and on which day that was.
    create table matching_state (
      single boolean primary key check (single),
      changed bigint not null,
      shared bigint not null,
      shared_on date
    );

    create table match_answer (
      demand_id uuid not null references demand on delete cascade,
      id uuid not null,
      product_id uuid not null,
      maker_id uuid not null,
      buyer_id uuid not null,
      answer text not null,
      note text,
      price bigint,
      at timestamptz not null default now(),
      primary key (demand_id, id)
    );
    create index match_answer_between on match_answer (buyer_id, maker_id, at);
  `.execute(db);
}

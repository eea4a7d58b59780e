import { sql, type Kysely } from 'kysely';

/** Deals between two members: offers, moves with their evidence, payments, messages. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table deal (
      id uuid primary key,
      kind text not null check (kind in ('intent', 'framework', 'purchase', 'agency', 'service')),
      title text not null,
      market text not null,
      seller_id uuid not null,
      buyer_id uuid not null,
      opened_by uuid not null,
      stage text not null,
      stage_since timestamptz not null,
      owner_side text check (owner_side in ('seller', 'buyer')),
      owner_person text,
      deadline date,
      demand_id uuid,
      introduction_id uuid,
      agreed_offer integer,
      ended_reason text,
      last_active_at timestamptz not null,
      version integer not null default 1,
      check (seller_id <> buyer_id)
    );
    create index deal_seller on deal (seller_id, last_active_at, id);
    create index deal_buyer on deal (buyer_id, last_active_at, id);
    create index deal_active on deal (last_active_at, id);

    create table deal_offer (
      deal_id uuid not null references deal,
      number integer not null,
      side text not null check (side in ('seller', 'buyer')),
      -- OfferTerms of the contract.
      terms jsonb not null,
      total bigint not null,
      currency text not null,
      cny bigint,
      rate text,
      rate_date date,
      state text not null check (state in ('open', 'superseded', 'accepted', 'declined', 'withdrawn')),
      expires_on date not null,
      by_name text,
      at timestamptz not null,
      primary key (deal_id, number)
    );
    -- Whoever is quicker: one open, one accepted.
    create unique index deal_offer_open on deal_offer (deal_id) where state = 'open';
    create unique index deal_offer_accepted on deal_offer (deal_id) where state = 'accepted';

    create table deal_move (
      deal_id uuid not null references deal,
      number integer not null,
      from_stage text,
      to_stage text not null,
      side text,
      organisation_id uuid,
      by_name text,
      evidence text,
      file_id uuid references stored_file (id),
      shipment_id uuid,
      at timestamptz not null,
      primary key (deal_id, number)
    );

    create table deal_payment (
      deal_id uuid not null references deal,
      id uuid not null,
      amount bigint not null check (amount > 0),
      received_on date not null,
      evidence text not null,
      by_name text,
      at timestamptz not null,
      primary key (deal_id, id)
    );

    create table deal_file (
      deal_id uuid not null references deal,
      file_id uuid not null references stored_file (id),
      side text not null,
      primary key (deal_id, file_id)
    );

    create table deal_message (
      deal_id uuid not null references deal,
      id uuid not null,
      side text not null,
      organisation_id uuid not null,
      by_name text,
      text text not null,
      at timestamptz not null,
      primary key (deal_id, id)
    );
    create table deal_message_file (
      deal_id uuid not null,
      message_id uuid not null,
      file_id uuid not null,
      primary key (deal_id, message_id, file_id),
      foreign key (deal_id, message_id) references deal_message,
      foreign key (deal_id, file_id) references deal_file
    );
    -- Up to which message a side has read.
    create table deal_read (
      deal_id uuid not null references deal,
      side text not null,
      until uuid not null,
      primary key (deal_id, side)
    );
  `.execute(db);
}

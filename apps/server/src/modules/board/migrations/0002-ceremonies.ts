import { sql, type Kysely } from 'kysely';

/** Signing ceremonies, and the contracts that wait there to be signed. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table ceremony (
      id uuid primary key,
      names jsonb not null,
      place jsonb not null,
      zone text not null,
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null,
      state text not null check (state in ('draft', 'announced', 'open', 'closed')),
      agenda jsonb not null,
      demo boolean not null default false,
      version integer not null default 1,
      check (ends_at > starts_at)
    );
    create index ceremony_start on ceremony (starts_at, id);

    create table ceremony_slot (
      id uuid primary key,
      ceremony_id uuid not null references ceremony,
      contract_id uuid not null,
      deal_id uuid not null,
      seller_id uuid not null,
      buyer_id uuid not null,
      -- The bytes that both want to sign: once recalled, a contract is another.
      document_sha256 text not null,
      asked_by text not null check (asked_by in ('seller', 'buyer')),
      state text not null check (state in ('asked', 'queued', 'called', 'signed', 'declined', 'withdrawn')),
      position integer,
      seller_shown boolean not null,
      buyer_shown boolean not null,
      asked_at timestamptz(3) not null,
      called_at timestamptz(3),
      signed_at timestamptz(3),
      unique (ceremony_id, contract_id),
      check (state not in ('queued', 'called') or position is not null),
      check ((state = 'signed') = (signed_at is not null))
    );
    -- A contract waits at one ceremony at a time, and a ceremony calls one contract at a time.
    create unique index ceremony_slot_waits on ceremony_slot (contract_id)
      where state in ('asked', 'queued', 'called');
    create unique index ceremony_slot_called on ceremony_slot (ceremony_id) where state = 'called';
    create index ceremony_slot_seller on ceremony_slot (seller_id, id);
    create index ceremony_slot_buyer on ceremony_slot (buyer_id, id);

    create function ceremony_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('ceremony_changed', '');
        return null;
      end $$;
    create trigger ceremony_changed after update on ceremony
      for each statement execute function ceremony_changed();
    create trigger ceremony_changed after insert or update or delete on ceremony_slot
      for each statement execute function ceremony_changed();
  `.execute(db);
}

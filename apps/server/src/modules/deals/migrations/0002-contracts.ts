import { sql, type Kysely } from 'kysely';

/** Contracts of deals and their amendments, who signed what, and the certificates that sealed them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create sequence contract_number;
    create table contract (
      id uuid primary key,
      deal_id uuid not null references deal,
      number text not null unique,
      -- Printed in the code on each page, so that numbers can't be tried one after another.
      verify_code text not null,
      kind text not null,
      language text not null,
      amends_id uuid references contract,
      state text not null check (state in ('draft', 'issued', 'signed')),
      terms jsonb not null,
      version integer not null default 1,
      drafted_at timestamptz not null,
      drafted_by text,
      issued_at timestamptz,
      issued_by text,
      document_sha256 text,
      document_bytes integer,
      sealed_at timestamptz,
      sealed_sha256 text,
      -- Digest of the bytes that the seal signs: by it a changed file is known again.
      seal_digest text,
      check ((state = 'draft') = (document_sha256 is null)),
      check ((state = 'signed') = (sealed_sha256 is not null))
    );
    create unique index contract_of_deal on contract (deal_id) where amends_id is null;
    create index contract_deal on contract (deal_id, id);
    create unique index contract_open_amendment on contract (amends_id) where state <> 'signed';
    create index contract_document on contract (document_sha256);
    create index contract_sealed on contract (sealed_sha256);
    create index contract_seal on contract (seal_digest);

    -- A signature is of bytes: one that was given to a document since recalled stays and counts no more.
    create table contract_signature (
      contract_id uuid not null references contract,
      organisation_id uuid not null,
      document_sha256 text not null,
      user_id text not null,
      name text not null,
      method text not null check (method in ('passkey', 'password')),
      -- For a passkey what shows it: its public key and what it signed.
      evidence jsonb,
      -- Network address, its last part cut off.
      address text not null,
      at timestamptz not null,
      primary key (contract_id, organisation_id, document_sha256)
    );

    -- What a passkey is asked to sign; used once.
    create table contract_challenge (
      id uuid primary key,
      contract_id uuid not null references contract,
      user_id text not null,
      document_sha256 text not null,
      nonce text not null,
      expires_at timestamptz not null
    );
    create index contract_challenge_old on contract_challenge (expires_at);

    create table sealing_certificate (
      fingerprint text primary key,
      der bytea not null,
      used_since timestamptz not null default now()
    );
  `.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** Every signing, and every coming into effect and payment, in a chain of hashes. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table deal_ledger (
      seq bigint primary key check (seq > 0),
      at timestamptz(3) not null,
      deal_id uuid not null references deal,
      contract_id uuid,
      kind text not null check (kind in ('intent', 'framework', 'purchase', 'agency', 'service')),
      tier text not null check (tier in ('intent', 'contract', 'effective', 'paid')),
      -- An amendment's or correction's difference to what was entered before.
      delta boolean not null,
      amount bigint not null,
      currency text not null,
      cny bigint,
      rate text,
      rate_date date,
      seller_id uuid not null,
      buyer_id uuid not null,
      countries text[] not null,
      industry text,
      document_sha256 text check (document_sha256 ~ '^[0-9a-f]{64}$'),
      previous text not null check (previous ~ '^[0-9a-f]{64}$'),
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      check ((cny is null) = (rate is null) and (rate is null) = (rate_date is null)),
      check (delta or amount >= 0)
    );
    -- A deal enters a tier once; after that only differences, one a contract.
    create unique index deal_ledger_once on deal_ledger (deal_id, tier) where not delta;
    create unique index deal_ledger_contract on deal_ledger (contract_id, tier) where contract_id is not null;
  `.execute(db);
}

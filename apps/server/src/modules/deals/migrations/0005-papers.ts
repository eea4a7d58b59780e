import { sql, type Kysely } from 'kysely';

/** Papers of consignments, one of each kind a deal, and what councils answered to those that are applications. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table deal_paper (
      id uuid primary key,
      deal_id uuid not null references deal,
      contract_id uuid not null references contract,
      kind text not null check (kind in ('proforma', 'invoice', 'packingList', 'originApplication', 'carnetApplication')),
      number text not null unique,
      state text not null check (state in ('draft', 'issued', 'submitted', 'returned', 'certified')),
      language text not null,
      currency text not null,
      content jsonb not null,
      version integer not null default 1,
      drafted_at timestamptz not null,
      issued_at timestamptz,
      issued_by text,
      document_sha256 text,
      council_id uuid,
      submitted_at timestamptz,
      answered_at timestamptz,
      answer_note text,
      certificate_number text,
      unique (deal_id, kind),
      check ((state = 'draft') = (document_sha256 is null)),
      check (state not in ('submitted', 'returned', 'certified') or (council_id is not null and submitted_at is not null)),
      check ((state = 'certified') = (certificate_number is not null))
    );
    create index deal_paper_council on deal_paper (council_id, submitted_at desc, id desc) where council_id is not null;
  `.execute(db);
}

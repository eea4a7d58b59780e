import { sql, type Kysely } from 'kysely';

/**
 * A contract whose deal has ended is void: no draft any more, and not to be signed. What was issued keeps its bytes, so
 * that whoever holds them is told.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table contract add column voided_at timestamptz;
    alter table contract drop constraint contract_state_check;
    alter table contract add constraint contract_state_check check (state in ('draft', 'issued', 'signed', 'void'));
    alter table contract drop constraint contract_check;
    alter table contract add constraint contract_document_check
      check (state = 'void' or (state = 'draft') = (document_sha256 is null));
    update contract set state = 'void', voided_at = deal.stage_since, version = contract.version + 1
      from deal where deal.id = contract.deal_id and deal.stage = 'ended' and contract.state in ('draft', 'issued');
    alter table contract add constraint contract_void_check check ((state = 'void') = (voided_at is not null));
  `.execute(db);
}

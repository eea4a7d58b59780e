import { amountOf, type ContractPage } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { missingTerms } from './clauses.ts';
import { amendedBy, contractById, contractsOf, signaturesOf, type Own } from './contract.sql.ts';
import { deltasOf } from './deltas.ts';
import { partiesOf } from './parties.ts';

/** A contract as one of its parties reads it. */
export async function presentContract(
  trx: Db,
  actor: Actor,
  { row, deal, side }: Own,
): Promise<ContractPage> {
  const { seller, buyer } = await partiesOf(trx, deal);
  const signatures = await signaturesOf(trx, row);
  const before = await amendedBy(trx, row);
  const root = row.amends_id === null ? null : await contractById(trx, row.amends_id);
  const others = root === null ? await contractsOf(trx, row.deal_id) : [];
  const signed = signatures.some((one) => one.organisation_id === actor.organisationId);
  return {
    id: row.id,
    dealId: row.deal_id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    amends: root && { id: root.id, number: root.number },
    parties: [
      { organisationId: deal.seller_id, names: seller.names, country: seller.country, side: 'seller' },
      { organisationId: deal.buyer_id, names: buyer.names, country: buyer.country, side: 'buyer' },
    ],
    terms: row.terms,
    amountMinor: amountOf(row.terms),
    deltas: before ? deltasOf(before.terms, row.terms, actor.language) : [],
    missing: missingTerms(row.kind, row.terms),
    documentSha256: row.document_sha256,
    issuedAt: row.issued_at?.toISOString() ?? null,
    signatures: signatures.map((one) => ({
      organisationId: one.organisation_id,
      name: one.name,
      at: one.at.toISOString(),
      method: one.method,
    })),
    sealedSha256: row.sealed_sha256,
    sealedAt: row.sealed_at?.toISOString() ?? null,
    voidedAt: row.voided_at?.toISOString() ?? null,
    side,
    maySign:
      row.state === 'issued' &&
      !signed &&
      actor.scopes === null &&
      (actor.organisationRole === 'owner' || actor.organisationRole === 'admin'),
    amendments: others
      .filter(({ amends_id }) => amends_id !== null)
      .map(({ id, number, state }) => ({ id, number, state })),
    version: row.version,
  };
}

import type { Db } from '../../../platform/db/database.ts';
import { deals, type Kind } from '../tables.ts';
import { contracts, type ContractRow } from './tables.ts';

/** What whoever leads parties to a signature has to know of a contract: nothing of its terms. */
export interface Signing {
  contractId: string;
  number: string;
  dealId: string;
  kind: Kind;
  market: string;
  sellerId: string;
  buyerId: string;
  state: ContractRow['state'];
  /** Digest of the bytes to be signed; null for a draft. */
  documentSha256: string | null;
  sealedAt: Date | null;
  /** Organisations that have signed these bytes. */
  signedBy: string[];
  /** Its deal was ended, so nobody signs it any more. */
  ended: boolean;
}

/**
 * Contracts on their way to be signed, by id; ids of none are left out.
 * @param options.hold waits for signatures under way, and keeps others waiting until the transaction ends
 */
export async function signingOf(
  db: Db,
  ids: readonly string[],
  options: { hold: boolean } = { hold: false },
): Promise<Map<string, Signing>> {
  if (ids.length === 0) return new Map();
  const rows = await contracts(db)
    .selectFrom('contract')
    .select(['id', 'number', 'deal_id', 'state', 'document_sha256', 'sealed_at'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .$if(options.hold, (query) => query.forShare())
    .execute();
  if (rows.length === 0) return new Map();
  const of = await deals(db)
    .selectFrom('deal')
    .select(['id', 'kind', 'market', 'seller_id', 'buyer_id', 'stage'])
    .where('id', 'in', [...new Set(rows.map((row) => row.deal_id))])
    .execute();
  const signatures = await contracts(db)
    .selectFrom('contract_signature')
    .select(['contract_id', 'organisation_id', 'document_sha256'])
    .where(
      'contract_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  const byId = new Map(of.map((deal) => [deal.id, deal]));
  return new Map(
    rows.map((row) => {
      const deal = byId.get(row.deal_id)!;
      return [
        row.id,
        {
          contractId: row.id,
          number: row.number,
          dealId: row.deal_id,
          kind: deal.kind,
          market: deal.market,
          sellerId: deal.seller_id,
          buyerId: deal.buyer_id,
          state: row.state,
          documentSha256: row.document_sha256,
          sealedAt: row.sealed_at,
          signedBy: signatures
            .filter((one) => one.contract_id === row.id && one.document_sha256 === row.document_sha256)
            .map((one) => one.organisation_id),
          ended: deal.stage === 'ended',
        },
      ];
    }),
  );
}

import type { Db } from '../../../platform/db/database.ts';
import { amendedBy, contractById, type Own } from './contract.sql.ts';
import type { DocumentInput } from './document.ts';
import { partiesOf } from './parties.ts';
import type { ContractRow } from './tables.ts';

/** Where a contract's code leads. */
export const verifyAddress = (publicUrl: string, row: Pick<ContractRow, 'number' | 'verify_code'>): string =>
  `${publicUrl}/verify?${new URLSearchParams({ number: row.number, code: row.verify_code })}`;

/** What a contract's paper says, as far as it isn't said how it stands. */
export async function documentInput(
  trx: Db,
  { row, deal }: Own,
  publicUrl: string,
): Promise<Omit<DocumentInput, 'draft' | 'at'>> {
  const before = await amendedBy(trx, row);
  const root = row.amends_id === null ? null : await contractById(trx, row.amends_id);
  return {
    number: row.number,
    edition: row.version,
    kind: row.kind,
    terms: row.terms,
    ...(await partiesOf(trx, deal)),
    amends:
      before && root
        ? { number: before.number, terms: before.terms, documentSha256: before.document_sha256! }
        : null,
    verifyAddress: verifyAddress(publicUrl, row),
  };
}

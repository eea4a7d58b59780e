import type { Db } from '../../../platform/db/database.ts';
import { partiesOf } from '../contracts/parties.ts';
import { boundBy, type ReadPaper } from './paper.sql.ts';
import { shownTotals } from './present.ts';
import type { PaperInput } from './document.ts';
import type { IssuedAs } from './tables.ts';

/** What an issued paper keeps of contract and parties, so that it stays what it was whatever becomes of them. */
export const asIssued = ({ contract, incoterm, payment, seller, buyer }: IssuedAs): IssuedAs => ({
  contract,
  incoterm,
  payment,
  seller,
  buyer,
});

/** What a paper says, however it is put out. */
export async function paperInput(
  trx: Db,
  { row, deal }: Pick<ReadPaper, 'row' | 'deal'>,
): Promise<Omit<PaperInput, 'draft' | 'at'>> {
  const { contract, terms } = (await boundBy(trx, deal.id))!;
  return {
    kind: row.kind,
    number: row.number,
    edition: row.version,
    contract: contract.number,
    language: row.language,
    currency: row.currency,
    incoterm: terms.incoterm && `${terms.incoterm} ${terms.place ?? ''}`.trim(),
    payment: terms.payment,
    content: row.content,
    totals: shownTotals(row),
    ...(await partiesOf(trx, deal)),
    ...row.issued_as,
  };
}

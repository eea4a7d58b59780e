import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { QueryOf, Verified, verifyNumber as numberEndpoint } from '@jiechuan/contract';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { fileProblems } from '../../../platform/files/files.ts';
import type { Upload } from '../../../platform/http/upload.ts';
import { checkSeal } from '../../../platform/seal/index.ts';
import { namesOf } from '../../members/index.ts';
import { deals } from '../tables.ts';
import { signaturesOf } from './contract.sql.ts';
import { contracts, type ContractRow } from './tables.ts';

const nothing = (state: Verified['state']): Verified => ({ state, contract: null });

/**
 * What a file is. Only who holds a document as it was signed reads from us whose it is; of a changed one the number is told,
 * which stands in it. The file is read and not kept.
 */
export async function verifyDocument(trx: Db, upload: Upload): Promise<Verified> {
  const file = await buffer(upload.content);
  if (file.length === 0) throw new Problem(fileProblems.empty, { name: upload.name });
  const digest = createHash('sha256').update(file).digest('hex');
  const sealed = await by(trx, 'sealed_sha256', digest);
  if (sealed) return present(trx, 'unchanged', sealed, true);
  const document = await by(trx, 'document_sha256', digest);
  if (document)
    return present(trx, document.state === 'signed' ? 'unsealed' : unsigned(document), document, true);
  const found = checkSeal(file, await ourCertificates(trx));
  if (found.seal === 'none') return nothing('unknown');
  if (!('digest' in found)) return nothing(found.seal);
  const was = await by(trx, 'seal_digest', found.digest);
  // Sealed by us and whole, and yet not the file that was kept: bytes inside the signature's own place are others.
  const state = found.seal === 'whole' ? 'changed' : found.seal;
  return was ? present(trx, state, was, false) : nothing('unknown');
}

/** What the code on a page says. Without its secret part nothing: numbers can't be tried. */
export async function verifyNumber(trx: Db, query: QueryOf<typeof numberEndpoint>): Promise<Verified> {
  const row = await by(trx, 'number', query.number);
  if (!row || row.document_sha256 === null || !same(row.verify_code, query.code)) return nothing('unknown');
  return present(trx, row.state === 'signed' ? 'unchanged' : unsigned(row), row, false);
}

const unsigned = ({ state }: ContractRow) => (state === 'void' ? 'void' : 'unsigned');

const same = (one: string, other: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
};

const by = (
  trx: Db,
  column: 'sealed_sha256' | 'document_sha256' | 'seal_digest' | 'number',
  value: string,
): Promise<ContractRow | undefined> =>
  contracts(trx).selectFrom('contract').selectAll().where(column, '=', value).executeTakeFirst();

async function ourCertificates(trx: Db): Promise<X509Certificate[]> {
  const rows = await contracts(trx).selectFrom('sealing_certificate').select('der').limit(100).execute();
  return rows.map(({ der }) => new X509Certificate(der));
}

async function present(
  trx: Db,
  state: Verified['state'],
  row: ContractRow,
  holder: boolean,
): Promise<Verified> {
  const later = await contracts(trx)
    .selectFrom('contract')
    .select('id')
    .where('amends_id', '=', row.amends_id ?? row.id)
    .where('state', '=', 'signed')
    .where('id', '>', row.id)
    .limit(1)
    .executeTakeFirst();
  const signatures = await signaturesOf(trx, row);
  return {
    state,
    contract: {
      number: row.number,
      kind: row.kind,
      issuedAt: row.issued_at!.toISOString(),
      sealedAt: row.sealed_at?.toISOString() ?? null,
      documentSha256: row.document_sha256!,
      sealedSha256: row.sealed_sha256,
      amended: later !== undefined,
      parties: holder ? await partyNames(trx, row.deal_id) : null,
      signatures: signatures.map(({ at, method }) => ({ at: at.toISOString(), method })),
    },
  };
}

async function partyNames(trx: Db, dealId: string): Promise<Record<string, string>[]> {
  const deal = await deals(trx)
    .selectFrom('deal')
    .select(['seller_id', 'buyer_id'])
    .where('id', '=', dealId)
    .executeTakeFirstOrThrow();
  const names = await namesOf(trx, [deal.seller_id, deal.buyer_id]);
  return [names.get(deal.seller_id) ?? {}, names.get(deal.buyer_id) ?? {}];
}

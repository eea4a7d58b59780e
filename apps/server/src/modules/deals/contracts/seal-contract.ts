import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { checkSeal, sealPdf } from '../../../platform/seal/index.ts';
import { namesOf } from '../../members/index.ts';
import { lockDeal } from '../deal.sql.ts';
import { enterAmendment } from '../ledger/enter-stage.ts';
import { advanceDeal } from '../move-deal.ts';
import { owedOf } from '../owed.ts';
import { payWhole } from '../pay-whole.ts';
import { printCertificate, type CertificateEvent } from './certificate.ts';
import type { Own } from './contract.sql.ts';
import { bothNames } from './document.ts';
import { verifyAddress } from './document-input.ts';
import type { ContractsGround } from './ground.ts';
import { contractsProblems } from './problems.ts';
import { contracts, type ContractRow, type SignatureRow } from './tables.ts';

/**
 * Seals what both have signed: the document's own bytes, its certificate page and the seal in one file. The file lies in the
 * store under its digest before its row says so; one whose transaction came to nothing is named by no row.
 */
export async function sealContract(
  trx: Db,
  actor: Actor,
  { row, deal }: Own,
  signatures: readonly SignatureRow[],
  ground: ContractsGround,
): Promise<ContractRow> {
  const { files, config, events } = ground;
  const before = (await owedOf(trx, [deal.id])).get(deal.id);
  const document = await files.read('contract', row.document_sha256!);
  if (!document) throw new Problem(contractsProblems.fileLost);
  const key = await ground.sealingKey();
  const at = new Date();
  const certificatePage = printCertificate({
    number: row.number,
    language: row.language,
    documentSha256: row.document_sha256!,
    bytes: document.length,
    events: await timeline(trx, row, signatures, at),
    verifyAddress: verifyAddress(config.publicUrl, row),
    at,
  });
  const sealed = await sealPdf(document, {
    certificatePage,
    key,
    at,
    reason: row.number,
    name: '借船 Jiechuan',
  });
  const found = checkSeal(sealed, [key.certificate]);
  if (found.seal !== 'whole') throw new Error(`a new seal is ${found.seal}`);
  await contracts(trx)
    .insertInto('sealing_certificate')
    .values({ fingerprint: key.certificate.fingerprint256, der: key.certificate.raw })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const done = await contracts(trx)
    .updateTable('contract')
    .set({
      state: 'signed',
      sealed_at: at,
      sealed_sha256: await files.keep('contract', sealed),
      seal_digest: found.digest,
      version: sql<number>`version + 1`,
    } as never)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action: 'contracts.sealContract',
    subjectKind: 'contract',
    subjectId: row.id,
    before: { state: row.state },
    after: { state: 'signed', sealedSha256: done.sealed_sha256 },
  });
  const paper = { contractId: row.id, sha256: done.sealed_sha256! };
  if (row.amends_id === null && deal.stage === 'contract')
    await advanceDeal(
      trx,
      actor,
      { dealId: deal.id, to: 'signed', evidence: `${row.number} · ${done.sealed_sha256}`, paper },
      events,
    );
  if (row.amends_id !== null && before) {
    await enterAmendment(trx, deal, before, paper);
    // What was paid already may be all that is owed now.
    await payWhole(trx, actor, await lockDeal(trx, deal.id), events);
  }
  return done;
}

async function timeline(
  trx: Db,
  row: ContractRow,
  signatures: readonly SignatureRow[],
  sealedAt: Date,
): Promise<CertificateEvent[]> {
  const names = await namesOf(
    trx,
    signatures.map((one) => one.organisation_id),
  );
  const plain = (at: Date, what: CertificateEvent['what'], who: string | null): CertificateEvent => ({
    at,
    what,
    who: [who ?? '–'],
    method: null,
    address: null,
  });
  return [
    plain(row.drafted_at, 'drafted', row.drafted_by),
    plain(row.issued_at!, 'issued', row.issued_by),
    ...signatures.map((one) => ({
      at: one.at,
      what: 'signed' as const,
      who: bothNames(names.get(one.organisation_id) ?? {}, row.language).map(
        (name) => `${one.name} · ${name}`,
      ),
      method: one.method,
      address: one.address,
    })),
    plain(sealedAt, 'sealed', '借船 Jiechuan'),
  ];
}

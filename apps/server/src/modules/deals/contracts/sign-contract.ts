import type { IncomingHttpHeaders } from 'node:http';
import type { BodyOf, ContractPage, signContract as endpoint } from '@jiechuan/contract';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { cutAddress } from './certificate.ts';
import { signaturesOf } from './contract.sql.ts';
import type { ContractsGround } from './ground.ts';
import { challengeOf, toSign } from './prepare-signing.ts';
import { presentContract } from './present.ts';
import { contractsProblems } from './problems.ts';
import { sealContract } from './seal-contract.ts';
import { contracts } from './tables.ts';
import { tellOfContract } from './tell-of-contract.ts';

type Proof = BodyOf<typeof endpoint>['proof'];
export interface Signing {
  id: string;
  documentSha256: string;
  proof: Proof;
  headers: IncomingHttpHeaders;
}

/**
 * Signs the bytes that were shown in the name of the actor's organisation. With the second of the two the document is
 * sealed, the deal moves on and the ledger gets its line, all or nothing; the other is told by mail, once it is sealed both. Again is no harm: a party signs once.
 * @throws Problem platform.notFound, contracts.keysDoNotSign, contracts.notASignatory, contracts.voided, contracts.notIssued,
 * contracts.otherDocument, contracts.secondStepNeeded, contracts.proofRefused, contracts.passkeyRefused,
 * contracts.challengeGone, contracts.tooManyTries
 */
export async function signContract(
  trx: Db,
  actor: Actor,
  input: Signing,
  ground: ContractsGround,
): Promise<ContractPage> {
  // Locked, its deal too: of two signatures at once the later finds the earlier, and seals; what ends at the same moment is
  // ended before or can't be ended any more.
  const own = await toSign(trx, actor, input.id, { lock: true });
  const { row, deal, userId, documentSha256 } = own;
  if (input.documentSha256 !== documentSha256) throw new Problem(contractsProblems.otherDocument);
  const given = await signaturesOf(trx, row);
  if (given.some((one) => one.organisation_id === actor.organisationId))
    return presentContract(trx, actor, own);
  const evidence = await prove(trx, { ...input, userId }, ground);
  const at = new Date();
  await contracts(trx)
    .insertInto('contract_signature')
    .values({
      contract_id: row.id,
      organisation_id: actor.organisationId!,
      document_sha256: documentSha256,
      user_id: userId,
      name: actor.userName ?? '',
      method: input.proof.method,
      evidence: evidence && JSON.stringify(evidence),
      address: cutAddress(actor.ip),
      at,
    })
    .execute();
  await recordAudit(trx, actor, {
    action: 'contracts.signContract',
    subjectKind: 'contract',
    subjectId: row.id,
    before: null,
    after: { documentSha256, method: input.proof.method },
  });
  const signatures = await signaturesOf(trx, row);
  const signers = new Set(signatures.map((one) => one.organisation_id));
  if (!signers.has(deal.seller_id) || !signers.has(deal.buyer_id)) {
    await tellOfContract(trx, actor, own, 'signed', ground);
    return presentContract(trx, actor, own);
  }
  const sealed = await sealContract(trx, actor, own, signatures, ground);
  await tellOfContract(trx, actor, own, 'sealed', ground);
  return presentContract(trx, actor, { ...own, row: sealed });
}

async function prove(
  trx: Db,
  { id, documentSha256, proof, headers, userId }: Signing & { userId: string },
  { proofs }: ContractsGround,
): Promise<object | null> {
  if (proof.method === 'password') {
    if (!(await proofs.hasSecondStep(trx, userId))) throw new Problem(contractsProblems.secondStepNeeded);
    const { password, code } = proof;
    const { proved, wait } = await proofs.byPassword(headers, { userId, password, code });
    if (wait !== undefined)
      throw new Problem(contractsProblems.tooManyTries, { minutes: Math.ceil(wait / 60) });
    if (!proved) throw new Problem(contractsProblems.proofRefused);
    return null;
  }
  const challenge = await contracts(trx)
    .deleteFrom('contract_challenge')
    .where('id', '=', proof.challengeId)
    .where('contract_id', '=', id)
    .where('user_id', '=', userId)
    .where('document_sha256', '=', documentSha256)
    .where('expires_at', '>', new Date())
    .returningAll()
    .executeTakeFirst();
  if (!challenge) throw new Problem(contractsProblems.challengeGone);
  const answer = proof.answer as AuthenticationResponseJSON;
  const evidence = await proofs.byPasskey(trx, {
    userId,
    challenge: challengeOf(id, documentSha256, challenge.nonce),
    answer,
  });
  if (!evidence) throw new Problem(contractsProblems.passkeyRefused);
  return { ...evidence, nonce: challenge.nonce };
}

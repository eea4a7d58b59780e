import { createHash, randomBytes } from 'node:crypto';
import type { prepareSigning as endpoint, ResponseOf } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { ownContract, type Own } from './contract.sql.ts';
import type { ContractsGround } from './ground.ts';
import { contractsProblems } from './problems.ts';
import { contracts } from './tables.ts';

const goodForMs = 5 * 60_000;

/**
 * What a passkey is asked to sign: a digest over the contract, its bytes' digest and a number used once. So the passkey's
 * signature is one of this document, and can be held against it for good.
 */
export const challengeOf = (contractId: string, documentSha256: string, nonce: string): string =>
  createHash('sha256').update(`jiechuan:sign:${contractId}:${documentSha256}:${nonce}`).digest('base64url');

/**
 * A contract that this person may sign in their organisation's name.
 * @throws Problem platform.notFound, contracts.keysDoNotSign, contracts.notASignatory, contracts.voided, contracts.notIssued
 */
export async function toSign(
  trx: Db,
  actor: Actor,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<Own & { userId: string; documentSha256: string }> {
  const own = await ownContract(trx, actor, id, options);
  if (actor.scopes !== null) throw new Problem(contractsProblems.keysDoNotSign);
  const { userId, organisationRole } = actor;
  if (userId === null || (organisationRole !== 'owner' && organisationRole !== 'admin'))
    throw new Problem(contractsProblems.notASignatory);
  if (own.row.state === 'void') throw new Problem(contractsProblems.voided, { number: own.row.number });
  const documentSha256 = own.row.document_sha256;
  if (documentSha256 === null) throw new Problem(contractsProblems.notIssued, { number: own.row.number });
  return { ...own, userId, documentSha256 };
}

/** How the person can sign now; a passkey's challenge is good for five minutes and once. */
export async function prepareSigning(
  trx: Db,
  actor: Actor,
  id: string,
  { proofs }: Pick<ContractsGround, 'proofs'>,
): Promise<ResponseOf<typeof endpoint>> {
  const { userId, documentSha256 } = await toSign(trx, actor, id);
  const now = Date.now();
  await contracts(trx)
    .deleteFrom('contract_challenge')
    .where((where) =>
      where.or([
        where('expires_at', '<', new Date(now)),
        where.and([where('contract_id', '=', id), where('user_id', '=', userId)]),
      ]),
    )
    .execute();
  const passkeys = await proofs.passkeysOf(trx, userId);
  const password = await proofs.hasSecondStep(trx, userId);
  if (passkeys.length === 0) return { documentSha256, passkey: null, password };
  const challengeId = v7();
  const nonce = randomBytes(24).toString('base64url');
  await contracts(trx)
    .insertInto('contract_challenge')
    .values({
      id: challengeId,
      contract_id: id,
      user_id: userId,
      document_sha256: documentSha256,
      nonce,
      expires_at: new Date(now + goodForMs),
    })
    .execute();
  return {
    documentSha256,
    password,
    passkey: {
      challengeId,
      options: {
        challenge: challengeOf(id, documentSha256, nonce),
        rpId: proofs.rpId,
        timeout: goodForMs,
        userVerification: 'required',
        allowCredentials: passkeys.map((key) => ({ type: 'public-key', ...key })),
      },
    },
  };
}

import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { ownContract } from './contract.sql.ts';
import { printContract } from './document.ts';
import { documentInput } from './document-input.ts';
import type { ContractsGround } from './ground.ts';
import { contractsProblems } from './problems.ts';

/**
 * A contract's paper: a draft as it would be, marked as one; else the very bytes that are signed, or sealed.
 * @throws Problem platform.notFound, contracts.fileLost
 */
export async function showDocument(
  trx: Db,
  actor: Actor,
  id: string,
  reply: FastifyReply,
  { files, config }: Pick<ContractsGround, 'files' | 'config'>,
): Promise<Readable> {
  const own = await ownContract(trx, actor, id);
  const { row } = own;
  reply.header('content-disposition', `inline; filename="${row.number}.pdf"`);
  reply.header('cache-control', 'private, no-store');
  const digest = row.sealed_sha256 ?? row.document_sha256;
  if (digest === null) {
    const input = await documentInput(trx, own, config.publicUrl);
    return Readable.from([printContract({ ...input, draft: true, at: row.drafted_at })]);
  }
  const kept = await files.read('contract', digest);
  if (!kept) throw new Problem(contractsProblems.fileLost);
  return Readable.from([kept]);
}

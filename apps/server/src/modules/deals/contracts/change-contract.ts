import type { ContractPage, ContractTerms } from '@jiechuan/contract';
import { sql, type Updateable } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { advanceDeal } from '../move-deal.ts';
import { missingTerms } from './clauses.ts';
import { amendedBy, ownContract, type Own } from './contract.sql.ts';
import { deltasOf } from './deltas.ts';
import { printContract } from './document.ts';
import { documentInput } from './document-input.ts';
import type { ContractsGround } from './ground.ts';
import { presentContract } from './present.ts';
import { contractsProblems } from './problems.ts';
import { tellOfContract } from './tell-of-contract.ts';
import { contracts, type ContractRow } from './tables.ts';

/** A contract to change, in the version that was read. @throws Problem platform.notFound, platform.staleVersion, contracts.voided */
async function toChange(trx: Db, actor: Actor, id: string, expectedVersion: number): Promise<Own> {
  const own = await ownContract(trx, actor, id, { lock: true });
  if (own.row.version !== expectedVersion)
    throw new Problem(problems.staleVersion, { current: own.row.version });
  if (own.row.state === 'void') throw new Problem(contractsProblems.voided, { number: own.row.number });
  return own;
}

async function save(
  trx: Db,
  actor: Actor,
  own: Own,
  action: string,
  change: Partial<Omit<ContractRow, 'terms' | 'version'>> & { terms?: string },
): Promise<Own> {
  const row = await contracts(trx)
    .updateTable('contract')
    .set({ ...(change as Updateable<ContractRow>), version: sql<number>`version + 1` } as never)
    .where('id', '=', own.row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action,
    subjectKind: 'contract',
    subjectId: row.id,
    before: { state: own.row.state, version: own.row.version, documentSha256: own.row.document_sha256 },
    after: { state: row.state, version: row.version, documentSha256: row.document_sha256 },
  });
  return { ...own, row };
}

/** Changes a draft's terms. @throws Problem as `toChange`, contracts.notADraft */
export async function updateContract(
  trx: Db,
  actor: Actor,
  input: { id: string; expectedVersion: number; terms: ContractTerms },
): Promise<ContractPage> {
  const own = await toChange(trx, actor, input.id, input.expectedVersion);
  const { row } = own;
  if (row.state !== 'draft') throw new Problem(contractsProblems.notADraft, { number: row.number });
  // An amendment speaks of the contract's money in the contract's languages.
  const terms =
    row.amends_id === null
      ? input.terms
      : { ...input.terms, currency: row.terms.currency, language: row.terms.language };
  const saved = await save(trx, actor, own, 'contracts.updateContract', {
    terms: JSON.stringify(terms),
    language: terms.language,
  });
  return presentContract(trx, actor, saved);
}

/**
 * Fixes a draft: its bytes are made once and kept under their digest, and these are what both sign. The other party is told
 * by mail.
 * @throws Problem as `toChange`, contracts.notADraft, contracts.incomplete, contracts.nothingAmended
 */
export async function issueContract(
  trx: Db,
  actor: Actor,
  { id, expectedVersion }: { id: string; expectedVersion: number },
  ground: ContractsGround,
): Promise<ContractPage> {
  const own = await toChange(trx, actor, id, expectedVersion);
  const { row, deal } = own;
  if (row.state !== 'draft') throw new Problem(contractsProblems.notADraft, { number: row.number });
  const missing = missingTerms(row.kind, row.terms);
  if (missing.length > 0) {
    const named = missing.map((term) => message(actor.language, `contracts.term.${term}`));
    throw new Problem(contractsProblems.incomplete, { terms: named.join(', ') });
  }
  const before = await amendedBy(trx, row);
  if (before && deltasOf(before.terms, row.terms, 'en').length === 0)
    throw new Problem(contractsProblems.nothingAmended);
  const now = new Date();
  const document = printContract({
    ...(await documentInput(trx, own, ground.config.publicUrl)),
    draft: false,
    at: now,
  });
  const digest = await ground.files.keep('contract', document);
  const issued = await save(trx, actor, own, 'contracts.issueContract', {
    state: 'issued',
    issued_at: now,
    issued_by: actor.userName,
    document_sha256: digest,
    document_bytes: document.length,
  });
  if (row.amends_id === null && deal.stage === 'agreed')
    await advanceDeal(
      trx,
      actor,
      { dealId: deal.id, to: 'contract', evidence: `${row.number} · ${digest}` },
      ground.events,
    );
  await tellOfContract(trx, actor, issued, 'issued', ground);
  return presentContract(trx, actor, issued);
}

/**
 * Makes an issued contract a draft again. Who has signed it has signed other bytes, and signs anew.
 * @throws Problem as `toChange`, contracts.alreadySigned, contracts.notIssued
 */
export async function recallContract(
  trx: Db,
  actor: Actor,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<ContractPage> {
  const own = await toChange(trx, actor, id, expectedVersion);
  const { state, number } = own.row;
  if (state === 'signed') throw new Problem(contractsProblems.alreadySigned, { number });
  if (state === 'draft') throw new Problem(contractsProblems.notIssued, { number });
  const saved = await save(trx, actor, own, 'contracts.recallContract', {
    state: 'draft',
    issued_at: null,
    issued_by: null,
    document_sha256: null,
    document_bytes: null,
  });
  return presentContract(trx, actor, saved);
}

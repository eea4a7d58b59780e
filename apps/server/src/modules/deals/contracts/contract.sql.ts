import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { dealToChange, sideOf } from '../deal.sql.ts';
import { deals, type DealRow, type Side } from '../tables.ts';
import { contracts, type ContractRow, type SignatureRow } from './tables.ts';

/** A contract, its deal, and which side of it the actor is. */
export interface Own {
  row: ContractRow;
  deal: DealRow;
  side: Side;
}

/** A deal of the actor's own organisation. @throws Problem platform.notFound */
export async function ownDeal(trx: Db, actor: Actor, id: string): Promise<{ deal: DealRow; side: Side }> {
  const deal = await deals(trx).selectFrom('deal').selectAll().where('id', '=', id).executeTakeFirst();
  const side = deal ? sideOf(deal, actor.organisationId) : null;
  if (!deal || side === null) throw new Problem(problems.notFound);
  return { deal, side };
}

/**
 * A contract of the actor's own organisation; where it is to be changed it is locked, its deal before it, as by whoever
 * ends the deal: of two at once one waits for the other.
 * @throws Problem platform.notFound
 */
export async function ownContract(
  trx: Db,
  actor: Actor,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<Own> {
  if (options.lock) {
    const named = await contracts(trx)
      .selectFrom('contract')
      .select('deal_id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!named) throw new Problem(problems.notFound);
    await dealToChange(trx, actor, named.deal_id);
  }
  const row = await contracts(trx)
    .selectFrom('contract')
    .selectAll()
    .where('id', '=', id)
    .$if(options.lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return { row, ...(await ownDeal(trx, actor, row.deal_id)) };
}

/** A contract that something refers to. */
export const contractById = (trx: Db, id: string): Promise<ContractRow> =>
  contracts(trx).selectFrom('contract').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** A deal's contract and its amendments, the contract first. */
export const contractsOf = (trx: Db, dealId: string): Promise<ContractRow[]> =>
  contracts(trx)
    .selectFrom('contract')
    .selectAll()
    .where('deal_id', '=', dealId)
    .orderBy('id')
    .limit(100)
    .execute();

/** Signatures under the bytes that a contract has now, in the order they were given. */
export async function signaturesOf(trx: Db, row: ContractRow): Promise<SignatureRow[]> {
  if (row.document_sha256 === null) return [];
  return contracts(trx)
    .selectFrom('contract_signature')
    .selectAll()
    .where('contract_id', '=', row.id)
    .where('document_sha256', '=', row.document_sha256)
    .orderBy('at')
    .execute();
}

/**
 * What an amendment changes: the terms as the contract and the amendments signed before it leave them. Null for a contract.
 */
export async function amendedBy(trx: Db, row: ContractRow): Promise<ContractRow | null> {
  if (row.amends_id === null) return null;
  const before = await contracts(trx)
    .selectFrom('contract')
    .selectAll()
    .where((where) => where.or([where('id', '=', row.amends_id), where('amends_id', '=', row.amends_id)]))
    .where('state', '=', 'signed')
    .where('id', '<', row.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return before ?? null;
}

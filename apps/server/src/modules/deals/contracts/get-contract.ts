import {
  amountOf,
  type ContractPage,
  type listContracts as listEndpoint,
  type ResponseOf,
} from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { contractsOf, ownContract, ownDeal } from './contract.sql.ts';
import { presentContract } from './present.ts';

/** @throws Problem platform.notFound, also where it is between others */
export const getContract = async (trx: Db, actor: Actor, id: string): Promise<ContractPage> =>
  presentContract(trx, actor, await ownContract(trx, actor, id));

/** A deal's contract and its amendments. @throws Problem platform.notFound */
export async function listContracts(
  trx: Db,
  actor: Actor,
  dealId: string,
): Promise<ResponseOf<typeof listEndpoint>> {
  await ownDeal(trx, actor, dealId);
  const rows = await contractsOf(trx, dealId);
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return {
    items: rows.map((row) => ({
      id: row.id,
      number: row.number,
      kind: row.kind,
      state: row.state,
      amends: row.amends_id === null ? null : { id: row.amends_id, number: numbers.get(row.amends_id)! },
      amountMinor: amountOf(row.terms),
      sealedAt: row.sealed_at?.toISOString() ?? null,
    })),
  };
}

import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { DealRow } from '../tables.ts';
import { tellBoth, tellOther } from '../tell-other.ts';
import type { ContractsGround } from './ground.ts';
import type { ContractRow } from './tables.ts';

/** Writes to the other party that a contract was issued or signed, to both that it is sealed: the way to it, never its terms. */
export async function tellOfContract(
  trx: Db,
  actor: Actor,
  { row, deal }: { row: ContractRow; deal: DealRow },
  what: 'issued' | 'signed' | 'sealed',
  ground: ContractsGround,
): Promise<void> {
  const more = {
    params: { number: row.number },
    path: row.amends_id === null ? '/contract' : `/contract?${new URLSearchParams({ show: row.id })}`,
  };
  if (what === 'sealed') await tellBoth(trx, deal, () => 'deals.sealed', ground, more);
  else await tellOther(trx, actor, deal, `deals.${what}`, ground, more);
}

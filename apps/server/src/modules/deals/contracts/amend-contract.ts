import type { ContractPage } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { contractById, contractsOf, ownContract } from './contract.sql.ts';
import { insertContract } from './draft-contract.ts';
import { presentContract } from './present.ts';
import { contractsProblems } from './problems.ts';

const mostAmendments = 99;

/**
 * Drafts an amendment of a signed contract, beginning with its terms as they stand. Of two at once one is drafted.
 * @throws Problem platform.notFound, contracts.notSignedYet, contracts.amendmentOpen, contracts.tooManyAmendments
 */
export async function amendContract(trx: Db, actor: Actor, id: string): Promise<ContractPage> {
  const asked = await ownContract(trx, actor, id);
  // An amendment's amendment is the contract's next one.
  const rootId = asked.row.amends_id ?? asked.row.id;
  const own = await ownContract(trx, actor, rootId, { lock: true });
  const root = own.row;
  if (root.state !== 'signed') throw new Problem(contractsProblems.notSignedYet, { number: root.number });
  const amendments = (await contractsOf(trx, root.deal_id)).filter((one) => one.amends_id === rootId);
  const open = amendments.find(({ state }) => state !== 'signed');
  if (open) throw new Problem(contractsProblems.amendmentOpen, { number: open.number });
  if (amendments.length >= mostAmendments)
    throw new Problem(contractsProblems.tooManyAmendments, { most: mostAmendments });
  const latest = await contractById(trx, amendments.at(-1)?.id ?? rootId);
  const row = await insertContract(trx, actor, {
    deal_id: root.deal_id,
    number: `${root.number}-A${amendments.length + 1}`,
    kind: root.kind,
    language: root.language,
    amends_id: rootId,
    terms: JSON.stringify(latest.terms),
  });
  return presentContract(trx, actor, { ...own, row });
}

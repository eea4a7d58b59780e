import {
  paperContent,
  type BodyOf,
  type draftPaper as endpoint,
  type PaperKind,
  type PaperPage,
} from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { today } from '../../../platform/today.ts';
import { dealToChange } from '../deal.sql.ts';
import { boundBy, othersOf, papersOf } from './paper.sql.ts';
import { linesOf } from './papers.ts';
import { presentPaper } from './present.ts';
import { papersProblems } from './problems.ts';
import { papers } from './tables.ts';

/** Behind the contract's number: JC-2026-000123-CI. */
const suffixes: Record<PaperKind, string> = {
  proforma: 'PI',
  invoice: 'CI',
  packingList: 'PL',
  originApplication: 'COA',
  carnetApplication: 'ATA',
};

/**
 * Drafts a paper of a deal from its contract and from what other papers say of the packing. A proforma may go before the
 * signatures, the others follow them.
 * @throws Problem platform.notFound, papers.sellersTask, papers.noContract, papers.notSigned, papers.noGoods, papers.alreadyDrafted
 */
export async function draftPaper(
  trx: Db,
  actor: Actor,
  { dealId, kind }: { dealId: string } & BodyOf<typeof endpoint>,
): Promise<PaperPage> {
  // Locked, so that of two who draft at once one does.
  const { row: deal, side } = await dealToChange(trx, actor, dealId);
  if (side !== 'seller') throw new Problem(papersProblems.sellersTask);
  const bound = await boundBy(trx, dealId);
  // A contract whose deal has ended is void: nothing is delivered by it.
  if (!bound || bound.contract.state === 'void') throw new Problem(papersProblems.noContract);
  const { contract, terms, signed } = bound;
  if (!signed && kind !== 'proforma')
    throw new Problem(papersProblems.notSigned, { number: contract.number });
  if (terms.lines.length === 0) throw new Problem(papersProblems.noGoods, { number: contract.number });
  const all = await papersOf(trx, dealId);
  const earlier = all.find((row) => row.kind === kind);
  if (earlier) throw new Problem(papersProblems.alreadyDrafted, { number: earlier.number });
  const content = paperContent.parse({
    lines: linesOf(kind, terms, othersOf(all, null)),
    details: { date: today(), ...(kind === 'originApplication' && { destination: deal.market }) },
  });
  const row = await papers(trx)
    .insertInto('deal_paper')
    .values({
      id: v7(),
      deal_id: dealId,
      contract_id: contract.id,
      kind,
      number: `${contract.number}-${suffixes[kind]}`,
      state: 'draft',
      language: terms.language,
      currency: terms.currency,
      content: JSON.stringify(content),
      drafted_at: new Date(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action: 'papers.draftPaper',
    subjectKind: 'paper',
    subjectId: row.id,
    before: null,
    after: { number: row.number, dealId },
  });
  return presentPaper(trx, { row, deal, reader: 'seller' });
}

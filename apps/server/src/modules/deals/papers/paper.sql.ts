import type { ContractTerms } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { contractsOf } from '../contracts/contract.sql.ts';
import type { ContractRow } from '../contracts/tables.ts';
import { sideOf } from '../deal.sql.ts';
import { deals, type DealRow, type Side } from '../tables.ts';
import type { Paper } from './papers.ts';
import { papers, type PaperRow } from './tables.ts';

/** A paper, its deal, and as what the actor reads it. */
export interface ReadPaper {
  row: PaperRow;
  deal: DealRow;
  reader: Side | 'council';
}

/**
 * A paper as the actor may read it: the seller's always, the buyer's once it is issued, a council's while it lies with it.
 * @throws Problem platform.notFound
 */
export async function readPaper(
  trx: Db,
  actor: Actor,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<ReadPaper> {
  const row = await papers(trx)
    .selectFrom('deal_paper')
    .selectAll()
    .where('id', '=', id)
    .$if(options.lock, (query) => query.forUpdate())
    .executeTakeFirst();
  const deal =
    row && (await deals(trx).selectFrom('deal').selectAll().where('id', '=', row.deal_id).executeTakeFirst());
  if (!row || !deal) throw new Problem(problems.notFound);
  const side = sideOf(deal, actor.organisationId);
  if (side === 'seller' || (side === 'buyer' && row.state !== 'draft')) return { row, deal, reader: side };
  const withCouncil = row.state === 'submitted' || row.state === 'returned' || row.state === 'certified';
  if (withCouncil && actor.organisationId !== null && row.council_id === actor.organisationId)
    return { row, deal, reader: 'council' };
  throw new Problem(problems.notFound);
}

/** A deal's papers, at most one of each kind. */
export const papersOf = (trx: Db, dealId: string): Promise<PaperRow[]> =>
  papers(trx).selectFrom('deal_paper').selectAll().where('deal_id', '=', dealId).orderBy('id').execute();

/** A row as it is reconciled. */
export const asPaper = ({ kind, currency, content }: PaperRow): Paper => ({
  kind,
  currency,
  lines: content.lines,
  totals: content.totals,
});

/** The other papers that are issued, the packing list before those that follow it. */
export const othersOf = (all: readonly PaperRow[], id: string | null): Paper[] =>
  all
    .filter((row) => row.id !== id && row.state !== 'draft')
    .toSorted((one, other) => Number(other.kind === 'packingList') - Number(one.kind === 'packingList'))
    .map(asPaper);

/**
 * What papers of a deal are held against: its contract, with the terms of the last amendment that both signed; before both have
 * signed, the terms as they are drafted. Null where there is no contract.
 */
export async function boundBy(
  trx: Db,
  dealId: string,
): Promise<{ contract: ContractRow; terms: ContractTerms; signed: boolean } | null> {
  const all = await contractsOf(trx, dealId);
  const contract = all.find(({ amends_id }) => amends_id === null);
  if (!contract) return null;
  const last = all
    .filter(({ state }) => state === 'signed')
    .toSorted((one, other) => one.sealed_at!.getTime() - other.sealed_at!.getTime())
    .at(-1);
  return { contract, terms: (last ?? contract).terms, signed: last !== undefined };
}

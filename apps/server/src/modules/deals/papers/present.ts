import {
  paperKinds,
  type listPapers as listEndpoint,
  type PaperPage,
  type ResponseOf,
} from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { namesOf, roleOf } from '../../members/index.ts';
import { ownDeal } from '../contracts/contract.sql.ts';
import { asPaper, boundBy, othersOf, papersOf, type ReadPaper } from './paper.sql.ts';
import { lackingOf, missingOf, reconcile, totalsOf, type Contradiction } from './papers.ts';
import type { PaperRow } from './tables.ts';

/** What contradicts in a paper as contract and other papers stand now. */
export async function contradictionsOf(trx: Db, row: PaperRow): Promise<Contradiction[]> {
  const bound = await boundBy(trx, row.deal_id);
  return bound
    ? reconcile(asPaper(row), bound.terms, othersOf(await papersOf(trx, row.deal_id), row.id))
    : [];
}

/** Totals as stated, else as the lines make them. */
export function shownTotals({ content: { lines, totals } }: PaperRow): PaperPage['totals'] {
  const made = totalsOf(lines);
  return {
    amountMinor: totals.amountMinor ?? made.amountMinor,
    netGrams: totals.netGrams ?? made.netGrams,
    grossGrams: totals.grossGrams ?? made.grossGrams,
    packages: totals.packages ?? made.packages,
  };
}

/** A paper as its reader sees it. */
export async function presentPaper(trx: Db, { row, deal, reader }: ReadPaper): Promise<PaperPage> {
  const bound = await boundBy(trx, row.deal_id);
  const contradictions = await contradictionsOf(trx, row);
  const parties = [deal.seller_id, deal.buyer_id, ...(row.council_id ? [row.council_id] : [])];
  const names = await namesOf(trx, parties);
  return {
    id: row.id,
    dealId: row.deal_id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    contract: { id: row.contract_id, number: bound!.contract.number },
    seller: names.get(deal.seller_id) ?? {},
    buyer: names.get(deal.buyer_id) ?? {},
    language: row.language,
    currency: row.currency,
    content: row.content,
    totals: shownTotals(row),
    missing: missingOf(row.kind, row.content.details),
    ...lackingOf(row.kind, row.content.lines),
    // A council is told where, and not what contract or other papers say: these aren't its to read.
    contradictions:
      reader === 'council' ? contradictions.map((one) => ({ ...one, expected: null })) : contradictions,
    documentSha256: row.document_sha256,
    issuedAt: row.issued_at?.toISOString() ?? null,
    council:
      row.council_id && row.submitted_at
        ? {
            organisationId: row.council_id,
            names: names.get(row.council_id) ?? {},
            submittedAt: row.submitted_at.toISOString(),
            answeredAt: row.answered_at?.toISOString() ?? null,
            note: row.answer_note,
            certificateNumber: row.certificate_number,
            answers: (await roleOf(trx, row.council_id)) === 'council',
          }
        : null,
    reader,
    version: row.version,
  };
}

/** The papers of a deal of one's own, and which of them the seller can draft. @throws Problem platform.notFound */
export async function listPapers(
  trx: Db,
  actor: Actor,
  dealId: string,
): Promise<ResponseOf<typeof listEndpoint>> {
  const { side } = await ownDeal(trx, actor, dealId);
  const bound = await boundBy(trx, dealId);
  const all = await papersOf(trx, dealId);
  const shown = side === 'seller' ? all : all.filter(({ state }) => state !== 'draft');
  return {
    items: shown
      .toSorted((one, other) => paperKinds.indexOf(one.kind) - paperKinds.indexOf(other.kind))
      .map((row) => ({
        id: row.id,
        number: row.number,
        kind: row.kind,
        state: row.state,
        issuedAt: row.issued_at?.toISOString() ?? null,
        contradictions: bound ? reconcile(asPaper(row), bound.terms, othersOf(all, row.id)).length : 0,
      })),
    toDraft:
      side === 'seller' && bound && bound.contract.state !== 'void' && bound.terms.lines.length > 0
        ? paperKinds.filter(
            (kind) => (bound.signed || kind === 'proforma') && all.every((row) => row.kind !== kind),
          )
        : [],
  };
}

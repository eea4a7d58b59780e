import { Readable } from 'node:stream';
import type { PaperLine, PaperPage } from '@jiechuan/contract';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { message } from '../../../platform/i18n/messages.ts';
import type { Ground } from '../../../platform/module.ts';
import type { SheetRows } from '../../../platform/sheets/index.ts';
import { currencyDigits } from '../../catalogue/index.ts';
import { columnsOf, printPaper, type PaperColumn } from './document.ts';
import { paperInput } from './document-input.ts';
import { amountOfLine } from './papers.ts';
import { readPaper } from './paper.sql.ts';
import { shownTotals } from './present.ts';
import { papersProblems } from './problems.ts';
import { despatchAdvice, invoice } from './ubl.ts';

/**
 * A paper as PDF: a draft as it would be, marked as one; else the very bytes that were issued.
 * @throws Problem platform.notFound, papers.fileLost
 */
export async function openPaper(
  trx: Db,
  actor: Actor,
  id: string,
  reply: FastifyReply,
  { files }: Pick<Ground, 'files'>,
): Promise<Readable> {
  const found = await readPaper(trx, actor, id);
  const { row } = found;
  reply.header('content-disposition', `inline; filename="${row.number}.pdf"`);
  reply.header('cache-control', 'private, no-store');
  if (row.document_sha256 === null)
    return Readable.from([
      printPaper({ ...(await paperInput(trx, found)), draft: true, at: row.drafted_at }),
    ]);
  const kept = await files.read('paper', row.document_sha256);
  if (!kept) throw new Problem(papersProblems.fileLost);
  return Readable.from([kept]);
}

/**
 * A paper's lines and totals as a sheet, worded in the reader's language; weights in kilograms, amounts in the currency's
 * major unit, with a point and without groups, as programs read them.
 * @throws Problem platform.notFound
 */
export async function* paperSheet(trx: Db, actor: Actor, id: string): SheetRows {
  const { row } = await readPaper(trx, actor, id);
  const { language } = actor;
  const say = (name: string) => message(language, `papers.${name}`);
  const word = (name: string) => message(language, `contracts.${name}`);
  const columns = columnsOf(row.kind);
  const digits = currencyDigits(row.currency);
  const money = (minor: number | null) => (minor === null ? '' : (minor / 10 ** digits).toFixed(digits));
  const heavy = (grams: number | null) => (grams === null ? '' : String(grams / 1000));
  const whole = (n: number | null) => (n === null ? '' : String(n));
  const headings: Record<PaperColumn, string> = {
    line: word('column.line'),
    description: word('column.description'),
    hs6: word('column.hs6'),
    quantity: word('column.quantity'),
    unit: word('column.unit'),
    unitPrice: message(language, 'papers.sheet.unitPrice', { currency: row.currency }),
    amount: message(language, 'papers.sheet.amount', { currency: row.currency }),
    packages: say('column.packages'),
    packageKind: say('column.packageKind'),
    net: say('sheet.net'),
    gross: say('sheet.gross'),
  };
  yield columns.map((column) => headings[column]);
  const cells = (line: PaperLine): Record<PaperColumn, string> => ({
    line: String(line.line),
    description: language === 'zh-CN' ? line.description.zh : line.description.other,
    hs6: line.hs6 ?? '',
    quantity: String(line.quantity),
    unit: word(`unit.${line.unit}`),
    unitPrice: money(line.unitPriceMinor),
    amount: money(amountOfLine(line)),
    packages: whole(line.packages),
    packageKind: line.packageKind === null ? '' : say(`package.${line.packageKind}`),
    net: heavy(line.netGrams),
    gross: heavy(line.grossGrams),
  });
  for (const line of row.content.lines) yield columns.map((column) => cells(line)[column]);
  const totals: PaperPage['totals'] = shownTotals(row);
  const total: Partial<Record<PaperColumn, string>> = {
    description: word('column.total'),
    amount: money(totals.amountMinor),
    packages: whole(totals.packages),
    net: heavy(totals.netGrams),
    gross: heavy(totals.grossGrams),
  };
  yield columns.map((column) => total[column] ?? '');
}

/**
 * An issued paper in the Universal Business Language.
 * @throws Problem platform.notFound, papers.notIssued, papers.noUbl for applications to a council
 */
export async function paperUbl(trx: Db, actor: Actor, id: string, reply: FastifyReply): Promise<Readable> {
  const found = await readPaper(trx, actor, id);
  const { row } = found;
  if (row.kind === 'originApplication' || row.kind === 'carnetApplication')
    throw new Problem(papersProblems.noUbl);
  if (row.state === 'draft') throw new Problem(papersProblems.notIssued, { number: row.number });
  const input = { ...(await paperInput(trx, found)), issuedAt: row.issued_at! };
  reply.header('content-disposition', `attachment; filename="${row.number}.xml"`);
  return Readable.from([row.kind === 'packingList' ? despatchAdvice(input) : invoice(input)]);
}

import {
  paperDetails,
  paperSpeaksOf,
  type PaperContent,
  type PaperDetail,
  type PaperPage,
} from '@jiechuan/contract';
import { sql, type Updateable } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { message } from '../../../platform/i18n/messages.ts';
import type { Ground } from '../../../platform/module.ts';
import { roleOf } from '../../members/index.ts';
import { amountIn } from '../contracts/money.ts';
import { lockDeal, touch } from '../deal.sql.ts';
import { kilograms, printPaper } from './document.ts';
import { asIssued, paperInput } from './document-input.ts';
import { boundBy, readPaper, type ReadPaper } from './paper.sql.ts';
import { lackingOf, missingOf } from './papers.ts';
import { contradictionsOf, presentPaper } from './present.ts';
import { papersProblems } from './problems.ts';
import { papers, type PaperRow } from './tables.ts';

interface Change {
  id: string;
  expectedVersion: number;
}

/**
 * A paper to change, in the version that was read, its deal locked so that papers that are held against each other don't
 * change at once.
 * @throws Problem platform.notFound, platform.staleVersion, papers.sellersTask
 */
export async function paperToChange(
  trx: Db,
  actor: Actor,
  { id, expectedVersion }: Change,
  as: 'seller' | 'council' = 'seller',
): Promise<ReadPaper> {
  const { deal } = await readPaper(trx, actor, id);
  await lockDeal(trx, deal.id);
  const found = await readPaper(trx, actor, id, { lock: true });
  if (found.reader !== as)
    throw new Problem(as === 'seller' ? papersProblems.sellersTask : problems.notFound);
  if (found.row.version !== expectedVersion)
    throw new Problem(problems.staleVersion, { current: found.row.version });
  return found;
}

/** Writes a paper's new state, with its audit entry. */
export async function savePaper(
  trx: Db,
  actor: Actor,
  found: ReadPaper,
  action: string,
  change: Partial<Omit<PaperRow, 'content' | 'issued_as' | 'version'>> & {
    content?: string;
    issued_as?: string | null;
  },
): Promise<PaperPage> {
  const row = await papers(trx)
    .updateTable('deal_paper')
    .set({ ...(change as Updateable<PaperRow>), version: sql<number>`version + 1` } as never)
    .where('id', '=', found.row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const seen = ({ state, version, document_sha256, council_id, certificate_number }: PaperRow) => ({
    state,
    version,
    documentSha256: document_sha256,
    councilId: council_id,
    certificateNumber: certificate_number,
  });
  await recordAudit(trx, actor, {
    action,
    subjectKind: 'paper',
    subjectId: row.id,
    before: seen(found.row),
    after: seen(row),
  });
  // A draft is its seller's own affair: what happens to it isn't seen by the other side.
  if (found.row.state !== 'draft' || row.state !== 'draft') await touch(trx, row.deal_id, new Date());
  return presentPaper(trx, { ...found, row });
}

/** What a kind of paper doesn't speak of and was said nonetheless. */
function strangeDetail(row: PaperRow, { details }: PaperContent): PaperDetail | undefined {
  const { details: known } = paperSpeaksOf[row.kind];
  return (Object.keys(paperDetails.shape) as PaperDetail[]).find((name) => {
    const said = details[name];
    return !known.includes(name) && said !== null && !(Array.isArray(said) && said.length === 0);
  });
}

/** A side of a contradiction as people read it. */
function inWords(language: string, currency: string, field: string, value: string | number | null): string {
  if (value === null) return '–';
  if (field === 'unit') return message(language, `contracts.unit.${value}`);
  if (field === 'packageKind') return message(language, `papers.package.${value}`);
  if (field.endsWith('Minor')) return amountIn(Number(value), currency);
  if (field.endsWith('Grams')) return `${kilograms(Number(value))} kg`;
  return String(value);
}

/**
 * Changes a draft. Contradictions are named by what is answered, and keep it from being issued.
 * @throws Problem platform.notFound, platform.staleVersion, papers.sellersTask, papers.notADraft, papers.notOfThisKind
 */
export async function updatePaper(
  trx: Db,
  actor: Actor,
  input: Change & { content: PaperContent },
): Promise<PaperPage> {
  const found = await paperToChange(trx, actor, input);
  const { row } = found;
  if (row.state !== 'draft') throw new Problem(papersProblems.notADraft, { number: row.number });
  const strange = strangeDetail(row, input.content);
  if (strange)
    throw new Problem(papersProblems.notOfThisKind, {
      detail: message(actor.language, `papers.detail.${strange}`),
    });
  return savePaper(trx, actor, found, 'papers.updatePaper', { content: JSON.stringify(input.content) });
}

/**
 * Fixes a paper: its bytes are printed once and kept, and the buyer reads it.
 * @throws Problem platform.notFound, platform.staleVersion, papers.sellersTask, papers.notADraft, papers.noContract where the deal
 * has ended, papers.missing, papers.hs6Missing, papers.packingMissing, papers.contradicts
 */
export async function issuePaper(
  trx: Db,
  actor: Actor,
  input: Change,
  { files }: Pick<Ground, 'files'>,
): Promise<PaperPage> {
  const found = await paperToChange(trx, actor, input);
  const { row } = found;
  const say = (name: string) => message(actor.language, `papers.${name}`);
  if (row.state !== 'draft') throw new Problem(papersProblems.notADraft, { number: row.number });
  // A contract whose deal has ended is void: nothing is delivered by it.
  if ((await boundBy(trx, row.deal_id))?.contract.state === 'void')
    throw new Problem(papersProblems.noContract);
  const { withoutHs6, unpacked } = lackingOf(row.kind, row.content.lines);
  if (withoutHs6.length > 0) throw new Problem(papersProblems.hs6Missing, { lines: withoutHs6.join(', ') });
  if (unpacked.length > 0) throw new Problem(papersProblems.packingMissing, { lines: unpacked.join(', ') });
  const missing = missingOf(row.kind, row.content.details);
  if (missing.length > 0)
    throw new Problem(papersProblems.missing, {
      details: missing.map((name) => say(`detail.${name}`)).join(', '),
    });
  const [first, ...more] = await contradictionsOf(trx, row);
  if (first)
    throw new Problem(papersProblems.contradicts, {
      where:
        first.line === null ? say('whole') : message(actor.language, 'papers.atLine', { line: first.line }),
      field: say(`field.${first.field}`),
      expected: inWords(actor.language, row.currency, first.field, first.expected),
      found: inWords(actor.language, row.currency, first.field, first.found),
      more: more.length,
    });
  const at = new Date();
  const said = await paperInput(trx, found);
  const document = printPaper({ ...said, draft: false, at });
  return savePaper(trx, actor, found, 'papers.issuePaper', {
    state: 'issued',
    issued_at: at,
    issued_by: actor.userName,
    issued_as: JSON.stringify(asIssued(said)),
    document_sha256: await files.keep('paper', document),
  });
}

/**
 * Makes an issued paper, or an application that was sent back, a draft again; also one that lies with a council that has left.
 * @throws Problem platform.notFound, platform.staleVersion, papers.sellersTask, papers.notIssued, papers.underWay
 */
export async function recallPaper(trx: Db, actor: Actor, input: Change): Promise<PaperPage> {
  const found = await paperToChange(trx, actor, input);
  const { state, number, council_id } = found.row;
  if (state === 'draft') throw new Problem(papersProblems.notIssued, { number });
  const answers = state === 'submitted' && (await roleOf(trx, council_id!)) === 'council';
  if (answers || state === 'certified') throw new Problem(papersProblems.underWay, { number });
  return savePaper(trx, actor, found, 'papers.recallPaper', {
    state: 'draft',
    issued_at: null,
    issued_by: null,
    issued_as: null,
    document_sha256: null,
  });
}

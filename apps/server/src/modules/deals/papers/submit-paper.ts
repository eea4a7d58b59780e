import type { answerPaper as answerEndpoint, BodyOf, PaperPage } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';
import type { Ground } from '../../../platform/module.ts';
import { addresseeOf, namesOf, roleOf } from '../../members/index.ts';
import { paperToChange, savePaper } from './change-paper.ts';
import { contradictionsOf } from './present.ts';
import { papersProblems } from './problems.ts';
import type { PaperRow } from './tables.ts';

type PostGround = Pick<Ground, 'mail' | 'config'>;

const isApplication = ({ kind }: PaperRow) => kind === 'originApplication' || kind === 'carnetApplication';

/**
 * Sends an issued application to a council, which is told by mail.
 * @throws Problem platform.notFound, platform.staleVersion, papers.sellersTask, papers.notAnApplication, papers.notIssued,
 * papers.underWay, papers.contradicts, papers.noSuchCouncil
 */
export async function submitPaper(
  trx: Db,
  actor: Actor,
  { councilId, ...input }: { id: string; expectedVersion: number; councilId: string },
  ground: PostGround,
): Promise<PaperPage> {
  const found = await paperToChange(trx, actor, input);
  const { row, deal } = found;
  if (!isApplication(row)) throw new Problem(papersProblems.notAnApplication);
  if (row.state === 'draft' || row.state === 'returned')
    throw new Problem(papersProblems.notIssued, { number: row.number });
  if (row.state !== 'issued') throw new Problem(papersProblems.underWay, { number: row.number });
  // A side of the deal reads it as that, and could never answer.
  const aside = councilId !== deal.seller_id && councilId !== deal.buyer_id;
  if (!aside || (await roleOf(trx, councilId)) !== 'council') throw new Problem(papersProblems.noSuchCouncil);
  // The contract may have been amended since it was issued.
  if ((await contradictionsOf(trx, row)).length > 0)
    throw new Problem(papersProblems.outdated, { number: row.number });
  const page = await savePaper(trx, actor, found, 'papers.submitPaper', {
    state: 'submitted',
    council_id: councilId,
    submitted_at: new Date(),
    answered_at: null,
    answer_note: null,
  });
  await tell(trx, { to: councilId, from: deal.seller_id, template: 'papers.submitted', row }, ground);
  return page;
}

/**
 * What its council says to an application: back for a reason, or the number of what was issued for it.
 * @throws Problem platform.notFound, platform.staleVersion, papers.notSubmitted
 */
export async function answerPaper(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, ...answer }: { id: string; expectedVersion: number } & BodyOf<typeof answerEndpoint>,
  ground: PostGround,
): Promise<PaperPage> {
  const found = await paperToChange(trx, actor, { id, expectedVersion }, 'council');
  const { row, deal } = found;
  if (row.state !== 'submitted') throw new Problem(papersProblems.notSubmitted, { number: row.number });
  const page = await savePaper(trx, actor, found, 'papers.answerPaper', {
    state: answer.state,
    answered_at: new Date(),
    answer_note: answer.note,
    certificate_number: answer.state === 'certified' ? answer.certificateNumber : null,
  });
  const template = answer.state === 'certified' ? 'papers.certified' : 'papers.returned';
  await tell(trx, { to: deal.seller_id, from: row.council_id!, template, row }, ground);
  return page;
}

async function tell(
  trx: Db,
  letter: {
    to: string;
    from: string;
    template: 'papers.submitted' | 'papers.certified' | 'papers.returned';
    row: PaperRow;
  },
  { mail, config }: PostGround,
): Promise<void> {
  const addressee = await addresseeOf(trx, letter.to);
  if (!addressee) return;
  const names = (await namesOf(trx, [letter.from])).get(letter.from) ?? {};
  await mail.send(trx, {
    to: addressee.email,
    template: letter.template,
    params: {
      person: addressee.person,
      other: textIn(names, addressee.language),
      number: letter.row.number,
      link: `${config.publicUrl}/papers/${letter.row.id}`,
    },
    language: addressee.language,
  });
}

import type { askLocals as endpoint, BodyOf, MarketQuestion } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { imageTypes } from '../../../platform/files/files.ts';
import type { Intakes, Upload } from '../../../platform/http/upload.ts';
import type { Ground } from '../../../platform/module.ts';
import { findMarket } from '../market.sql.ts';
import { marketsProblems } from '../problems.ts';
import type { MarketsWiring } from '../wiring.ts';
import { countOpen, freePictures, insertPictures, insertQuestion } from './question.sql.ts';
import { presentQuestion } from './read-question.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';

/** Open questions an organisation may have, and members of a market that get a mail of one. */
const mostOpen = 20;
const mostAsked = 50;

export type AskGround = Pick<Ground, 'mail' | 'config'>;

/** How what is sent is taken in. */
export const marketsIntakes: Intakes = {
  'markets.uploadQuestionPicture': { purpose: 'market-question', accept: imageTypes },
};

/** Takes in a picture for a question; only its sender and the secretariat see it until a question names it. */
export async function uploadQuestionPicture(
  trx: Db,
  actor: Actor,
  upload: Upload,
  ground: Pick<Ground, 'files'>,
): Promise<{ id: string }> {
  const { id } = await ground.files.name(trx, actor, upload.kept, { organisationId: null, public: false });
  return { id };
}

/**
 * Asks the members of a market: the question lies in their inbox and each gets a mail, in its own language.
 * @throws Problem platform.notFound (the product), markets.marketUnknown, markets.nobodyThere,
 * markets.tooManyQuestions, markets.pictureUnknown
 */
export async function askLocals(
  trx: Db,
  actor: Actor,
  question: BodyOf<typeof endpoint>,
  ground: AskGround,
  wiring: MarketsWiring,
): Promise<MarketQuestion> {
  const { organisationId } = actor;
  if (organisationId === null) throw new Problem(problems.forbidden);
  await findMarket(trx, question.market);
  if (question.productId !== null)
    await wiring.productFacts(trx, actor, { id: question.productId, market: question.market });
  if ((await countOpen(trx, organisationId)) >= mostOpen)
    throw new Problem(marketsProblems.tooManyQuestions, { most: mostOpen });
  const asked = (await wiring.membersIn(trx, question.market, mostAsked + 1))
    .filter((one) => one.organisationId !== organisationId)
    .slice(0, mostAsked);
  if (asked.length === 0) throw new Problem(marketsProblems.nobodyThere, { market: question.market });
  const free = await freePictures(trx, question.pictures, actor.userId);
  const strange = question.pictures.find((id) => !free.includes(id));
  if (strange !== undefined) throw new Problem(marketsProblems.pictureUnknown, { file: strange });

  const row = await insertQuestion(trx, {
    id: v7(),
    market: question.market,
    organisation_id: organisationId,
    person_id: actor.userId,
    person_name: actor.userName,
    subject: question.subject,
    product_id: question.productId,
    about: question.about,
    text: question.text,
  });
  await insertPictures(trx, row.id, [...new Set(question.pictures)]);
  const names = (await wiring.organisationNames(trx, [organisationId])).get(organisationId) ?? {};
  for (const { email, person, language } of asked)
    await ground.mail.send(trx, {
      to: email,
      template: 'markets.asked',
      params: {
        person,
        asker: textIn(names, language),
        about: row.about,
        text: row.text,
        link: `${ground.config.publicUrl}/questions/${row.id}`,
      },
      language,
    });
  await recordAudit(trx, actor, {
    action: 'markets.askLocals',
    subjectKind: 'marketQuestion',
    subjectId: row.id,
    before: null,
    after: { market: row.market, about: row.about, productId: row.product_id, asked: asked.length },
  });
  return presentQuestion(trx, actor, row, wiring);
}

import type { MarketQuestion } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { marketsProblems } from '../problems.ts';
import type { MarketsWiring } from '../wiring.ts';
import type { AskGround } from './ask-locals.ts';
import { answersTo, closeRow, insertAnswer, lockQuestion } from './question.sql.ts';
import { presentQuestion, standingTowards } from './read-question.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';

/** Answers of one organisation to one question, and of all. */
const mostOfOne = 5;
const mostOfAll = 200;

/**
 * Answers as a member of the market; whoever asked gets a mail.
 * @throws Problem platform.notFound, markets.questionClosed, markets.tooManyAnswers
 */
export async function answerQuestion(
  trx: Db,
  actor: Actor,
  input: { id: string; text: string },
  ground: AskGround,
  wiring: MarketsWiring,
): Promise<MarketQuestion> {
  const row = await lockQuestion(trx, input.id);
  const standing = row && (await standingTowards(trx, actor, row, wiring));
  if (!row || !standing) throw new Problem(problems.notFound);
  if (standing !== 'local') throw new Problem(problems.forbidden);
  if (row.state !== 'open') throw new Problem(marketsProblems.questionClosed);
  const organisationId = actor.organisationId!;
  const answers = await answersTo(trx, row.id);
  const own = answers.filter((answer) => answer.organisation_id === organisationId).length;
  if (own >= mostOfOne || answers.length >= mostOfAll)
    throw new Problem(marketsProblems.tooManyAnswers, { most: mostOfOne });
  const id = v7();
  await insertAnswer(trx, {
    question_id: row.id,
    id,
    organisation_id: organisationId,
    person_id: actor.userId,
    person_name: actor.userName,
    text: input.text,
    habit_id: null,
  });
  const asker = await wiring.addresseeOf(trx, row.organisation_id);
  if (asker) {
    const names = (await wiring.organisationNames(trx, [organisationId])).get(organisationId) ?? {};
    await ground.mail.send(trx, {
      to: asker.email,
      template: 'markets.answered',
      params: {
        person: asker.person,
        answerer: textIn(names, asker.language),
        about: row.about,
        text: input.text,
        link: `${ground.config.publicUrl}/questions/${row.id}`,
      },
      language: asker.language,
    });
  }
  await recordAudit(trx, actor, {
    action: 'markets.answerQuestion',
    subjectKind: 'marketQuestion',
    subjectId: row.id,
    before: null,
    after: { answerId: id },
  });
  return presentQuestion(trx, actor, row, wiring);
}

/** Closes a question; closing it again changes nothing. @throws Problem platform.notFound, platform.forbidden */
export async function closeQuestion(
  trx: Db,
  actor: Actor,
  id: string,
  wiring: MarketsWiring,
): Promise<MarketQuestion> {
  const row = await lockQuestion(trx, id);
  const standing = row && (await standingTowards(trx, actor, row, wiring));
  if (!row || !standing) throw new Problem(problems.notFound);
  if (standing === 'local') throw new Problem(problems.forbidden);
  const closed = await closeRow(trx, row.id);
  await recordAudit(trx, actor, {
    action: 'markets.closeQuestion',
    subjectKind: 'marketQuestion',
    subjectId: row.id,
    before: { state: row.state },
    after: { state: closed.state },
  });
  return presentQuestion(trx, actor, closed, wiring);
}

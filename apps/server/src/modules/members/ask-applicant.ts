import type { Application } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { textIn } from '../../platform/i18n/text-in.ts';
import type { Ground } from '../../platform/module.ts';
import { attachEvidence, isOwnApplication, lockOpenApplication } from './admission.sql.ts';
import { readApplication } from './get-application.ts';
import { lockOrganisation } from './organisation.sql.ts';
import { membersProblems } from './problems.ts';
import { insertQuestion, keepAnswer, questionsOf } from './question.sql.ts';
import { secretariats } from './standing.sql.ts';

type AskGround = Pick<Ground, 'mail' | 'config'>;

/** Questions that one application can have. */
const mostQuestions = 20;

/**
 * A reviewer asks the applicant something; the applicant gets a mail. The application stays open, and may be decided
 * without an answer, too.
 * @throws Problem platform.notFound, members.alreadyDecided, members.tooManyQuestions
 */
export async function askApplicant(
  trx: Db,
  actor: Actor,
  input: { applicationId: string; text: string },
  ground: AskGround,
): Promise<Application> {
  const row = await lockOpenApplication(trx, input.applicationId);
  if ((await questionsOf(trx, row.id)).length >= mostQuestions)
    throw new Problem(membersProblems.tooManyQuestions, { limit: mostQuestions });
  await insertQuestion(trx, actor, row.id, input.text);
  await recordAudit(trx, actor, {
    action: 'members.askApplicant',
    subjectKind: 'application',
    subjectId: row.id,
    before: null,
    after: { question: input.text },
  });
  const { names, contact } = await lockOrganisation(trx, row.organisation_id);
  await ground.mail.send(trx, {
    to: contact.email,
    template: 'members.question',
    params: {
      name: textIn(names, row.language),
      person: contact.person,
      question: input.text,
      link: `${ground.config.publicUrl}/admissions/${row.id}`,
    },
    language: row.language,
  });
  return readApplication(trx, actor, row.id);
}

/**
 * The applicant answers, once, with files where they help; the secretariat gets a mail. What is missing then is another question.
 * @throws Problem platform.notFound for anybody else's, members.alreadyDecided, members.questionAnswered,
 *   members.evidenceUnknown
 */
export async function answerReviewer(
  trx: Db,
  actor: Actor,
  input: { applicationId: string; questionId: string; text: string; evidence: readonly string[] },
  ground: AskGround,
): Promise<Application> {
  const { applicationId, questionId, text, evidence } = input;
  const row = await lockOpenApplication(trx, applicationId, (found) => isOwnApplication(found, actor));
  const question = (await questionsOf(trx, row.id)).find(({ id }) => id === questionId);
  if (!question) throw new Problem(problems.notFound);
  if (question.answered_at)
    throw new Problem(membersProblems.questionAnswered, { person: question.answered_by_name ?? '—' });
  await keepAnswer(trx, actor, question, text);
  await attachEvidence(trx, actor, { ...row, questionId }, evidence);
  await recordAudit(trx, actor, {
    action: 'members.answerReviewer',
    subjectKind: 'application',
    subjectId: row.id,
    before: { question: question.text },
    after: { answer: text, evidence },
  });
  const { names } = await lockOrganisation(trx, row.organisation_id);
  for (const { person, email, language } of await secretariats(trx))
    await ground.mail.send(trx, {
      to: email,
      template: 'members.answer',
      params: {
        name: textIn(names, language),
        person,
        question: question.text,
        answer: text,
        link: `${ground.config.publicUrl}/admissions/${row.id}`,
      },
      language,
    });
  return readApplication(trx, actor, row.id);
}

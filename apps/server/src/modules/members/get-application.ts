import type { Application } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { evidenceOf, findApplication, isOwnApplication } from './admission.sql.ts';
import { readOwn } from './get-member.ts';
import { questionsOf } from './question.sql.ts';

/**
 * One application with its answers, evidence and the profile as it stands.
 * @param extent 'own': only the applicant's or its organisation's, anything else is not found
 * @throws Problem platform.notFound
 */
export async function getApplication(
  trx: Db,
  actor: Actor,
  id: string,
  extent: 'all' | 'own',
): Promise<Application> {
  const row = await findApplication(trx, id);
  if (extent === 'own' && !(row && isOwnApplication(row, actor))) throw new Problem(problems.notFound);
  return readApplication(trx, actor, id);
}

/** The application, presented; the caller has asked the policy. */
export async function readApplication(trx: Db, actor: Actor, id: string): Promise<Application> {
  const row = await findApplication(trx, id);
  if (!row) throw new Problem(problems.notFound);
  const profile = await readOwn(trx, actor, row.organisation_id);
  const evidence = await evidenceOf(trx, id);
  const questions = await questionsOf(trx, id);
  const filesOf = (questionId: string | null) =>
    evidence
      .filter((file) => file.question_id === questionId)
      .map((file) => ({ id: file.id, name: file.name, mediaType: file.media_type, bytes: file.bytes }));
  const waiting = questions.some(({ answer }) => answer === null);
  return {
    id: row.id,
    state: row.state,
    organisation: {
      id: profile.id,
      kind: profile.kind,
      names: profile.names,
      country: profile.country,
      continent: profile.continent,
      place: profile.place,
      tags: profile.tags,
      languages: profile.languages,
      resourceKinds: profile.resourceKinds,
      logoFileId: profile.logoFileId,
      demo: profile.demo,
      admittedAt: profile.admittedAt,
    },
    submittedAt: row.submitted_at.toISOString(),
    language: row.language,
    decidedAt: row.decided_at?.toISOString() ?? null,
    profile,
    answers: row.answers,
    evidence: filesOf(null),
    waitsFor: row.state !== 'open' ? null : waiting ? 'applicant' : 'desk',
    asked: questions.length,
    questions: questions.map((question) => ({
      id: question.id,
      text: question.text,
      askedBy: question.asked_by_name,
      askedAt: question.asked_at.toISOString(),
      answer:
        question.answer === null
          ? null
          : {
              text: question.answer,
              by: question.answered_by_name,
              at: question.answered_at!.toISOString(),
              evidence: filesOf(question.id),
            },
    })),
    reason: row.reason,
    decidedBy: row.decided_by_name,
  };
}

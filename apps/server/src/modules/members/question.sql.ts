import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { members, type QuestionRow } from './tables.ts';

/** The questions of an application, the first asked first. */
export const questionsOf = (trx: Db, applicationId: string): Promise<QuestionRow[]> =>
  members(trx)
    .selectFrom('application_question')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('id')
    .execute();

export const insertQuestion = (trx: Db, actor: Actor, applicationId: string, text: string) =>
  members(trx)
    .insertInto('application_question')
    .values({
      application_id: applicationId,
      id: v7(),
      text,
      asked_by: actor.userId,
      asked_by_name: actor.userName,
    })
    .execute();

export const keepAnswer = (trx: Db, actor: Actor, question: QuestionRow, answer: string) =>
  members(trx)
    .updateTable('application_question')
    .set({
      answer,
      answered_by: actor.userId,
      answered_by_name: actor.userName,
      answered_at: new Date(),
    })
    .where('application_id', '=', question.application_id)
    .where('id', '=', question.id)
    .execute();

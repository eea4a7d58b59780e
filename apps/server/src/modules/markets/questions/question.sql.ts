import { sql, type Insertable } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import {
  markets,
  type AnswerRow,
  type MarketAnswerTable,
  type MarketQuestionTable,
  type QuestionRow,
} from '../tables.ts';

/** Most answers that are shown of one question. */
const mostAnswers = 200;

export const insertQuestion = (trx: Db, row: Insertable<MarketQuestionTable>): Promise<QuestionRow> =>
  markets(trx).insertInto('market_question').values(row).returningAll().executeTakeFirstOrThrow();

export const findQuestion = (trx: Db, id: string): Promise<QuestionRow | undefined> =>
  markets(trx).selectFrom('market_question').selectAll().where('id', '=', id).executeTakeFirst();

/** Reads a question and keeps others from answering or closing it. */
export const lockQuestion = (trx: Db, id: string): Promise<QuestionRow | undefined> =>
  markets(trx).selectFrom('market_question').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const closeRow = (trx: Db, id: string): Promise<QuestionRow> =>
  markets(trx)
    .updateTable('market_question')
    .set({ state: 'closed' })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** How many open questions an organisation has; asking queues up behind one another of the same organisation. */
export async function countOpen(trx: Db, organisationId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`markets.ask/${organisationId}`}))`.execute(trx);
  const { count } = await markets(trx)
    .selectFrom('market_question')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return count;
}

/** Pictures of this sender that no question has yet. */
export async function freePictures(
  trx: Db,
  ids: readonly string[],
  userId: string | null,
): Promise<string[]> {
  if (ids.length === 0 || userId === null) return [];
  const rows = await trx
    .selectFrom('stored_file')
    .select('id')
    .where('id', 'in', ids)
    .where('purpose', '=', 'market-question')
    .where('created_by', '=', userId)
    .where(
      sql<boolean>`not exists (select from market_question_picture picture where picture.file_id = stored_file.id)`,
    )
    .execute();
  return rows.map(({ id }) => id);
}

export async function insertPictures(trx: Db, questionId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = ids.map((file_id, position) => ({ question_id: questionId, position, file_id }));
  await markets(trx).insertInto('market_question_picture').values(rows).execute();
}

export async function picturesOf(trx: Db, questionId: string): Promise<string[]> {
  const rows = await markets(trx)
    .selectFrom('market_question_picture')
    .select('file_id')
    .where('question_id', '=', questionId)
    .orderBy('position')
    .execute();
  return rows.map(({ file_id: id }) => id);
}

export const insertAnswer = (trx: Db, row: Insertable<MarketAnswerTable>) =>
  markets(trx).insertInto('market_answer').values(row).execute();

export const answersTo = (trx: Db, questionId: string): Promise<AnswerRow[]> =>
  markets(trx)
    .selectFrom('market_answer')
    .selectAll()
    .where('question_id', '=', questionId)
    .orderBy('id')
    .limit(mostAnswers)
    .execute();

export const keepHabitOf = (trx: Db, questionId: string, id: string, habitId: string) =>
  markets(trx)
    .updateTable('market_answer')
    .set({ habit_id: habitId })
    .where('question_id', '=', questionId)
    .where('id', '=', id)
    .execute();

export interface QuestionFilter {
  /** Only those this organisation asked. */
  organisationId?: string;
  market?: string;
  productId?: string;
  state?: 'open' | 'closed';
}

/** One page of questions with how many answers each has, newest first, after the question `before`. */
export function pageOfQuestions(trx: Db, filter: QuestionFilter, before: string | undefined, limit: number) {
  let query = markets(trx)
    .selectFrom('market_question')
    .selectAll()
    .select(
      sql<number>`(select count(*) from market_answer answer where answer.question_id = market_question.id)`.as(
        'answers',
      ),
    )
    .orderBy('id', 'desc')
    .limit(limit);
  if (filter.organisationId) query = query.where('organisation_id', '=', filter.organisationId);
  if (filter.market) query = query.where('market', '=', filter.market);
  if (filter.productId) query = query.where('product_id', '=', filter.productId);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

import type { FastifyReply } from 'fastify';
import type { listQuestions as endpoint, MarketQuestion, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Readable } from 'node:stream';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readIdCursor } from '../../../platform/http/typed-cursors.ts';
import type { Ground } from '../../../platform/module.ts';
import type { QuestionRow } from '../tables.ts';
import type { MarketsWiring } from '../wiring.ts';
import { answersTo, findQuestion, pageOfQuestions, picturesOf } from './question.sql.ts';

export type Wiring = Pick<MarketsWiring, 'organisationNames' | 'countryOf'>;

/** What a reader is to a question: who asked, a member of that market, the secretariat; null for whom it doesn't exist. */
export async function standingTowards(
  trx: Db,
  actor: Actor,
  question: QuestionRow,
  wiring: Wiring,
): Promise<'asker' | 'local' | 'secretariat' | null> {
  const { organisationId } = actor;
  if (organisationId !== null && organisationId === question.organisation_id) return 'asker';
  if (organisationId !== null && (await wiring.countryOf(trx, organisationId)) === question.market)
    return 'local';
  return actor.role === 'secretariat' ? 'secretariat' : null;
}

/** A question with its answers, as this reader may see it. */
export async function presentQuestion(
  trx: Db,
  actor: Actor,
  row: QuestionRow,
  wiring: Wiring,
): Promise<MarketQuestion> {
  const standing = await standingTowards(trx, actor, row, wiring);
  const answers = await answersTo(trx, row.id);
  const ids = [row.organisation_id, ...answers.map((answer) => answer.organisation_id)];
  const names = await wiring.organisationNames(trx, [...new Set(ids)]);
  const organisation = (id: string) => ({ id, names: names.get(id) ?? {} });
  return {
    id: row.id,
    market: row.market,
    subject: row.subject,
    productId: row.product_id,
    about: row.about,
    text: row.text,
    state: row.state,
    organisation: organisation(row.organisation_id),
    person: row.person_name,
    askedAt: row.at.toISOString(),
    pictures: await picturesOf(trx, row.id),
    answers: answers.map((answer) => ({
      id: answer.id,
      organisation: organisation(answer.organisation_id),
      person: answer.person_name,
      text: answer.text,
      at: answer.at.toISOString(),
      habitId: answer.habit_id,
    })),
    may: {
      answer: row.state === 'open' && standing === 'local',
      close: row.state === 'open' && (standing === 'asker' || standing === 'secretariat'),
    },
  };
}

/** @throws Problem platform.notFound where there is none for this reader */
export async function findReadable(trx: Db, actor: Actor, id: string, wiring: Wiring): Promise<QuestionRow> {
  const row = await findQuestion(trx, id);
  if (!row || !(await standingTowards(trx, actor, row, wiring))) throw new Problem(problems.notFound);
  return row;
}

/** @throws Problem platform.notFound */
export async function getQuestion(
  trx: Db,
  actor: Actor,
  id: string,
  wiring: Wiring,
): Promise<MarketQuestion> {
  return presentQuestion(trx, actor, await findReadable(trx, actor, id, wiring), wiring);
}

/** What one's own organisation asked, or what the members of its market are asked; the secretariat sees every inbox. */
export async function listQuestions(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof endpoint>,
  wiring: Wiring,
): Promise<ResponseOf<typeof endpoint>> {
  const nothing = { items: [], nextCursor: null };
  const { organisationId } = actor;
  const filter = { market: query.market, productId: query.product, state: query.state };
  if (query.box === 'asked') {
    if (organisationId === null) return nothing;
    return pageFor(trx, { ...filter, organisationId }, query, wiring);
  }
  if (actor.role === 'secretariat') return pageFor(trx, filter, query, wiring);
  const home = organisationId === null ? null : await wiring.countryOf(trx, organisationId);
  if (home === null || (query.market !== undefined && query.market !== home)) return nothing;
  return pageFor(trx, { ...filter, market: home }, query, wiring);
}

async function pageFor(
  trx: Db,
  filter: Parameters<typeof pageOfQuestions>[1],
  query: QueryOf<typeof endpoint>,
  wiring: Wiring,
): Promise<ResponseOf<typeof endpoint>> {
  const rows = await pageOfQuestions(trx, filter, readIdCursor(query.cursor), query.limit + 1);
  const page = rows.slice(0, query.limit);
  const names = await wiring.organisationNames(trx, [...new Set(page.map((row) => row.organisation_id))]);
  return {
    items: page.map((row) => ({
      id: row.id,
      market: row.market,
      subject: row.subject,
      productId: row.product_id,
      about: row.about,
      state: row.state,
      organisation: { id: row.organisation_id, names: names.get(row.organisation_id) ?? {} },
      askedAt: row.at.toISOString(),
      answers: row.answers,
    })),
    nextCursor: rows.length > query.limit ? writeCursor([page.at(-1)!.id]) : null,
  };
}

/** A picture of a question, for whoever may read the question. @throws Problem platform.notFound */
export async function openQuestionPicture(
  trx: Db,
  actor: Actor,
  input: { id: string; fileId: string; width: 320 | 960 | undefined },
  reply: FastifyReply,
  ground: Pick<Ground, 'files'>,
  wiring: Wiring,
): Promise<Readable> {
  const row = await findReadable(trx, actor, input.id, wiring);
  if (!(await picturesOf(trx, row.id)).includes(input.fileId)) throw new Problem(problems.notFound);
  const file = await ground.files.find(trx, input.fileId);
  const content = file && (await ground.files.open(file, input.width));
  if (!content) throw new Problem(problems.notFound);
  reply.header('cache-control', 'private, max-age=3600').header('x-content-type-options', 'nosniff');
  return content;
}

import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { countryCode, idSchema, instant, pageOf, pageQuery } from '../scalars.ts';
import { localisedPlainText, plainText } from '../text.ts';
import { habitNote } from './habit.ts';
import { rulePredicate, ruleScope } from './rule.ts';
import { habitTopic } from './vocabulary.ts';
import { questionSubjects } from '../words.ts';

const organisation = z.object({ id: idSchema, names: z.record(z.string(), z.string()) });

export const marketAnswer = z.object({
  id: idSchema,
  organisation,
  person: z.string().nullable(),
  text: z.string(),
  at: instant,
  /** The habit that was made of it. */
  habitId: idSchema.nullable(),
});
export type MarketAnswer = z.infer<typeof marketAnswer>;

export const questionStates = ['open', 'closed'] as const;

const questionCard = z.object({
  id: idSchema,
  market: countryCode,
  subject: z.enum(questionSubjects),
  /** Of the alliance's own; null where it was told in words only. */
  productId: idSchema.nullable(),
  /** What it is about, as the asker calls it. */
  about: z.string(),
  state: z.enum(questionStates),
  organisation,
  askedAt: instant,
  answers: z.int(),
});
export type QuestionCard = z.infer<typeof questionCard>;

/** A member's question to the members of a market. */
export const marketQuestion = questionCard.omit({ answers: true }).extend({
  text: z.string(),
  person: z.string().nullable(),
  /** Pictures of the pack or the offer; opened under the question's own address. */
  pictures: z.array(idSchema).max(4),
  answers: z.array(marketAnswer).max(200),
  /** What this reader may do. */
  may: z.object({ answer: z.boolean(), close: z.boolean() }),
});
export type MarketQuestion = z.infer<typeof marketQuestion>;

const tag = 'Ask a local';
const questionParams = z.strictObject({ id: idSchema });

export const uploadQuestionPicture = endpoint({
  operationId: 'markets.uploadQuestionPicture',
  method: 'POST',
  path: '/market-questions/pictures',
  tag,
  summary: 'Hand in a picture for a question (at most 10 MB); name its id when asking',
  upload: { maxBytes: 10_000_000 },
  response: z.object({ id: idSchema }),
  status: 201,
});

export const askLocals = endpoint({
  operationId: 'markets.askLocals',
  method: 'POST',
  path: '/market-questions',
  tag,
  summary: 'Ask the members of a market about a pack or an offer; they see it in their inbox and get a mail',
  body: z.strictObject({
    market: countryCode,
    subject: z.enum(questionSubjects),
    productId: idSchema.nullable().default(null),
    about: plainText(200),
    text: plainText(4000),
    pictures: z.array(idSchema).max(4).default([]),
  }),
  response: marketQuestion,
  status: 201,
});

export const listQuestions = endpoint({
  operationId: 'markets.listQuestions',
  method: 'GET',
  path: '/market-questions',
  tag,
  summary: 'Questions to the members of one’s own market, or those one’s organisation asked; newest first',
  query: pageQuery.extend({
    box: z.enum(['inbox', 'asked']).default('inbox'),
    market: countryCode.optional(),
    product: idSchema.optional(),
    state: z.enum(questionStates).optional(),
  }),
  response: pageOf(questionCard),
});

export const getQuestion = endpoint({
  operationId: 'markets.getQuestion',
  method: 'GET',
  path: '/market-questions/:id',
  tag,
  summary: 'A question with its answers: for who asked, the members of the market and the secretariat',
  params: questionParams,
  response: marketQuestion,
});

export const openQuestionPicture = endpoint({
  operationId: 'markets.openQuestionPicture',
  method: 'GET',
  path: '/market-questions/:id/pictures/:fileId',
  tag,
  summary: 'A picture of a question, for whoever may read the question',
  params: questionParams.extend({ fileId: idSchema }),
  query: z.strictObject({ width: z.enum(['320', '960']).optional() }),
  produces: 'image/webp',
});

export const answerQuestion = endpoint({
  operationId: 'markets.answerQuestion',
  method: 'POST',
  path: '/market-questions/:id/answers',
  tag,
  summary: 'Answer as a member of that market',
  params: questionParams,
  body: z.strictObject({ text: plainText(4000) }),
  response: marketQuestion,
  status: 201,
});

export const closeQuestion = endpoint({
  operationId: 'markets.closeQuestion',
  method: 'POST',
  path: '/market-questions/:id/close',
  tag,
  summary: 'Close one’s own question: it stays readable and takes no more answers',
  params: questionParams,
  response: marketQuestion,
});

export const makeHabitOfAnswer = endpoint({
  operationId: 'markets.makeHabitOfAnswer',
  method: 'POST',
  path: '/market-questions/:id/answers/:answerId/habit',
  tag,
  summary: 'Make a habit note of an answer; it stays unconfirmed until members of that market speak',
  params: questionParams.extend({ answerId: idSchema }),
  body: z.strictObject({
    topic: habitTopic,
    claim: localisedPlainText(600),
    advice: localisedPlainText(600),
    scope: ruleScope.default(ruleScope.parse({})),
    check: rulePredicate.nullable().default(null),
  }),
  response: habitNote,
  status: 201,
});

import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { countryCode, idSchema, instant, oneOrMany, pageOf, pageQuery, version } from '../scalars.ts';
import { localisedPlainText, plainText } from '../text.ts';
import { marketSource, rulePredicate, ruleScope } from './rule.ts';
import { habitStatus, habitTopic, voice } from './vocabulary.ts';

const habitFields = {
  topic: habitTopic,
  /** What is so there. */
  claim: localisedPlainText(600),
  /** What to do about it. */
  advice: localisedPlainText(600),
  scope: ruleScope,
  /** What of a product it can be asked of; null where only people can keep it. */
  check: rulePredicate.nullable(),
  source: marketSource,
} as const;

/** One member's word on a habit of its own market. */
export const habitVoice = z.object({
  organisationId: idSchema,
  /** Null where the reader may not read about single members. */
  organisationNames: z.record(z.string(), z.string()).nullable(),
  person: z.string().nullable(),
  voice,
  note: z.string().nullable(),
  at: instant,
  /** Spoken about an earlier wording: shown, but no longer counted. */
  earlierWording: z.boolean(),
});
export type HabitVoice = z.infer<typeof habitVoice>;

export const habitNote = z.object({
  id: idSchema,
  market: countryCode,
  ...habitFields,
  status: habitStatus,
  voices: z.array(habitVoice).max(200),
  /** Came with the software and nobody has changed it here. */
  shipped: z.boolean(),
  updatedAt: instant,
  version,
});
export type HabitNote = z.infer<typeof habitNote>;

const tag = 'Market habits';
const habitParams = z.strictObject({ id: idSchema });

export const listHabits = endpoint({
  operationId: 'markets.listHabits',
  method: 'GET',
  path: '/market-habits',
  tag,
  summary: 'Habits of a market: what is claimed, what to do, whose word stands for it',
  query: pageQuery.extend({ market: countryCode.optional(), topic: oneOrMany(habitTopic) }),
  response: pageOf(habitNote),
});

export const getHabit = endpoint({
  operationId: 'markets.getHabit',
  method: 'GET',
  path: '/market-habits/:id',
  tag,
  summary: 'One habit',
  params: habitParams,
  response: habitNote,
  versioned: true,
});

export const addHabit = endpoint({
  operationId: 'markets.addHabit',
  method: 'POST',
  path: '/market-habits',
  tag,
  summary: 'Write down a habit; it stays unconfirmed until members of that market speak',
  body: z.strictObject({
    market: countryCode,
    ...habitFields,
    scope: ruleScope.default(ruleScope.parse({})),
    check: habitFields.check.default(null),
  }),
  response: habitNote,
  status: 201,
});

export const changeHabit = endpoint({
  operationId: 'markets.changeHabit',
  method: 'PATCH',
  path: '/market-habits/:id',
  tag,
  summary: 'Change a habit; a new claim or advice waits for new voices',
  params: habitParams,
  body: z.strictObject(habitFields).partial(),
  response: habitNote,
  versioned: true,
});

export const endHabit = endpoint({
  operationId: 'markets.endHabit',
  method: 'POST',
  path: '/market-habits/:id/end',
  tag,
  summary: 'Take a habit out; its history is kept',
  params: habitParams,
  body: z.strictObject({ reason: plainText(600) }),
  status: 204,
});

export const speakOnHabit = endpoint({
  operationId: 'markets.speakOnHabit',
  method: 'PUT',
  path: '/market-habits/:id/voice',
  tag,
  summary:
    'Confirm or contest a habit of the market one’s own organisation is in: one voice each, changeable',
  params: habitParams,
  body: z.strictObject({ voice, note: plainText(600).nullable().default(null) }),
  response: habitNote,
});

export const withdrawVoice = endpoint({
  operationId: 'markets.withdrawVoice',
  method: 'DELETE',
  path: '/market-habits/:id/voice',
  tag,
  summary: 'Take one’s own organisation’s voice back',
  params: habitParams,
  response: habitNote,
});

import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { countryCode, idSchema, pageOf, pageQuery } from '../scalars.ts';
import { plainText } from '../text.ts';
import { wishKinds } from '../words.ts';
import { tag, params, party } from './parts.ts';

/** Wishes that one organisation states for one gathering at most. */
export const mostWishes = 60;

/** A wish to meet, as one of the two sees it. */
const wish = z.object({
  id: idSchema,
  /** Whom we wish to meet, or who wishes to meet us. */
  other: party,
  kind: z.enum(wishKinds),
  why: z.string().nullable(),
  /** What is refused goes on to wait, for who stated it. */
  state: z.enum(['waiting', 'accepted', 'refused']),
});
export type MeetingWish = z.infer<typeof wish>;

const suggestion = z.object({
  other: party,
  /** Each says why: their product for our demand, or ours for theirs; points 0–1000. */
  reasons: z
    .array(
      z.object({
        code: z.enum(['theyHave', 'theyWant']),
        words: z.string(),
        market: countryCode,
        points: z.int(),
      }),
    )
    .max(3),
});
export type MeetingSuggestion = z.infer<typeof suggestion>;

export const getMatchmaking = endpoint({
  operationId: 'gatherings.getMatchmaking',
  method: 'GET',
  path: '/gatherings/:id/matchmaking',
  tag,
  summary: 'Whom one’s organisation wishes to meet, who wishes to meet it, and whom matching suggests',
  params,
  response: z.object({
    stated: z.array(wish).max(mostWishes),
    /** Wishes of others, those without an answer first. */
    received: z.array(wish).max(200),
    suggestions: z.array(suggestion).max(20),
    /** Numbers of slots in which nobody of the organisation can meet. */
    unavailable: z.array(z.int()).max(80),
  }),
});

export const listParticipants = endpoint({
  operationId: 'gatherings.listParticipants',
  method: 'GET',
  path: '/gatherings/:id/participants',
  tag,
  summary: 'Organisations with an approved registration, for each other',
  params,
  query: pageQuery,
  response: pageOf(party),
});

export const stateWish = endpoint({
  operationId: 'gatherings.stateWish',
  method: 'PUT',
  path: '/gatherings/:id/wishes/:organisationId',
  tag,
  summary: 'Wish to meet another organisation there, or not to; wished by both it is accepted',
  params: z.strictObject({ id: idSchema, organisationId: idSchema }),
  body: z.strictObject({ kind: z.enum(wishKinds), why: plainText(500).nullable().default(null) }),
  response: wish,
});

export const withdrawWish = endpoint({
  operationId: 'gatherings.withdrawWish',
  method: 'DELETE',
  path: '/gathering-wishes/:id',
  tag,
  summary: 'Take a wish of one’s own back',
  params,
  status: 204,
});

export const answerWish = endpoint({
  operationId: 'gatherings.answerWish',
  method: 'POST',
  path: '/gathering-wishes/:id/answer',
  tag,
  summary: 'Accept or refuse to meet; who wished it is not told of a refusal',
  params,
  body: z.strictObject({ answer: z.enum(['accepted', 'refused']) }),
  response: wish,
});

export const setUnavailable = endpoint({
  operationId: 'gatherings.setUnavailable',
  method: 'PUT',
  path: '/gatherings/:id/unavailable',
  tag,
  summary: 'Slots in which nobody of one’s organisation can meet; heeded when the schedule is next made',
  params,
  body: z.strictObject({ slots: z.array(z.int().min(1).max(80)).max(80) }),
  response: z.object({ slots: z.array(z.int()).max(80) }),
});

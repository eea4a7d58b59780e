import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, countryCode, idSchema, instant, pageOf, pageQuery, version } from './scalars.ts';
import { memberKind } from './members.ts';
import { plainText } from './text.ts';
import { relationKinds, relationVisibility } from './words.ts';

/** What one side says of a relation. */
const relationSide = {
  /** How far one would vouch for the other, 1–100. */
  strength: z.int().min(1).max(100),
  visibility: z.enum(relationVisibility),
};

const partner = z.object({
  id: idSchema,
  names: z.record(z.string(), z.string()),
  kind: memberKind,
  country: countryCode,
});

/** A relation as one of its two sides sees it. */
export const relation = z.object({
  id: idSchema,
  partner,
  kind: z.enum(relationKinds),
  since: calendarDate.nullable(),
  /** What it rests on, as whoever stated it wrote it. */
  evidence: z.string(),
  /** `stated` until the other side confirms it; only then does it lead anywhere. */
  state: z.enum(['stated', 'confirmed']),
  statedByUs: z.boolean(),
  ours: z.object(relationSide).nullable(),
  /** What counts: the lesser of both sides; null until both have spoken. */
  strength: z.int().nullable(),
  visibility: z.enum(relationVisibility).nullable(),
  statedAt: instant,
  version,
});
export type Relation = z.infer<typeof relation>;

const tag = 'Network';
const relationParams = z.strictObject({ id: idSchema });

export const stateRelation = endpoint({
  operationId: 'network.stateRelation',
  method: 'POST',
  path: '/relations',
  tag,
  summary: 'State a relation of one’s organisation to another member; it counts once they confirm it',
  body: z.strictObject({
    organisationId: idSchema,
    kind: z.enum(relationKinds),
    since: calendarDate.nullable().default(null),
    evidence: plainText(2000),
    ...relationSide,
  }),
  response: relation,
  status: 201,
  versioned: true,
});

export const listRelations = endpoint({
  operationId: 'network.listRelations',
  method: 'GET',
  path: '/relations',
  tag,
  summary: 'The relations of one’s own organisation, the newest first; and those it was asked to confirm',
  query: pageQuery.extend({ state: z.enum(['stated', 'confirmed', 'toConfirm']).optional() }),
  response: pageOf(relation).extend({ total: z.int() }),
});

export const getRelation = endpoint({
  operationId: 'network.getRelation',
  method: 'GET',
  path: '/relations/:id',
  tag,
  summary: 'One relation of one’s own organisation',
  params: relationParams,
  response: relation,
  versioned: true,
});

export const confirmRelation = endpoint({
  operationId: 'network.confirmRelation',
  method: 'POST',
  path: '/relations/:id/confirm',
  tag,
  summary: 'Confirm a relation that another member stated, with one’s own view of it',
  params: relationParams,
  body: z.strictObject(relationSide),
  response: relation,
  versioned: true,
});

export const declineRelation = endpoint({
  operationId: 'network.declineRelation',
  method: 'POST',
  path: '/relations/:id/decline',
  tag,
  summary: 'Decline a relation that another member stated; to them it stays stated and nothing more',
  params: relationParams,
  status: 204,
});

export const updateRelation = endpoint({
  operationId: 'network.updateRelation',
  method: 'PATCH',
  path: '/relations/:id',
  tag,
  summary: 'Change one’s own view of a relation',
  params: relationParams,
  body: z
    .strictObject({ strength: relationSide.strength, visibility: relationSide.visibility })
    .partial()
    .refine((body) => Object.keys(body).length > 0),
  response: relation,
  versioned: true,
});

export const endRelation = endpoint({
  operationId: 'network.endRelation',
  method: 'DELETE',
  path: '/relations/:id',
  tag,
  summary: 'End a relation, or take back what was stated; either side may',
  params: relationParams,
  status: 204,
});

/** The best way to a member through one whom the asker knows. */
export const introductionWay = z.object({
  /** Whom the asker knows and would ask. */
  through: partner,
  /** The one between them and the member, where there is one: told by name only where both its relations are open. */
  second: z.object({ kind: memberKind, country: countryCode, partner: partner.nullable() }).nullable(),
  /** The strengths along the way multiplied, in thousandths. */
  trust: z.int().min(0).max(1000),
});
export type IntroductionWay = z.infer<typeof introductionWay>;

export const findIntroductions = endpoint({
  operationId: 'network.findIntroductions',
  method: 'GET',
  path: '/introductions/ways',
  tag,
  summary:
    'Who could introduce one’s organisation to a member: the best way through each acquaintance, at most three relations long',
  query: z.strictObject({
    organisation: idSchema,
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  response: z.object({
    /** They have a confirmed relation with each other already. */
    known: z.boolean(),
    /** The most trusted first. */
    ways: z.array(introductionWay).max(50),
  }),
});

/** One organisation that an introduction was put to, as those after it and both ends read it. */
const introductionHop = z.object({
  organisation: partner,
  /** What it says of the asker to whom it passed them on. */
  note: z.string().nullable(),
});

/** An introduction as one of those it concerns sees it. */
export const introduction = z.object({
  id: idSchema,
  /** Which of them the reader’s organisation is. */
  part: z.enum(['asker', 'introducer', 'target']),
  asker: partner,
  target: partner,
  purpose: z.string(),
  /** What is declined goes on to wait until it expires, for everybody but whoever declined it. */
  state: z.enum(['waiting', 'introduced', 'expired', 'withdrawn']),
  /** What one’s own organisation answered; null for the asker and until then. */
  answer: z.enum(['passed', 'agreed', 'declined']).nullable(),
  /** It waits for the reader’s organisation. */
  toAnswer: z.boolean(),
  /** Who passed it on: to an asker the first one until they are introduced, to others those before them. */
  introducers: z.array(introductionHop).max(2),
  /** Of an introducer whose turn it is: to whom it could be passed on, the best first; the target itself where they know each other. */
  passTo: z.array(z.object({ partner, trust: z.int() })).max(10),
  /** Whom to write to, once they are introduced: the target’s for the asker, the asker’s for the target. */
  contact: z.object({ person: z.string(), email: z.string() }).nullable(),
  /** For an introducer and both ends: the stages that deals have come to which grew from it; never amounts. */
  deals: z.array(z.object({ stage: z.string(), at: instant })).max(50),
  askedAt: instant,
  expiresAt: instant,
  introducedAt: instant.nullable(),
});
export type Introduction = z.infer<typeof introduction>;

export const askForIntroduction = endpoint({
  operationId: 'network.askForIntroduction',
  method: 'POST',
  path: '/introductions',
  tag,
  summary:
    'Ask an acquaintance to introduce one’s organisation to a member; everybody on the way has to agree',
  body: z.strictObject({
    organisationId: idSchema,
    /** The acquaintance who is asked first. */
    through: idSchema,
    /** Why; everybody on the way reads it. */
    purpose: plainText(2000),
  }),
  response: introduction,
  status: 201,
});

export const listIntroductions = endpoint({
  operationId: 'network.listIntroductions',
  method: 'GET',
  path: '/introductions',
  tag,
  summary:
    'Introductions that one’s organisation asked for, has to answer, or has had a part in; the newest first',
  query: pageQuery.extend({ part: z.enum(['asked', 'toAnswer', 'answered']).optional() }),
  response: pageOf(introduction).extend({ total: z.int() }),
});

export const getIntroduction = endpoint({
  operationId: 'network.getIntroduction',
  method: 'GET',
  path: '/introductions/:id',
  tag,
  summary: 'One introduction that concerns one’s own organisation',
  params: relationParams,
  response: introduction,
});

export const passIntroduction = endpoint({
  operationId: 'network.passIntroduction',
  method: 'POST',
  path: '/introductions/:id/pass',
  tag,
  summary: 'Pass an introduction on, to the one asked for or to an acquaintance who knows them',
  params: relationParams,
  body: z.strictObject({ to: idSchema, note: plainText(1000).nullable().default(null) }),
  response: introduction,
});

export const agreeToIntroduction = endpoint({
  operationId: 'network.agreeToIntroduction',
  method: 'POST',
  path: '/introductions/:id/agree',
  tag,
  summary: 'Agree to be introduced: from now on both know whom to write to',
  params: relationParams,
  response: introduction,
});

export const declineIntroduction = endpoint({
  operationId: 'network.declineIntroduction',
  method: 'POST',
  path: '/introductions/:id/decline',
  tag,
  summary: 'Decline an introduction, as introducer or as the one asked for; nobody is told',
  params: relationParams,
  status: 204,
});

export const withdrawIntroduction = endpoint({
  operationId: 'network.withdrawIntroduction',
  method: 'POST',
  path: '/introductions/:id/withdraw',
  tag,
  summary: 'Take back an introduction that one asked for and that still waits',
  params: relationParams,
  status: 204,
});

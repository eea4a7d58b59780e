import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, countryCode, idSchema, instant, pageOf, pageQuery, version } from './scalars.ts';
import { memberKind } from './members.ts';
import { plainText } from './text.ts';

export const relationKinds = [
  'trade',
  'partnership',
  'membership',
  'kinship',
  'hometown',
  'schoolmates',
  'acquaintance',
] as const;

/**
 * Who may learn of a relation. `hidden`: nobody but the two. `existence`: that there is one may lead others to an
 * introduction, without saying between whom. `open`: members may read who it is. Of the two sides' wishes the closer counts.
 */
export const relationVisibility = ['hidden', 'existence', 'open'] as const;

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

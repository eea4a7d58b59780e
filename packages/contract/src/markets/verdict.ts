import { z } from 'zod';
import { storageClass } from '../catalogue/vocabulary.ts';
import { endpoint } from '../endpoint.ts';
import { calendarDate, countryCode, idSchema, instant } from '../scalars.ts';
import { habitNote } from './habit.ts';
import { marketSource, ruleEvidence, ruleReview } from './rule.ts';
import { confidence, entry, outcome, ruleEffect } from './vocabulary.ts';

/** Stands among the animal ingredients of goods that contain something of an animal without saying what. */
export const unspecifiedAnimal = 'unspecified';

/**
 * What rules are asked about. Null is “not known”, which is never a pass; an empty list is “known: none”.
 * Ingredients are keys of the catalogue's vocabulary (`beef-tallow`), or the words of the label.
 */
export const productFacts = z.object({
  hs6: z.string().nullable(),
  category: z.string().nullable(),
  kind: z.string().nullable(),
  storageClass,
  /** Tenths of °C. */
  minTenthsC: z.int().nullable(),
  maxTenthsC: z.int().nullable(),
  shelfLifeDays: z.int().nullable(),
  ingredients: z.array(z.string()).nullable(),
  animalIngredients: z.array(z.string()).nullable(),
  allergens: z.array(z.string()).nullable(),
  additives: z.array(z.string()).nullable(),
  batteries: z.boolean(),
  dangerous: z.boolean(),
  /** Thousandths by volume. */
  alcoholPermille: z.int().nullable(),
  certificates: z.array(
    z.object({ kind: z.string(), number: z.string(), validUntil: z.string().nullable() }),
  ),
  /** Languages of the label this market's variant carries. */
  labelLanguages: z.array(z.string()).nullable(),
  geographicalIndication: z.string().nullable(),
  /** How many units stand together in a pack that is given or sold as one: a gift box of four is 4. */
  packSizes: z.array(z.int()).nullable(),
});
export type ProductFacts = z.infer<typeof productFacts>;

/** Why a check came out as it did: a code of ours and the values its sentence names. */
export const checkReason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});
export type CheckReason = z.infer<typeof checkReason>;

export const ruleCheck = z.object({
  ruleId: idSchema,
  code: z.string(),
  area: z.string(),
  effect: ruleEffect,
  outcome,
  reason: checkReason,
  requirement: z.record(z.string(), z.string()),
  evidence: ruleEvidence,
  citation: marketSource,
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  review: ruleReview.nullable(),
  confidence,
});
export type RuleCheck = z.infer<typeof ruleCheck>;

/** A habit as it bears on one product: flagged where the product does what the habit warns of. */
export const flaggedHabit = habitNote.extend({
  /** Null where the habit asks nothing of the product itself. */
  outcome: outcome.nullable(),
  reason: checkReason.nullable(),
});
export type FlaggedHabit = z.infer<typeof flaggedHabit>;

/** May it enter, and why. Habits advise; they never change `entry`. */
export const marketVerdict = z.object({
  market: countryCode,
  on: calendarDate,
  entry,
  checks: z.array(ruleCheck).max(500),
  habits: z.array(flaggedHabit).max(500),
});
export type MarketVerdict = z.infer<typeof marketVerdict>;

export const getMarketVerdict = endpoint({
  operationId: 'markets.getVerdict',
  method: 'GET',
  path: '/markets/:code/verdict',
  tag: 'Markets',
  summary:
    'May this product enter this market: every rule that applies, with its outcome, reason and citation',
  params: z.strictObject({ code: countryCode }),
  query: z.strictObject({ product: idSchema, on: calendarDate.optional() }),
  response: marketVerdict.extend({
    product: z.object({ id: idSchema, names: z.record(z.string(), z.string()) }),
    facts: productFacts,
    askedAt: instant,
  }),
});

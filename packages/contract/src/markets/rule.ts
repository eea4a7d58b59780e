import { z } from 'zod';
import { certificateKind, storageClass } from '../catalogue/vocabulary.ts';
import { endpoint } from '../endpoint.ts';
import { formed } from '../form.ts';
import {
  calendarDate,
  idSchema,
  instant,
  languageTag,
  oneOrMany,
  pageOf,
  pageQuery,
  version,
} from '../scalars.ts';
import { localisedPlainText, plainText } from '../text.ts';
import { area, confidence, ruleEffect } from './vocabulary.ts';

/** The first two to six digits of an HS code (HS 2022). */
export const hsPrefix = formed('hsPrefix', /^\d{2,6}$/);
const word = formed('marketWord', /^[a-z0-9][a-z0-9-]{0,59}$/);
const words = z.array(word).max(80);
const prefixes = z.array(hsPrefix).max(120);

/**
 * Which goods a rule speaks of. What is left empty doesn't narrow; everything named must hold. `hs` and
 * `categories` name the same goods in two ways: the HS code decides where it is known, else the category.
 * `exceptHs` takes goods out again.
 */
export const ruleScope = z.strictObject({
  hs: prefixes.default([]),
  exceptHs: prefixes.default([]),
  categories: words.default([]),
  kinds: words.default([]),
  ingredients: words.default([]),
  /** Only goods with something of an animal in them. */
  animal: z.boolean().default(false),
  storage: z.array(storageClass).max(5).default([]),
  batteries: z.boolean().default(false),
  dangerous: z.boolean().default(false),
});
export type RuleScope = z.infer<typeof ruleScope>;

const days = z.int().min(1).max(36_500);
/** What is asked of the facts: a closed vocabulary, so that every rule can be told in words and tested on both sides. */
export const rulePredicate = z.discriminatedUnion('is', [
  /** A certificate of one of these kinds, valid on the day asked for. */
  z.strictObject({ is: z.literal('certificateOfKind'), kinds: z.array(certificateKind).min(1).max(6) }),
  /** The label says what it must in one of these languages, or in all of them. */
  z.strictObject({
    is: z.literal('labelInLanguages'),
    languages: z.array(languageTag).min(1).max(6),
    all: z.boolean().default(false),
  }),
  /** Allergens, where there are any, are told on a label in one of these languages. */
  z.strictObject({
    is: z.literal('allergensDeclaredIn'),
    languages: z.array(languageTag).min(1).max(6),
  }),
  /** Nothing of an animal but what is listed. */
  z.strictObject({ is: z.literal('noAnimalIngredientOutside'), allowed: words }),
  z.strictObject({ is: z.literal('ingredientAbsent'), ingredients: words.min(1) }),
  /** None of these additives, by a part of their name as declared (`E 171`, `titanium dioxide`, `二氧化钛`). */
  z.strictObject({ is: z.literal('additiveAbsent'), additives: z.array(plainText(60)).min(1).max(20) }),
  z.strictObject({ is: z.literal('hsOutside'), hs: prefixes.min(1) }),
  /** At most so many thousandths by volume. */
  z.strictObject({ is: z.literal('alcoholAtMost'), permille: z.int().min(0).max(1000) }),
  z.strictObject({ is: z.literal('shelfLifeAtLeast'), days }),
  /** At least so many thousandths of its shelf life are left when it arrives. */
  z.strictObject({ is: z.literal('lifeLeftAtLeast'), permille: z.int().min(1).max(1000) }),
  /** No pack holds just so many. */
  z.strictObject({ is: z.literal('packCountNot'), counts: z.array(z.int().min(1).max(1000)).min(1).max(10) }),
  /** Nobody has looked into it: never a pass. */
  z.strictObject({ is: z.literal('notResearched') }),
]);
export type RulePredicate = z.infer<typeof rulePredicate>;

/** What would show that the rule is met. */
export const ruleEvidence = z.strictObject({
  certificates: z.array(certificateKind).max(6).default([]),
  labelLanguages: z.array(languageTag).max(6).default([]),
});
export type RuleEvidence = z.infer<typeof ruleEvidence>;

/** Where a fact comes from. `citation` is the law's own number and article; `date` when the source was read or is of. */
export const marketSource = z.strictObject({
  title: plainText(300),
  citation: plainText(300).nullable().default(null),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  date: calendarDate.nullable().default(null),
});
export type MarketSource = z.infer<typeof marketSource>;

const ruleCode = formed('ruleCode', /^[A-Z]{2,5}-[A-Z0-9]+(-[A-Z0-9]+)*$/);

const ruleFields = {
  area,
  effect: ruleEffect,
  scope: ruleScope,
  predicate: rulePredicate,
  /** The requirement in our own words. */
  requirement: localisedPlainText(1000),
  evidence: ruleEvidence,
  source: marketSource,
  validFrom: calendarDate.nullable(),
  /** The last day it holds. */
  validTo: calendarDate.nullable(),
  confidence,
} as const;

/** Whoever held a rule against its source, and when; a change takes it away. */
export const ruleReview = z.object({ person: z.string(), at: instant });

export const marketRule = z.object({
  id: idSchema,
  /** Stable name of a rule: `GB-FOOD-ANIMAL`. */
  code: z.string(),
  ...ruleFields,
  /** Null until a person has reviewed it. */
  review: ruleReview.nullable(),
  /** Came with the software and nobody has changed it here. */
  shipped: z.boolean(),
  updatedAt: instant,
  version,
});
export type MarketRule = z.infer<typeof marketRule>;

const tag = 'Market rules';
const ruleParams = z.strictObject({ id: idSchema });

export const listMarketRules = endpoint({
  operationId: 'markets.listRules',
  method: 'GET',
  path: '/market-rules',
  tag,
  summary: 'Rules by market (with those of its unions), effect and day',
  query: pageQuery.extend({
    /** Rules that hold in this market: its own, its unions’, the world’s. */
    market: formed('country', /^[A-Z]{2}$/).optional(),
    area: oneOrMany(area),
    effect: oneOrMany(ruleEffect),
    /** Only rules in force on this day; all of them without it. */
    on: calendarDate.optional(),
  }),
  response: pageOf(marketRule),
});

export const getMarketRule = endpoint({
  operationId: 'markets.getRule',
  method: 'GET',
  path: '/market-rules/:id',
  tag,
  summary: 'One rule',
  params: ruleParams,
  response: marketRule,
  versioned: true,
});

export const addMarketRule = endpoint({
  operationId: 'markets.addRule',
  method: 'POST',
  path: '/market-rules',
  tag,
  summary: 'Write down a rule; plans it touches are told',
  body: z.strictObject({
    code: ruleCode,
    ...ruleFields,
    scope: ruleScope.default(ruleScope.parse({})),
    evidence: ruleEvidence.default(ruleEvidence.parse({})),
    validFrom: ruleFields.validFrom.default(null),
    validTo: ruleFields.validTo.default(null),
  }),
  response: marketRule,
  status: 201,
});

export const changeMarketRule = endpoint({
  operationId: 'markets.changeRule',
  method: 'PATCH',
  path: '/market-rules/:id',
  tag,
  summary: 'Change a rule: only what is named; the review is taken away, plans it touches are told',
  params: ruleParams,
  body: z.strictObject(ruleFields).partial(),
  response: marketRule,
  versioned: true,
});

export const endMarketRule = endpoint({
  operationId: 'markets.endRule',
  method: 'POST',
  path: '/market-rules/:id/end',
  tag,
  summary: 'Say from when a rule no longer holds; plans it touches are told',
  params: ruleParams,
  body: z.strictObject({ lastDay: calendarDate }),
  response: marketRule,
});

export const reviewMarketRule = endpoint({
  operationId: 'markets.reviewRule',
  method: 'POST',
  path: '/market-rules/:id/review',
  tag,
  summary: 'Say that a person has held this version of the rule against its source',
  params: ruleParams,
  body: z.strictObject({ version }),
  response: marketRule,
});

export const factChanges = ['added', 'changed', 'ended', 'reviewed'] as const;
export const listMarketRuleVersions = endpoint({
  operationId: 'markets.listRuleVersions',
  method: 'GET',
  path: '/market-rules/:id/versions',
  tag,
  summary: 'What a rule said before, and who changed it when; newest first',
  params: ruleParams,
  query: pageQuery,
  response: pageOf(
    z.object({
      version,
      change: z.enum(factChanges),
      /** Null where the software brought it. */
      person: z.string().nullable(),
      at: instant,
      snapshot: z.record(z.string(), z.json()),
    }),
  ),
});

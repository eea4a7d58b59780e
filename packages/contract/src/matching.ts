import { z } from 'zod';
import { makerSchema } from './catalogue/product.ts';
import { certificateKind, incoterm, quantityUnit, storageClass } from './catalogue/vocabulary.ts';
import { endpoint } from './endpoint.ts';
import { memberKind } from './members.ts';
import {
  calendarDate,
  countryCode,
  currencyCode,
  hs6,
  idSchema,
  instant,
  pageOf,
  pageQuery,
  version,
} from './scalars.ts';
import { sheetEndpoints } from './sheets.ts';
import { plainText, searchText } from './text.ts';
import { demandRhythms, demandSorts, matchAnswers } from './words.ts';

const tag = 'Matching';
const demandParams = z.strictObject({ id: idSchema });

export const demandStates = ['open', 'closed'] as const;

const demandFields = {
  /** What is wanted, in the buyer's words. */
  words: plainText(200),
  hs6: hs6.nullable().default(null),
  /** Each time, in `unit`. */
  quantity: z.int().min(1).max(100_000_000),
  unit: quantityUnit,
  rhythm: z.enum(demandRhythms).default('monthly'),
  /** Where it is to arrive, ISO 3166-1 alpha-2. */
  market: countryCode,
  /** What a unit may cost on the Incoterm, in minor units. */
  targetPrice: z
    .strictObject({ amount: z.int().min(1).max(1_000_000_000_000), currency: currencyCode })
    .nullable()
    .default(null),
  incoterm: incoterm.default('DAP'),
  /** Without them a product is no match. */
  certificates: z.array(certificateKind).max(10).default([]),
  storage: storageClass.nullable().default(null),
  /** The first delivery should arrive between these days. */
  arrives: z
    .strictObject({ earliest: calendarDate, latest: calendarDate })
    .refine(({ earliest, latest }) => earliest <= latest, {
      path: ['latest'],
      params: { code: 'matching.windowOrder' },
    })
    .nullable()
    .default(null),
  note: plainText(2000).nullable().default(null),
  /** After this day it is closed by itself. */
  openUntil: calendarDate,
} as const;

export const demandInput = z.strictObject(demandFields);
export type DemandInput = z.infer<typeof demandInput>;

/** How much of a demand the alliance's makers can give, when all open demands are looked at together. */
const coverage = z.object({
  /** Units a month that are wanted and that are matched, in the demand's unit. */
  wanted: z.int(),
  matched: z.int(),
  makers: z.int(),
  /** `noMatch`: nothing does at all; `capacity`: what does is given already, to it or to others. */
  whyShort: z.enum(['noMatch', 'capacity']).nullable(),
});

export const demand = z.object({
  id: idSchema,
  buyer: z.object({
    id: idSchema,
    names: z.record(z.string(), z.string()),
    kind: memberKind,
    country: countryCode,
  }),
  ...demandFields,
  state: z.enum(demandStates),
  /** When it was last held against the products; null while that is still to be done for this version. */
  matchedAt: instant.nullable(),
  /** Null until it has been matched. */
  coverage: coverage.nullable(),
  /** It is the reader's own organisation's. */
  mine: z.boolean(),
  createdAt: instant,
  version,
});
export type Demand = z.infer<typeof demand>;

const params = z.record(z.string(), z.union([z.string(), z.number()]));
export const matchCriteria = [
  'network',
  'character',
  'goods',
  'price',
  'capacity',
  'rules',
  'road',
  'feedback',
] as const;

/** A product that was held against a demand, with why. */
export const demandMatch = z.object({
  product: z.object({
    id: idSchema,
    sku: z.string(),
    names: z.record(z.string(), z.string()),
    maker: makerSchema,
  }),
  /** 0–1000: the sum of the reasons' points. */
  points: z.int(),
  reasons: z
    .array(
      z.object({
        criterion: z.enum(matchCriteria),
        points: z.int(),
        most: z.int(),
        code: z.string(),
        params,
      }),
    )
    .max(8),
  /** With any of these it is no match, whatever its points. */
  blockedBy: z.array(z.object({ code: z.string(), params })).max(50),
  /** Units a month it is to give this demand, in the demand's unit. */
  given: z.int(),
  /** What the buyer said of it last. */
  answer: z.object({ answer: z.enum(matchAnswers), at: instant }).nullable(),
});
export type DemandMatch = z.infer<typeof demandMatch>;

export const createDemand = endpoint({
  operationId: 'matching.createDemand',
  method: 'POST',
  path: '/demands',
  tag,
  summary: 'Say what one’s organisation wants to buy; products are held against it at once',
  body: demandInput,
  response: demand,
  status: 201,
  versioned: true,
});

const demandFilters = {
  /** Words of what is wanted. */
  q: searchText.optional(),
  market: countryCode.optional(),
  state: z.enum(demandStates).optional(),
  /** `own`: of one's own organisation; `forUs`: that one's own products match. */
  show: z.enum(['own', 'forUs']).optional(),
} as const;

export const listDemands = endpoint({
  operationId: 'matching.listDemands',
  method: 'GET',
  path: '/demands',
  tag,
  summary: 'What members want to buy: open ones unless asked otherwise',
  query: pageQuery.extend({ ...demandFilters, sort: z.enum(demandSorts).default('newest') }),
  response: pageOf(demand).extend({ total: z.int() }),
});

export const [exportDemandsCsv, exportDemandsXlsx] = sheetEndpoints({
  operation: 'matching.exportDemands',
  path: '/demands/export',
  tag,
  summary: 'The list of demands as a sheet; at most 20,000',
  query: z.strictObject({ ...demandFilters, sort: z.enum(demandSorts).default('newest') }),
});

export const getDemand = endpoint({
  operationId: 'matching.getDemand',
  method: 'GET',
  path: '/demands/:id',
  tag,
  summary: 'One demand, and how much of it can be given',
  params: demandParams,
  response: demand,
  versioned: true,
});

export const updateDemand = endpoint({
  operationId: 'matching.updateDemand',
  method: 'PUT',
  path: '/demands/:id',
  tag,
  summary: 'Change what is wanted; products are held against it anew',
  params: demandParams,
  body: demandInput,
  response: demand,
  versioned: true,
});

export const closeDemand = endpoint({
  operationId: 'matching.closeDemand',
  method: 'POST',
  path: '/demands/:id/close',
  tag,
  summary: 'Close a demand: what makers would have given it is free for others',
  params: demandParams,
  response: demand,
  versioned: true,
});

export const listMatches = endpoint({
  operationId: 'matching.listMatches',
  method: 'GET',
  path: '/demands/:id/matches',
  tag,
  summary:
    'Products held against a demand, the best first, those that can’t be last; a maker sees its own alone',
  params: demandParams,
  response: z.object({ items: z.array(demandMatch).max(60) }),
});

export const answerMatch = endpoint({
  operationId: 'matching.answerMatch',
  method: 'POST',
  path: '/demands/:id/matches/:productId/answer',
  tag,
  summary: 'Take a proposed product or refuse it and say why; later scores learn from it',
  params: demandParams.extend({ productId: idSchema }),
  body: z.strictObject({ answer: z.enum(matchAnswers), note: plainText(1000).nullable().default(null) }),
  response: demandMatch,
});

import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { countryCode } from '../scalars.ts';
import { factSource } from './hub.ts';
import { freightConfidence as confidence } from './vocabulary.ts';

const tag = 'Freight';

/** What the post carries abroad. */
export const postalServices = ['small-packet', 'parcel', 'ems'] as const;
export const postalService = z.enum(postalServices);
export type PostalService = z.infer<typeof postalService>;

/** Why something isn't taken, in the reader's language. */
export const worded = z.object({ code: z.string(), message: z.string() });
export type Worded = z.infer<typeof worded>;

const side = z.coerce.number().int().min(1).max(10_000);

export const postalOffer = z.object({
  service: postalService,
  accepted: z.boolean(),
  /** Every rule it breaks. */
  reasons: z.array(worded).max(20),
  limits: z.object({
    maxGrams: z.int(),
    maxLongestMm: z.int(),
    /** Length, width and height together. */
    maxSumMm: z.int().nullable(),
    /** Length and the girth around the other two sides. */
    maxLengthAndGirthMm: z.int().nullable(),
  }),
  /** In minor units; null where it isn't accepted. */
  price: z.object({ amount: z.int(), currency: z.string(), confidence }).nullable(),
  days: z.object({ from: z.int(), to: z.int(), confidence }),
  source: factSource,
});

export const quoteParcel = endpoint({
  operationId: 'freight.quoteParcel',
  method: 'GET',
  path: '/freight/parcel-quote',
  tag,
  summary: 'Which postal services take a parcel, at what price, and why the others don’t',
  query: z.strictObject({
    country: countryCode,
    weightG: z.coerce.number().int().min(1).max(1_000_000),
    lengthMm: side,
    widthMm: side,
    heightMm: side,
    batteries: z.stringbool().default(false),
    dangerous: z.stringbool().default(false),
    /** What was asked for; the best other one is offered where it is refused. */
    service: postalService.default('small-packet'),
  }),
  response: z.object({
    asked: postalService,
    accepted: z.boolean(),
    /** What is offered instead where the one asked for is refused; null where the post takes it in no way. */
    offered: postalService.nullable(),
    items: z.array(postalOffer).max(postalServices.length),
  }),
});

/** Customs supervision modes of an export. */
export const customsModes = ['0110', '1039', '1210', '9610', '9710', '9810'] as const;
export const customsMode = z.enum(customsModes);
export type CustomsMode = z.infer<typeof customsMode>;

export const customsModeSchema = z.object({
  mode: customsMode,
  name: z.string(),
  what: z.string(),
  conditions: z.array(worded).max(20),
  /** The most one declaration may be worth, in minor units; null without a limit. */
  limit: z.object({ amount: z.int(), currency: z.string() }).nullable(),
  source: factSource,
});

export const listCustomsModes = endpoint({
  operationId: 'freight.listCustomsModes',
  method: 'GET',
  path: '/freight/customs-modes',
  tag,
  summary: 'The customs modes of an export: what each is, its conditions, its limit, its source',
  response: z.object({ items: z.array(customsModeSchema).max(customsModes.length) }),
});

export const customsBuyers = ['consumer', 'business'] as const;
export const customsWarehouses = ['none', 'overseas', 'bonded'] as const;

export const checkCustomsMode = endpoint({
  operationId: 'freight.checkCustomsMode',
  method: 'GET',
  path: '/freight/customs-modes/:mode/check',
  tag,
  summary: 'Whether an export fits a customs mode; what isn’t told is unknown, and unknown is no yes',
  params: z.strictObject({ mode: customsMode }),
  query: z.strictObject({
    /** Of the one declaration, in US cents. */
    valueUsdCents: z.coerce.number().int().min(0).max(1_000_000_000_000),
    buyer: z.enum(customsBuyers).optional(),
    /** Where the goods wait for their buyer. */
    warehouse: z.enum(customsWarehouses).optional(),
    /** Sold over an e-commerce platform that sends the customs its data. */
    platform: z.stringbool().optional(),
    /** Bought in a recognised market cluster. */
    marketCluster: z.stringbool().optional(),
    /** Of goods whose export is banned or restricted. */
    restricted: z.stringbool().optional(),
  }),
  response: z.object({
    mode: customsMode,
    outcome: z.enum(['fits', 'refused', 'unknown']),
    reasons: z.array(worded).max(20),
    unknowns: z.array(worded).max(20),
    rule: customsModeSchema,
  }),
});

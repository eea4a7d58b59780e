import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { calendarDate, countryCode, currencyCode, hs6, instant } from '../scalars.ts';
import { marketSource } from './rule.ts';
import { chargeBasis, chargeKind, confidence } from './vocabulary.ts';

/** Parts per million of a basis (77 000 is 7.7 %), or a fixed amount in minor units. */
export const chargeRate = z.discriminatedUnion('of', [
  z.strictObject({ of: chargeBasis, ppm: z.int().min(0).max(20_000_000) }),
  z.strictObject({
    of: z.enum(['kilogram', 'consignment']),
    amount: z.int().min(0).max(1_000_000_000),
    currency: currencyCode,
  }),
]);
export type ChargeRate = z.infer<typeof chargeRate>;

/**
 * What a market takes of goods. `rate` null: there may be one, and it is not known. That is told and
 * never counted as nothing.
 */
export const charge = z.object({
  area: z.string(),
  kind: chargeKind,
  /** HS prefix it holds for; empty for all goods. */
  hs: z.string(),
  rate: chargeRate.nullable(),
  note: z.record(z.string(), z.string()),
  source: marketSource.nullable(),
  confidence: confidence.nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
export type Charge = z.infer<typeof charge>;

const tag = 'Charges and rates';

export const listCharges = endpoint({
  operationId: 'markets.listCharges',
  method: 'GET',
  path: '/markets/:code/charges',
  tag,
  summary:
    'Duty, trade defence, VAT, excise and fees: all that are known of a market, or what falls on one HS code',
  params: z.strictObject({ code: countryCode }),
  query: z.strictObject({
    /** With it: one answer a kind, the most specific; a kind of which nothing is known says so. */
    hs6: hs6.optional(),
    on: calendarDate.optional(),
  }),
  response: z.object({ items: z.array(charge).max(500) }),
});

/** Largest list of charges or rates, bytes. */
export const largestChargeList = 2_000_000;
/** What a list brought: rows of it that were new, changed, already so. */
const listTaken = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });
export type ListTaken = z.infer<typeof listTaken>;

export const importCharges = endpoint({
  operationId: 'markets.importCharges',
  method: 'POST',
  path: '/market-charges/import',
  tag,
  summary:
    'Bring in charges as CSV: area, kind, hs, of, ppm or amount and currency, source; all rows or none',
  upload: { maxBytes: largestChargeList },
  response: listTaken,
});

export const exportCharges = endpoint({
  operationId: 'markets.exportCharges',
  method: 'GET',
  path: '/market-charges/export',
  tag,
  summary: 'Every charge as CSV, in the shape that bringing them in reads',
  produces: 'text/csv; charset=utf-8',
});

export const exchangeRate = z.object({
  base: currencyCode,
  quote: currencyCode,
  /** How much of `quote` one of `base` buys; a decimal, exact. */
  rate: z.string(),
  /** The day the rate is of. */
  date: calendarDate,
  /** Older than 30 days on the day asked for. */
  stale: z.boolean(),
  source: z.string(),
  /** Not a published rate. */
  approximate: z.boolean(),
});
export type ExchangeRate = z.infer<typeof exchangeRate>;

export const getExchangeRate = endpoint({
  operationId: 'markets.getExchangeRate',
  method: 'GET',
  path: '/exchange-rates/:base/:quote',
  tag,
  summary: 'The latest rate on or before a day; crossed over the euro where need be',
  params: z.strictObject({ base: currencyCode, quote: currencyCode }),
  query: z.strictObject({ on: calendarDate.optional() }),
  response: exchangeRate.extend({ askedAt: instant }),
});

export const importRates = endpoint({
  operationId: 'markets.importRates',
  method: 'POST',
  path: '/exchange-rates/import',
  tag,
  summary: 'Bring in rates as CSV: base, quote, date, rate, source; all rows or none',
  upload: { maxBytes: largestChargeList },
  response: listTaken,
});

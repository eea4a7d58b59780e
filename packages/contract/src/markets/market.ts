import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { countryCode, currencyCode, languageTag } from '../scalars.ts';
import { continent } from '../members/vocabulary.ts';
import { marketUnion } from './vocabulary.ts';

/** A country we sell to, and how much we know of it. */
export const market = z.object({
  code: countryCode,
  names: z.record(z.string(), z.string()),
  continent,
  languages: z.array(languageTag),
  currency: currencyCode,
  unions: z.array(marketUnion),
  /** In force today, those of its unions and of the world included. */
  rules: z.int(),
  habits: z.int(),
  /** Habits that members there have confirmed. */
  confirmedHabits: z.int(),
  /** Rules that a person has reviewed. */
  reviewedRules: z.int(),
});
export type Market = z.infer<typeof market>;

const tag = 'Markets';

export const listMarkets = endpoint({
  operationId: 'markets.listMarkets',
  method: 'GET',
  path: '/markets',
  tag,
  summary: 'Every market: languages, currency, unions, how many rules and habits are known',
  response: z.object({ items: z.array(market).max(300) }),
});

export const getMarket = endpoint({
  operationId: 'markets.getMarket',
  method: 'GET',
  path: '/markets/:code',
  tag,
  summary: 'One market',
  params: z.strictObject({ code: countryCode }),
  response: market,
});

import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { countryCode, idSchema, pageOf, pageQuery } from '../scalars.ts';
import { sheetEndpoints } from '../sheets.ts';
import { searchText } from '../text.ts';
import { boardContinents } from './sums.ts';
import { symbolStages, symbolSorts } from '../words.ts';

const tag = 'Regional symbols';

export type SymbolStage = (typeof symbolStages)[number];

/** One market's orders that came into effect: counts, never amounts, never a buyer's name. */
export const symbolMarket = z.object({
  market: countryCode,
  /** Null where the code belongs to none. */
  continent: z.enum(boardContinents).nullable(),
  orders: z.int(),
  buyers: z.int(),
  /** Ordered again on another day. */
  repeat: z.boolean(),
});

export const productStanding = z.object({
  product: z.object({
    id: idSchema,
    names: z.record(z.string(), z.string()),
    maker: z.object({ id: idSchema, names: z.record(z.string(), z.string()) }),
  }),
  stage: z.enum(symbolStages),
  orders: z.int(),
  /** Distinct, over all markets. */
  buyers: z.int(),
  /** Markets abroad with a repeat sale, and the continents that they lie on. */
  repeatMarkets: z.int(),
  repeatContinents: z.int(),
  /** The one with the most orders first. */
  markets: z.array(symbolMarket).max(300),
  /** Its maker lets the public see it. */
  shown: z.boolean(),
});
export type ProductStanding = z.infer<typeof productStanding>;

const filters = {
  /** Words of the product's or its maker's name. */
  q: searchText.optional(),
  stage: z.enum(symbolStages).optional(),
  /** Sold there. */
  market: countryCode.optional(),
  sort: z.enum(symbolSorts).default('stage'),
} as const;
const query = pageQuery.extend(filters);
const response = pageOf(productStanding).extend({
  total: z.int(),
  /** How many stand where, whatever stage was asked for. */
  stages: z.object({ regional: z.int(), known: z.int(), several: z.int(), global: z.int() }),
});

export const listSymbols = endpoint({
  operationId: 'board.listSymbols',
  method: 'GET',
  path: '/board/symbols',
  tag,
  summary: 'Products whose makers let the public see how far they have come: counts, no amounts',
  query,
  response,
});

export const listStandings = endpoint({
  operationId: 'board.listStandings',
  method: 'GET',
  path: '/board/standings',
  tag,
  summary: 'How far one’s own products have come, shown or not; all of them for the secretariat',
  query,
  response,
});

const sheet = { tag, summary: 'The same as a sheet; at most 20,000', query: z.strictObject(filters) };
export const [exportSymbolsCsv, exportSymbolsXlsx] = sheetEndpoints({
  operation: 'board.exportSymbols',
  path: '/board/symbols/export',
  ...sheet,
});
export const [exportStandingsCsv, exportStandingsXlsx] = sheetEndpoints({
  operation: 'board.exportStandings',
  path: '/board/standings/export',
  ...sheet,
});

const params = z.strictObject({ id: idSchema });

export const getStanding = endpoint({
  operationId: 'board.getStanding',
  method: 'GET',
  path: '/products/:id/standing',
  tag,
  summary: 'How far a product of one’s own has come, and whether the public sees it',
  params,
  response: productStanding,
});

export const showSymbol = endpoint({
  operationId: 'board.showSymbol',
  method: 'PUT',
  path: '/products/:id/showing',
  tag,
  summary: 'Let the public see how far a product of one’s own has come',
  params,
  response: productStanding,
});

export const hideSymbol = endpoint({
  operationId: 'board.hideSymbol',
  method: 'DELETE',
  path: '/products/:id/showing',
  tag,
  summary: 'Take that back: the public sees it no more',
  params,
  response: productStanding,
});

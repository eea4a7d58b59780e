import { z } from 'zod';
import { boardContinents, boardSums as sums } from './board/sums.ts';
import { belt, boardField } from './board/tags.ts';
import { endpoint } from './endpoint.ts';
import { calendarDate, countryCode, currencyCode, idSchema, instant } from './scalars.ts';
import { localisedPlainText, plainText } from './text.ts';
import { boardTiers, dealKinds } from './words.ts';

export { boardContinents, type BoardSums } from './board/sums.ts';
export * from './board/tags.ts';
export * from './board/symbols.ts';

const tag = 'Signing board';

export const announcedHeadline = z.object({
  id: idSchema,
  texts: z.record(z.string(), z.string()),
  /** Minor units; approximate and unitemised, so in no total. */
  amount: z.int(),
  currency: currencyCode,
  announcedOn: calendarDate,
  source: z.string(),
});
export type AnnouncedHeadline = z.infer<typeof announcedHeadline>;

export const signingBoard = z.object({
  tiers: sums,
  /** In the deals' own money, by tier and currency; minor units. */
  currencies: z.array(
    z.object({ tier: z.enum(boardTiers), currency: currencyCode, amount: z.int(), deals: z.int() }),
  ),
  byContinent: z.array(z.object({ key: z.enum(boardContinents), sums })),
  byCountry: z.array(z.object({ key: countryCode, sums })),
  /** By HS chapter of the goods that are worth most; null for what has no code. */
  byIndustry: z.array(z.object({ key: z.string().nullable(), sums })),
  /** By whether the market had signed a Belt and Road document on the day of the entry. */
  byBelt: z.array(z.object({ key: belt, sums })),
  /** By emerging field of the goods that are worth most. */
  byField: z.array(z.object({ key: boardField, sums })),
  byKind: z.array(z.object({ key: z.enum(dealKinds), sums })),
  /** The newest, without parties. */
  latest: z
    .array(
      z.object({
        seq: z.int(),
        at: instant,
        tier: z.enum(boardTiers),
        kind: z.enum(dealKinds),
        market: countryCode,
        cny: z.int().nullable(),
      }),
    )
    .max(10),
  headlines: z.array(announcedHeadline).max(50),
  /** The end of the chain that all this stands on: whoever keeps it notices if any of it is changed later. */
  head: z.object({ seq: z.int(), hash: z.string() }),
});
export type SigningBoard = z.infer<typeof signingBoard>;

export const getSigningBoard = endpoint({
  operationId: 'board.getSigningBoard',
  method: 'GET',
  path: '/board/signing',
  tag,
  summary: 'What members have signed, contracted, brought into effect and paid; totals, no parties',
  response: signingBoard,
});

export const streamSigningBoard = endpoint({
  operationId: 'board.streamSigningBoard',
  method: 'GET',
  path: '/board/signing/stream',
  tag,
  summary: 'The same, as server-sent events: sent again whenever it has changed',
  produces: 'text/event-stream',
});

export const announceHeadline = endpoint({
  operationId: 'board.announceHeadline',
  method: 'POST',
  path: '/board/headlines',
  tag,
  summary: 'Record a total that was announced: approximate and unitemised, in no sum of ours',
  body: z.strictObject({
    texts: localisedPlainText(300),
    amount: z.int().min(0).max(1_000_000_000_000_000),
    currency: currencyCode,
    announcedOn: calendarDate,
    source: plainText(500),
  }),
  response: announcedHeadline,
  status: 201,
});

export const removeHeadline = endpoint({
  operationId: 'board.removeHeadline',
  method: 'DELETE',
  path: '/board/headlines/:id',
  tag,
  summary: 'Take out an announced total; the audit log keeps it',
  params: z.strictObject({ id: idSchema }),
  status: 204,
});

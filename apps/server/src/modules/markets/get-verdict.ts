import type { getMarketVerdict as endpoint, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { evaluateMarket } from './evaluate-market.ts';
import { namesFor } from './list-habits.ts';
import type { MarketsWiring } from './wiring.ts';

/** Today in China, where the alliance sits, unless another day is asked for. */
export const dayOr = (on: string | undefined): string =>
  on ?? new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

/**
 * A product against a market's rules and habits, as far as the reader may see the product.
 * @throws Problem platform.notFound, markets.marketUnknown
 */
export async function getVerdict(
  trx: Db,
  actor: Actor,
  input: { market: string; product: string; on: string | undefined },
  wiring: MarketsWiring,
): Promise<ResponseOf<typeof endpoint>> {
  const { names, facts } = await wiring.productFacts(trx, actor, { id: input.product, market: input.market });
  const on = dayOr(input.on);
  const verdict = await evaluateMarket(
    trx,
    { market: input.market, facts, on },
    namesFor(trx, actor, wiring),
  );
  return { ...verdict, product: { id: input.product, names }, facts, askedAt: new Date().toISOString() };
}

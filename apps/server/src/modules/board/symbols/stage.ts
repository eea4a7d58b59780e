import type { SymbolStage } from '@jiechuan/contract';
import { continentOf } from '../../../platform/geography/index.ts';

/** Where the goods come from: what is sold there is sold at home. */
export const home = 'CN';

/** Orders of a product in one market, and on how many days they came into effect. */
export interface MarketOrders {
  market: string;
  orders: number;
  days: number;
}

/** Ordered again on another day. Two orders of one day are one buying that was written down twice. */
export const isRepeat = ({ days }: Pick<MarketOrders, 'days'>): boolean => days >= 2;

/**
 * How far a product has come, by repeat sales abroad:
 * none, a symbol of its region; in one market, known abroad; in two or more, in several markets; in three or more on at
 * least two continents, a global hit. One market never makes one, however much is ordered there.
 */
export function stageOf(markets: readonly MarketOrders[]): {
  stage: SymbolStage;
  repeatMarkets: number;
  repeatContinents: number;
} {
  const repeat = new Set(
    markets.filter((one) => one.market !== home && isRepeat(one)).map(({ market }) => market),
  );
  const continents = new Set([...repeat].map(continentOf).filter((one) => one !== undefined));
  const count = { repeatMarkets: repeat.size, repeatContinents: continents.size };
  if (repeat.size >= 3 && continents.size >= 2) return { stage: 'global', ...count };
  return { stage: repeat.size >= 2 ? 'several' : repeat.size === 1 ? 'known' : 'regional', ...count };
}

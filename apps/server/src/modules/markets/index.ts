import type { Module } from '../../platform/module.ts';
import { marketsMigrations } from './migrations/index.ts';
import { marketsPolicy } from './policy.ts';
import { marketsIntakes } from './questions/ask-locals.ts';
import { mountMarkets } from './routes.ts';
import type { MarketsWiring } from './wiring.ts';

export { marketsMigrations } from './migrations/index.ts';
export { marketsEvents, type RuleChanged } from './events.ts';
export { loadMarketFacts } from './load-market-facts.ts';
export { evaluateMarket } from './evaluate-market.ts';
export { chargesFor } from './charges.ts';
export { importRates } from './import-rates.ts';
export { rateOf } from './rates.ts';

/** Countries we sell to: their rules, habits, charges, and rates of exchange. */
export const marketsModule = (wiring: MarketsWiring): Module => ({
  name: 'markets',
  migrations: marketsMigrations,
  policy: marketsPolicy,
  intakes: marketsIntakes,
  routes: (mount, ground) => mountMarkets(mount, ground, wiring),
});
export { findMarket, marketsIn } from './market.sql.ts';

import * as contract from '@jiechuan/contract';
import { Problem } from '../../platform/errors.ts';
import type { Mount } from '../../platform/http/mount.ts';
import { chargesFor, chargesOf } from './charges.ts';
import { dayOr, getVerdict } from './get-verdict.ts';
import { getHabit, listHabits } from './list-habits.ts';
import { getMarket, listMarkets } from './list-markets.ts';
import { getRule, listRules } from './list-rules.ts';
import { marketsProblems } from './problems.ts';
import { rateOf } from './rates.ts';
import type { MarketsWiring } from './wiring.ts';

/** Mounts the module's endpoints: one line a handler. */
export function mountMarkets(mount: Mount, wiring: MarketsWiring): void {
  mount(contract.listMarkets, ({ trx }) => listMarkets(trx));
  mount(contract.getMarket, ({ trx, params }) => getMarket(trx, params.code));
  mount(contract.getMarketVerdict, ({ trx, actor, params, query }) =>
    getVerdict(trx, actor, { market: params.code, ...query, on: query.on }, wiring),
  );
  mount(contract.listMarketRules, ({ trx, query }) => listRules(trx, query));
  mount(contract.getMarketRule, ({ trx, params }) => getRule(trx, params.id));
  mount(contract.listHabits, ({ trx, actor, query }) => listHabits(trx, actor, query, wiring));
  mount(contract.getHabit, ({ trx, actor, params }) => getHabit(trx, actor, params.id, wiring));
  mount(contract.listCharges, async ({ trx, params, query }) => {
    const asked = { market: params.code, on: dayOr(query.on) };
    return {
      items: query.hs6 ? await chargesFor(trx, { ...asked, hs6: query.hs6 }) : await chargesOf(trx, asked),
    };
  });
  mount(contract.getExchangeRate, async ({ trx, params, query }) => {
    const rate = await rateOf(trx, { ...params, on: dayOr(query.on) });
    if (!rate) throw new Problem(marketsProblems.noRate, params);
    return { ...rate, askedAt: new Date().toISOString() };
  });
}

import type { PlanReason } from '@jiechuan/contract';

/** A sentence of this module by its name in the catalogue `locales/<language>/plans.json`. */
export const reason = (name: string, params: PlanReason['params'] = {}): PlanReason => ({
  code: `plans.${name}`,
  params,
});

/** Why a check is unknown where no rule of the market has been looked into for such goods. */
export const notResearched = 'markets.check.notResearched';

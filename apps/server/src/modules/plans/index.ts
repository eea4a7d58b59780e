import type { Module } from '../../platform/module.ts';
import { plansMigrations } from './migrations/index.ts';
import { plansPolicy } from './policy.ts';
import { listenForChanges } from './reopen-plans.ts';
import { mountPlans } from './routes.ts';

export { plansMigrations } from './migrations/index.ts';
export { hasPlan } from './has-plan.ts';
export { plansProblems } from './problems.ts';
export { reckonPlan } from './reckon-plan.ts';
export { roadNote, roadOf } from './roads.ts';
export { wordReason, wordResult } from './words.ts';

/** Export plans: may it enter, by which road, how fresh, at what cost, what next. */
export const plansModule = (): Module => ({
  name: 'plans',
  migrations: plansMigrations,
  policy: plansPolicy,
  routes: (mount) => mountPlans(mount),
  listen: listenForChanges,
});

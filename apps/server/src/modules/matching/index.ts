import type { Module } from '../../platform/module.ts';
import { listenForDemands } from './follow.ts';
import { matchingMigrations } from './migrations/index.ts';
import { matchingPolicy } from './policy.ts';
import { mountMatching } from './routes.ts';
import type { MatchingWiring } from './wiring.ts';

export { demandBetween } from './demand-between.ts';
export { reasonsToMeet } from './reasons-to-meet.ts';
export { insertDemoDemands } from './demo-demands.ts';
export { matchingMigrations } from './migrations/index.ts';

/** What members want to buy, which products do for it and why, and who gives what to whom. */
export const matchingModule = (wiring: MatchingWiring): Module => ({
  name: 'matching',
  migrations: matchingMigrations,
  policy: matchingPolicy,
  routes: (mount, ground) => mountMatching(mount, ground),
  listen: (ground) => listenForDemands(ground, wiring),
});

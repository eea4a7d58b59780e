import type { Module } from '../../platform/module.ts';
import { freightMigrations } from './migrations/index.ts';
import { freightPolicy } from './policy.ts';

export { freightMigrations } from './migrations/index.ts';
export { loadFreightFacts } from './load-facts.ts';
export {
  expandNetwork,
  type Consignment,
  type ExpandedNetwork,
  type ExpandOptions,
  type HubFacts,
  type LegFacts,
  type RefusalReason,
} from './expand-network.ts';

/** Hubs, services and their emissions. */
export const freightModule = (): Module => ({
  name: 'freight',
  migrations: freightMigrations,
  policy: freightPolicy,
  routes: () => {},
});

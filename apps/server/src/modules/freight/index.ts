import type { Module } from '../../platform/module.ts';
import { freightMigrations } from './migrations/index.ts';
import { freightPolicy } from './policy.ts';
import { mountFreight } from './routes.ts';
import type { HasPlan } from './shipments/warnings.ts';

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

export { checkCustomsMode } from './rules/check-customs-mode.ts';
export { hasShipment } from './shipments/has-shipment.ts';
export { shipmentBriefs } from './shipments/shipment-briefs.ts';
export { isRoadVehicle, vehiclesFreedBy } from './rules/road-vehicles.ts';
export { quoteParcel } from './rules/quote-parcel.ts';
export { cityHubsOf, cityOfDivision, hubFor } from './hub-for.ts';

/**
 * Hubs, services and their emissions; the rules of the post and of the customs modes; shipments.
 * @param wiring.hasPlan whether a product has a plan for a market, where plans are kept
 */
export const freightModule = (wiring: { hasPlan: HasPlan }): Module => ({
  name: 'freight',
  migrations: freightMigrations,
  policy: freightPolicy,
  routes: (mount) => mountFreight(mount, wiring),
});

import type { HubInput } from '@jiechuan/contract';
import { shippedHubs } from './hubs.ts';
import { servedHubs, shippedServices, type ServiceFact } from './services.ts';

export type { ServiceFact } from './services.ts';

/** Hubs and services that come with the product: facts with their source and how sure they are. */
export function freightFacts(): { hubs: HubInput[]; services: ServiceFact[] } {
  const hubs = shippedHubs(servedHubs);
  return { hubs, services: shippedServices(new Map(hubs.map((hub) => [hub.code, hub]))) };
}

import type { PlanReason } from '@jiechuan/contract';
import type { Cargo } from './cargo.ts';
import { reason } from './reason.ts';

/** A 40-foot container takes about 26 t and 67 m³, an articulated lorry one such load, a block train some 50 (estimates). */
const containerGrams = 26_000_000;
const containerCm3 = 67_000_000;
const trainContainers = 50;

/**
 * What a consignment asks beyond one container: how many, and how many trains where the road goes by rail.
 * @param modes of the legs of the road
 */
export function loadsOf(
  { grossGrams, volumeCm3 }: Pick<Cargo, 'grossGrams' | 'volumeCm3'>,
  modes: readonly string[],
): PlanReason[] {
  const containers = Math.max(Math.ceil(grossGrams / containerGrams), Math.ceil(volumeCm3 / containerCm3));
  if (containers <= 1) return [];
  const trains = Math.ceil(containers / trainContainers);
  return trains > 1 && modes.includes('rail')
    ? [reason('needsDepartures', { containers, departures: trains, most: trainContainers })]
    : [reason('needsContainers', { containers })];
}

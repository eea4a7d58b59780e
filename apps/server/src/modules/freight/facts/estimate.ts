import type { Tariff, TransportMode } from '@jiechuan/contract';

/** Hours on the way where nobody published them: kilometres at a usual speed, and the handling at both ends. */
const pace: Readonly<Record<TransportMode, { kmPerHour: number; handlingHours: number }>> = {
  rail: { kmPerHour: 40, handlingHours: 24 },
  sea: { kmPerHour: 28, handlingHours: 48 },
  river: { kmPerHour: 10, handlingHours: 24 },
  air: { kmPerHour: 800, handlingHours: 6 },
  road: { kmPerHour: 50, handlingHours: 3 },
};

/** Minutes from departure to arrival, whole hours. A shunt over a border counts its handling alone. */
export function estimatedMinutes(mode: TransportMode, km: number): number {
  const { kmPerHour, handlingHours } = pace[mode];
  return Math.ceil(km / kmPerHour + handlingHours) * 60;
}

/** Price levels in fen: a fixed part and one per kilometre, of a kilogram and of a 40-foot container. */
const level: Readonly<
  Record<
    TransportMode,
    { kg: [number, number]; container: [number, number] | null; minimum: number; kgPerM3: number }
  >
> = {
  // Fixed part, per kilometre; the minimum; how many kilograms a cubic metre counts for.
  rail: { kg: [60, 0.04], container: [300_000, 450], minimum: 30_000, kgPerM3: 300 },
  sea: { kg: [25, 0.002], container: [400_000, 90], minimum: 20_000, kgPerM3: 1000 },
  river: { kg: [12, 0.004], container: [150_000, 120], minimum: 15_000, kgPerM3: 1000 },
  air: { kg: [800, 0.25], container: null, minimum: 50_000, kgPerM3: 167 },
  road: { kg: [15, 0.08], container: [100_000, 900], minimum: 15_000, kgPerM3: 300 },
};

/**
 * A tariff in CNY from the length of the way. The levels were set so that the long relations fall where the market was
 * in 2023–2025 (a 40-foot container by rail to Poland about 47,000 yuan, air to Europe about 28 yuan a kilogram); they
 * are estimates, marked so, and there to be replaced by the members' own rates.
 */
export function estimatedTariff(mode: TransportMode, km: number): Tariff {
  const { kg, container, minimum, kgPerM3 } = level[mode];
  const perKg = Math.round(kg[0] + kg[1] * km);
  return {
    currency: 'CNY',
    perKg,
    perM3: perKg * kgPerM3,
    perContainer: container && Math.round(container[0] + container[1] * km),
    minimum,
    reeferSurchargePermille: mode === 'air' ? 200 : 500,
  };
}

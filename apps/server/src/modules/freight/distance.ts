import type { TransportMode } from '@jiechuan/contract';

export interface Position {
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
}

/** Mean radius of the earth in kilometres (IUGG). */
const earthRadiusKm = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The great circle between two places in kilometres (haversine). */
export function greatCircleKm(a: Position, b: Position): number {
  const half =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, half)));
}

/**
 * How much longer than the great circle a way is, where nobody published it. Air has the 95 km that EN 16258 adds for
 * climb and approach instead of a factor. The others are the project's own, from the ways of the network whose length
 * is published (docs/freight.md).
 */
export const detourFactors: Readonly<Record<TransportMode, number>> = {
  air: 1,
  road: 1.3,
  rail: 1.4,
  sea: 1.4,
  river: 1.7,
};
const airExtraKm = 95;

/** Kilometres of a way, estimated from its ends; whole and at least 1. */
export const estimatedKm = (mode: TransportMode, from: Position, to: Position): number =>
  Math.max(1, Math.round(greatCircleKm(from, to) * detourFactors[mode] + (mode === 'air' ? airExtraKm : 0)));

import type { TourStop } from '@jiechuan/contract';
import type { StopRow, TourRow } from './tables.ts';

const tongueOf = (tag: string) => tag.split('-')[0]!;

/**
 * How guests and a host understand each other: the host speaks their language, or the tour's interpreter speaks theirs and one of
 * the host's, or nobody does yet. A host of whom nothing is told speaks Chinese.
 */
export function talkAt(
  { guests, interpreter }: Pick<TourRow, 'guests' | 'interpreter'>,
  { languages }: Pick<StopRow, 'languages'>,
): TourStop['talk'] {
  const host = new Set(languages.length === 0 ? ['zh'] : languages.map(tongueOf));
  if (host.has(guests.language)) return 'direct';
  const between = interpreter?.languages.map(tongueOf) ?? [];
  return between.includes(guests.language) && between.some((tongue) => host.has(tongue))
    ? 'interpreter'
    : 'nobody';
}

import type { StorageClass, TourPlan } from '@jiechuan/contract';
import type { KeptPlan } from './tables.ts';

/**
 * Minutes that samples of a class bear out of it: chilled two hours (the two-hour rule of the USDA's Food Safety and
 * Inspection Service), frozen half an hour, cool goods a working day; the others any time.
 */
export const bearsMinutes: Readonly<Record<StorageClass, number | null>> = {
  frozen: 30,
  chilled: 120,
  cool: 480,
  ambient: null,
  none: null,
};
/** A passive cool box with its packs keeps its class so long, minutes; beyond it takes a vehicle that cools. */
const coolBoxMinutes = 480;

/**
 * What samples need on each day from the visit where they were taken to the end of the tour. They are on the way from the
 * visit to the night's lodging, which has a refrigerator; on a later day from the first way to the last, if the group moves
 * on; where it comes back to the same city, they stay in the refrigerator.
 */
export function samplesAlong(
  days: KeptPlan['days'],
  stops: readonly { id: string; samples: StorageClass | null }[],
): TourPlan['samples'] {
  return stops.flatMap(({ id, samples }) => {
    if (samples === null) return [];
    const taken = days.findIndex(({ items }) =>
      items.some((item) => item.kind === 'visit' && item.stopId === id),
    );
    if (taken < 0) return [];
    return days.slice(taken).flatMap(({ date, from, to, items }, later) => {
      const ways = items.filter((item) => item.kind === 'leg');
      const visit = items.find((item) => item.kind === 'visit' && item.stopId === id);
      if (later > 0 && from === to) return [];
      const start = later === 0 ? visit!.end : ways[0]?.start;
      const end = Math.max(ways.at(-1)?.end ?? 0, start ?? 0);
      if (start === undefined || end === start) return [];
      const allowed = bearsMinutes[samples];
      const needs =
        allowed === null || end - start <= allowed
          ? ('nothing' as const)
          : end - start <= coolBoxMinutes
            ? ('coolBox' as const)
            : ('coolVehicle' as const);
      return [{ stopId: id, class: samples, date, start, end, allowed, needs }];
    });
  });
}

import type { ShipmentEventKind, ShipmentStatus } from '@jiechuan/contract';

/** Where a shipment stands after an event. */
const statusAfter: Readonly<Record<ShipmentEventKind, ShipmentStatus>> = {
  collected: 'in-transit',
  received: 'at-hub',
  departed: 'in-transit',
  arrived: 'at-hub',
  'customs-submitted': 'at-customs',
  'customs-released': 'at-hub',
  held: 'held',
  exception: 'exception',
  'out-for-delivery': 'out-for-delivery',
  delivered: 'delivered',
  returned: 'returned',
  cancelled: 'cancelled',
};

/** Of events at the same instant the one further down the road counts last. */
const rank: Readonly<Record<ShipmentEventKind, number>> = {
  collected: 0,
  received: 1,
  arrived: 2,
  'customs-submitted': 3,
  held: 4,
  exception: 5,
  'customs-released': 6,
  departed: 7,
  'out-for-delivery': 8,
  delivered: 9,
  returned: 10,
  cancelled: 11,
};

/** What ends a shipment: after it only a later end counts, so that a late scan doesn't reopen what was delivered. */
const ends: readonly ShipmentEventKind[] = ['delivered', 'returned', 'cancelled'];

const ended: readonly ShipmentStatus[] = ends.map((kind) => statusAfter[kind]);

/** Whether nothing of a shipment is to come any more. */
export const hasEnded = (status: ShipmentStatus): boolean => ended.includes(status);

export interface Happened {
  kind: ShipmentEventKind;
  at: Date;
}

const later = (a: Happened, b: Happened): number =>
  a.at.getTime() - b.at.getTime() || rank[a.kind] - rank[b.kind];

/**
 * Where a shipment stands, from its events in whatever order they were told: the latest end there is, else the latest
 * event by when it happened.
 */
export function statusOf(events: readonly Happened[]): { status: ShipmentStatus; at: Date | null } {
  const ordered = events.toSorted(later);
  const deciding = ordered.findLast(({ kind }) => ends.includes(kind)) ?? ordered.at(-1);
  return deciding
    ? { status: statusAfter[deciding.kind], at: deciding.at }
    : { status: 'registered', at: null };
}

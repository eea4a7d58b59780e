import { mostShown } from '@jiechuan/contract';

/**
 * Meetings of whole slots, from one slot on, in the order of slots and tables: at least of one slot that has any, of
 * further ones as long as there is room.
 * @returns them, and the slot to go on with; null where there are no more
 */
export function wholeSlots<T extends { slot: number; table: number }>(
  meetings: readonly T[],
  from: number,
): { bookings: T[]; nextSlot: number | null } {
  const later = meetings
    .filter(({ slot }) => slot >= from)
    .toSorted((one, other) => one.slot - other.slot || one.table - other.table);
  const beyond = later[mostShown];
  if (!beyond) return { bookings: later, nextSlot: null };
  // The slot that doesn't fit in whole begins the next page, unless it is the first.
  const first = later[0]!.slot;
  const until = beyond.slot > first ? beyond.slot : (later.find(({ slot }) => slot > first)?.slot ?? null);
  return {
    bookings: later.filter(({ slot }) => until === null || slot < until),
    nextSlot: until,
  };
}

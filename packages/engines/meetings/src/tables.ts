import type { Booking, Instance } from './types.ts';

/** Gives the meetings of each slot tables from 1, in the order of the instance. @param slotOf by that order */
export function seat({ meetings }: Instance, slotOf: ArrayLike<number>): Booking[] {
  const taken = new Map<number, number>();
  return meetings
    .map(({ id }, place): Booking => {
      const slot = slotOf[place]!;
      const table = (taken.get(slot) ?? 0) + 1;
      taken.set(slot, table);
      return { meeting: id, slot, table };
    })
    .toSorted((one, other) => one.slot - other.slot || one.table - other.table);
}

/** Breaks of each participant (the first is participant 1's): groups of idle slots between two meetings. */
export function breaksOf({ participants, slots, meetings }: Instance, slotOf: ArrayLike<number>): number[] {
  const busy = Array.from({ length: participants }, () => new Uint8Array(slots + 2));
  for (const [place, { a, b }] of meetings.entries())
    busy[a - 1]![slotOf[place]!] = busy[b - 1]![slotOf[place]!] = 1;
  return busy.map((mine) => {
    let groups = 0;
    for (let slot = 1; slot <= slots; slot++) if (mine[slot] && !mine[slot - 1]) groups++;
    return Math.max(0, groups - 1);
  });
}

import type { Booking, Instance } from './types.ts';

/**
 * Gives the meetings of each slot tables from 1, in the order of the instance.
 * @param slotOf by that order @param before by meeting: who is still in that slot keeps the table, then who is not, then
 * come the others
 */
export function seat(
  { meetings, tables }: Instance,
  slotOf: ArrayLike<number>,
  before: ReadonlyMap<number, Booking> = new Map(),
): Booking[] {
  const taken = new Set<string>();
  const tableOf = new Map<number, number>();
  for (const staying of [true, false])
    for (const [place, { id }] of meetings.entries()) {
      const was = before.get(id);
      const here = `${slotOf[place]}/${was?.table}`;
      if (!was || (was.slot === slotOf[place]) !== staying || was.table > tables || taken.has(here)) continue;
      taken.add(here);
      tableOf.set(place, was.table);
    }
  const next = new Map<number, number>();
  return meetings
    .map(({ id }, place): Booking => {
      const slot = slotOf[place]!;
      const kept = tableOf.get(place);
      if (kept !== undefined) return { meeting: id, slot, table: kept };
      let table = next.get(slot) ?? 1;
      while (taken.has(`${slot}/${table}`)) table++;
      next.set(slot, table + 1);
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

/** How many meetings are in another slot than they were. @param was 0 where a meeting is new */
export function movedFrom(was: ArrayLike<number>, slotOf: ArrayLike<number>): number {
  let moved = 0;
  for (let at = 0; at < was.length; at++) if (was[at]! > 0 && was[at] !== slotOf[at]) moved++;
  return moved;
}

// Written from the problem's words alone; it takes nothing from the search, so that it can't share a mistake with it.
import type { Booking, Instance } from './types.ts';

/** What a schedule breaks, each with what and where; and the breaks of all participants together. */
export function check(
  instance: Instance,
  schedule: readonly Booking[],
): { faults: string[]; breaks: number; perParticipant: number[] } {
  const faults: string[] = [];
  const slotOf = new Map<number, number>();
  for (const { meeting, slot } of schedule) {
    if (slotOf.has(meeting)) faults.push(`meeting ${meeting} is there twice`);
    if (!Number.isInteger(slot) || slot < 1 || slot > instance.slots)
      faults.push(`meeting ${meeting} is in slot ${slot}`);
    slotOf.set(meeting, slot);
  }
  const known = new Set(instance.meetings.map(({ id }) => id));
  for (const id of slotOf.keys()) if (!known.has(id)) faults.push(`meeting ${id} is nobody's`);
  const busy = Array.from({ length: instance.participants + 1 }, () => new Map<number, number>());
  for (const meeting of instance.meetings) {
    const slot = slotOf.get(meeting.id);
    if (slot === undefined) {
      faults.push(`meeting ${meeting.id} is missing`);
      continue;
    }
    for (const person of [meeting.a, meeting.b]) {
      if (busy[person]!.has(slot)) faults.push(`participant ${person} meets twice in slot ${slot}`);
      busy[person]!.set(slot, meeting.id);
      if (instance.unavailable[person - 1]?.includes(slot))
        faults.push(`participant ${person} is away in slot ${slot}`);
    }
    if (meeting.session === 'morning' && slot > instance.morningSlots)
      faults.push(`meeting ${meeting.id} is not in the morning`);
    if (meeting.session === 'afternoon' && slot <= instance.morningSlots)
      faults.push(`meeting ${meeting.id} is not in the afternoon`);
    if (meeting.fixedSlot !== null && meeting.fixedSlot !== slot)
      faults.push(`meeting ${meeting.id} is not in its fixed slot`);
    for (const earlier of meeting.after)
      if (!(slotOf.get(earlier)! < slot)) faults.push(`meeting ${meeting.id} is not after ${earlier}`);
  }
  const taken = new Set<string>();
  for (const { meeting, slot, table } of schedule) {
    if (!Number.isInteger(table) || table < 1 || table > instance.tables)
      faults.push(`meeting ${meeting} is at table ${table}`);
    if (taken.has(`${slot}/${table}`)) faults.push(`table ${table} is taken twice in slot ${slot}`);
    taken.add(`${slot}/${table}`);
  }
  for (const [at, { name, meetings, capacity }] of (instance.resources ?? []).entries()) {
    const used = new Map<number, number>();
    for (const id of new Set(meetings)) {
      const slot = known.has(id) ? slotOf.get(id) : undefined;
      if (slot !== undefined) used.set(slot, (used.get(slot) ?? 0) + 1);
    }
    for (const [slot, count] of used)
      if (count > capacity) faults.push(`resource ${name ?? at} is needed ${count} times in slot ${slot}`);
  }
  const perParticipant = busy.slice(1).map((mine) => {
    const slots = [...mine.keys()].toSorted((a, b) => a - b);
    return slots.filter((slot, at) => at > 0 && slot - slots[at - 1]! > 1).length;
  });
  const least = perParticipant.reduce((a, b) => Math.min(a, b), Infinity);
  const largest = perParticipant.reduce((a, b) => Math.max(a, b), 0);
  if (largest - least > instance.fairness) faults.push(`breaks differ by ${largest - least}`);
  return { faults, breaks: perParticipant.reduce((a, b) => a + b, 0), perParticipant };
}

import type { Instance, Meeting } from './types.ts';

/** Why meetings can’t all be in the slots that they are fixed to. */
export type Contradiction =
  /** A participant would meet twice then. */
  | { kind: 'busy'; participant: number; slot: number; meetings: number[] }
  | { kind: 'away'; participant: number; slot: number; meetings: [number] }
  /** More of them than tables. */
  | { kind: 'noTable'; slot: number; meetings: number[] }
  /** More of them need that resource, by its place in the instance, than can at once. */
  | { kind: 'noResource'; resource: number; slot: number; meetings: number[] }
  | { kind: 'session'; slot: number; meetings: [number] }
  /** The first has to be after the second. */
  | { kind: 'order'; slot: number; meetings: [number, number] };

/**
 * What is impossible about fixed slots by themselves, told without a search: none, just if all fixed meetings could be
 * where they are fixed to were there no others.
 */
export function contradictions({
  meetings,
  unavailable,
  tables,
  morningSlots,
  resources = [],
}: Instance): Contradiction[] {
  type Fixed = Meeting & { fixedSlot: number };
  const fixed = meetings.filter((one): one is Fixed => one.fixedSlot !== null);
  const byId = new Map(fixed.map((one) => [one.id, one]));
  const needing = resources.map((one) => new Set(one.meetings));
  const found: Contradiction[] = [];
  for (const [slot, there] of Map.groupBy(fixed, ({ fixedSlot }) => fixedSlot)) {
    const ids = there.map(({ id }) => id);
    if (there.length > tables) found.push({ kind: 'noTable', slot, meetings: ids });
    for (const [resource, { capacity }] of resources.entries()) {
      const mine = ids.filter((id) => needing[resource]!.has(id));
      if (mine.length > capacity) found.push({ kind: 'noResource', resource, slot, meetings: mine });
    }
    const sides = there.flatMap(({ id, a, b }) => [a, b].map((participant) => ({ participant, id })));
    for (const [participant, mine] of Map.groupBy(sides, (one) => one.participant)) {
      if (mine.length > 1)
        found.push({ kind: 'busy', participant, slot, meetings: mine.map(({ id }) => id) });
      if (unavailable[participant - 1]?.includes(slot))
        for (const { id } of mine) found.push({ kind: 'away', participant, slot, meetings: [id] });
    }
  }
  for (const { id, fixedSlot: slot, session, after } of fixed) {
    const inMorning = slot <= morningSlots;
    if ((session === 'morning' && !inMorning) || (session === 'afternoon' && inMorning))
      found.push({ kind: 'session', slot, meetings: [id] });
    for (const earlier of after)
      if ((byId.get(earlier)?.fixedSlot ?? 0) >= slot)
        found.push({ kind: 'order', slot, meetings: [id, earlier] });
  }
  return found;
}

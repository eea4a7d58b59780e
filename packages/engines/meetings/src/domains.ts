import type { Instance } from './types.ts';

/**
 * The slots that each meeting could be in, ascending, by the order of the instance's meetings.
 * @param open further says whether one, by its place in that order, may be in a slot
 */
export function domains(
  { meetings, slots, morningSlots, unavailable, resources = [] }: Instance,
  open: (place: number, slot: number) => boolean = () => true,
): number[][] {
  const at = new Map(meetings.map(({ id }, place) => [id, place]));
  const earliest = meetings.map(({ session, fixedSlot }) =>
    Math.max(session === 'afternoon' ? morningSlots + 1 : 1, fixedSlot ?? 1),
  );
  const latest = meetings.map(({ session, fixedSlot }) =>
    Math.min(session === 'morning' ? morningSlots : slots, fixedSlot ?? slots),
  );
  const away = unavailable.map((mine) => new Set(mine));
  /** What needs something of which there is none at all can be nowhere. */
  const never = new Set(resources.flatMap((one) => (one.capacity === 0 ? one.meetings : [])));
  const fits = (place: number, slot: number) =>
    open(place, slot) &&
    !never.has(meetings[place]!.id) &&
    !away[meetings[place]!.a - 1]?.has(slot) &&
    !away[meetings[place]!.b - 1]?.has(slot);
  // What comes after something can only be later than the earliest that this could be, and the other way round.
  for (let changed = true; changed;) {
    changed = false;
    for (const [place, { after }] of meetings.entries()) {
      while (earliest[place]! <= latest[place]! && !fits(place, earliest[place]!)) earliest[place]!++;
      while (latest[place]! >= earliest[place]! && !fits(place, latest[place]!)) latest[place]!--;
      for (const id of after) {
        const before = at.get(id)!;
        if (earliest[before]! >= earliest[place]! && earliest[place]! <= slots) {
          earliest[place] = earliest[before]! + 1;
          changed = true;
        }
        if (latest[place]! <= latest[before]! && latest[before]! >= 1) {
          latest[before] = latest[place]! - 1;
          changed = true;
        }
      }
    }
  }
  return meetings.map((_, place) => {
    const mine: number[] = [];
    for (let slot = earliest[place]!; slot <= latest[place]!; slot++) if (fits(place, slot)) mine.push(slot);
    return mine;
  });
}

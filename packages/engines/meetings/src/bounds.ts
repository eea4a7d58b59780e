import type { Problem } from './problem.ts';
import type { Instance } from './types.ts';

/**
 * The fewest breaks that each participant could have if nobody else were there: by the slots its meetings could be
 * in, how many of them have to be in the morning or in the afternoon, and which slots are fixed. Never more than the
 * truth, Infinity where even one alone can't be served. Dynamic programming over the slots.
 * @param could by `domains`
 */
export function fewestBreaks(instance: Instance, could: readonly (readonly number[])[]): number[] {
  const { participants, slots, morningSlots, meetings } = instance;
  const mine: number[][] = Array.from({ length: participants }, () => []);
  for (const [place, { a, b }] of meetings.entries()) {
    mine[a - 1]!.push(place);
    mine[b - 1]!.push(place);
  }
  return mine.map((places) => {
    if (places.length === 0) return 0;
    if (places.some((place) => could[place]!.length === 0) || places.length > slots) return Infinity;
    const able = new Uint8Array(slots + 1);
    const must = new Uint8Array(slots + 1);
    for (const place of places) {
      for (const slot of could[place]!) able[slot] = 1;
      if (could[place]!.length === 1) must[could[place]![0]!] = 1;
    }
    const inMorning = places.filter((place) => could[place]!.at(-1)! <= morningSlots).length;
    const inAfternoon = places.filter((place) => could[place]![0]! > morningSlots).length;
    const total = places.length;
    // best[used * 2 + busy]: groups of meetings so far, by how many slots are used and whether the last one is.
    let best = new Float64Array((total + 1) * 2).fill(Infinity);
    best[0] = 0;
    for (let slot = 1; slot <= slots; slot++) {
      const next = new Float64Array(best.length).fill(Infinity);
      for (let used = 0; used <= total; used++) {
        const idle = best[used * 2]!;
        const busy = best[used * 2 + 1]!;
        if (!must[slot]) next[used * 2] = Math.min(idle, busy);
        if (able[slot] && used < total) next[used * 2 + 3] = Math.min(idle + 1, busy);
      }
      if (slot === morningSlots)
        for (let used = 0; used <= total; used++)
          if (used < inMorning || total - used < inAfternoon) next[used * 2] = next[used * 2 + 1] = Infinity;
      best = next;
    }
    return Math.min(best[total * 2]!, best[total * 2 + 1]!) - 1;
  });
}

/**
 * Whether breaks that differ by so little as these would do: nobody can have fewer, so where they differ too much there is no
 * schedule in which everybody has its least.
 */
export const leastIsFair = ({ instance, least }: Problem): boolean =>
  least.reduce((a, b) => Math.max(a, b), 0) - least.reduce((a, b) => Math.min(a, b), Infinity) <=
  instance.fairness;

// The oracle: tries every slot for every meeting. Only the rules that can be seen at once cut it short.
import { check } from '../checker.ts';
import { seat } from '../tables.ts';
import type { Instance } from '../types.ts';

/**
 * The fewest breaks that any schedule has, null where there is none. For a handful of meetings.
 * @param worse added to the breaks of a schedule, by its slots in the order of the instance: Infinity if it won't do
 */
export function exhaustive(
  instance: Instance,
  worse: (slotOf: readonly number[]) => number = () => 0,
): number | null {
  const { meetings, slots } = instance;
  const slotOf: number[] = [];
  let best: number | null = null;
  const fill = (at: number): void => {
    if (at === meetings.length) {
      const { faults, breaks } = check(instance, seat(instance, slotOf));
      const worth = breaks + worse(slotOf);
      if (faults.length === 0 && worth < (best ?? Infinity)) best = worth;
      return;
    }
    const mine = meetings[at]!;
    for (let slot = 1; slot <= slots; slot++) {
      const clashes = meetings
        .slice(0, at)
        .some(
          ({ a, b }, there) =>
            slotOf[there] === slot && [a, b].some((person) => person === mine.a || person === mine.b),
        );
      if (clashes) continue;
      slotOf[at] = slot;
      fill(at + 1);
    }
    slotOf.length = at;
  };
  fill(0);
  return best;
}

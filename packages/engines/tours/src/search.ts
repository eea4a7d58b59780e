import type { Ground } from './ground.ts';
import { orders, type Order } from './order.ts';
import { randomFrom } from './random.ts';
import type { PlannedDay } from './types.ts';

/**
 * A good plan where proving takes too long: stops are put in where they cost the least travel for their weight, then some
 * are taken out at random and others put in, again and again (iterated local search; the same seed gives the same plan).
 * @returns null where the days don't hold without any visit
 */
export function searchPlan(
  ground: Ground,
  { seed, rounds }: { seed: number; rounds: number },
): { days: PlannedDay[]; visited: Set<number> } | null {
  const { stops, weight } = ground;
  const ways = orders(ground);
  const random = randomFrom(seed);
  const empty: Order = ground.days.map(() => []);
  if (ways.travelOf(empty) === Infinity) return null;

  const weightOf = (order: Order) => order.flat().reduce((sum, stop) => sum + weight[stop]!, 0);
  /** Puts in what fits, best first, until nothing does. */
  const fill = (from: Order): Order => {
    let order = from;
    let missing = stops.flatMap((_, stop) => (order.some((day) => day.includes(stop)) ? [] : [stop]));
    while (missing.length > 0) {
      let best: { order: Order; stop: number; score: number } | null = null;
      const base = ways.travelOf(order);
      const fitting: number[] = [];
      for (const stop of missing) {
        let fits = false;
        for (const [day, there] of order.entries()) {
          if (ground.open[day]![stop]!.length === 0 || there.length >= ground.days[day]!.maxVisits) continue;
          for (let at = 0; at <= there.length; at++) {
            const tried = order.with(day, there.toSpliced(at, 0, stop));
            const travel = ways.travelOf(tried);
            if (travel === Infinity) continue;
            fits = true;
            const cost = Math.max(1, travel - base + stops[stop]!.minutes);
            const score = (weight[stop]! / cost) * (0.8 + 0.4 * random());
            if (best === null || score > best.score) best = { order: tried, stop, score };
          }
        }
        if (fits) fitting.push(stop);
      }
      if (best === null) break;
      const { order: filled, stop: taken } = best;
      order = filled;
      // What didn't fit before doesn't fit when one more is there.
      missing = fitting.filter((stop) => stop !== taken);
    }
    return order;
  };

  let current = fill(empty);
  let best = current;
  for (let round = 0; round < rounds; round++) {
    const share = 0.15 + 0.35 * random();
    const thinned = current.map((day) => day.filter(() => random() > share));
    if (ways.travelOf(thinned) === Infinity) continue;
    const tried = fill(thinned);
    const gain = weightOf(tried) - weightOf(current);
    if (gain > 0 || (gain === 0 && ways.travelOf(tried) <= ways.travelOf(current))) current = tried;
    const over = weightOf(current) - weightOf(best);
    if (over > 0 || (over === 0 && ways.travelOf(current) < ways.travelOf(best))) best = current;
  }
  return { days: ways.write(best)!, visited: new Set(best.flat()) };
}

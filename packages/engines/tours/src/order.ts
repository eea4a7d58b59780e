import { dayBegins, endings, goOn, undominated, writeDay, type Label } from './day.ts';
import type { Ground } from './ground.ts';
import type { PlannedDay } from './types.ts';

/** One order of stops for each day. */
export type Order = readonly (readonly number[])[];

/** Tells whether orders of stops can be kept, and with how little travel; what it has reckoned of a day it remembers. */
export function orders(ground: Ground) {
  const known = new Map<string, Map<number, Map<number, Label>>>();
  /** By the place where the day begins, the best end for each place where it may end. */
  const dayIn = (day: number, order: readonly number[]): Map<number, Map<number, Label>> => {
    const key = `${day}:${order.join()}`;
    const before = known.get(key);
    if (before) return before;
    const ways = new Map<number, Map<number, Label>>();
    const starts = day === 0 ? [ground.problem.start] : ground.nights;
    if (order.length <= ground.days[day]!.maxVisits)
      for (const from of starts) {
        let labels: Label[] = [dayBegins(ground, day, from)];
        for (const stop of order) {
          const into: Label[] = [];
          const { place } = ground.stops[stop]!;
          for (const label of labels) goOn(ground, { day, label, place, stop, into });
          labels = undominated(into);
          if (labels.length === 0) break;
        }
        const ends = endings(ground, day, labels);
        if (ends.size > 0) ways.set(from, ends);
      }
    known.set(key, ways);
    return ways;
  };
  /** The last label of each day with the least travel of all; null where the orders can't be kept. */
  const best = (order: Order): { travel: number; ends: Label[] } | null => {
    let reached = new Map<number, { travel: number; ends: Label[] }>([
      [ground.problem.start, { travel: 0, ends: [] }],
    ]);
    for (const [day, stops] of order.entries()) {
      const ways = dayIn(day, stops);
      const next = new Map<number, { travel: number; ends: Label[] }>();
      for (const [from, { travel, ends }] of reached)
        for (const [to, end] of ways.get(from) ?? []) {
          const total = travel + end.travel;
          if (total < (next.get(to)?.travel ?? Infinity))
            next.set(to, { travel: total, ends: [...ends, end] });
        }
      if (next.size === 0) return null;
      reached = next;
    }
    return [...reached.values()].reduce((one, other) => (other.travel < one.travel ? other : one));
  };
  return {
    travelOf: (order: Order): number => best(order)?.travel ?? Infinity,
    write: (order: Order): PlannedDay[] | null =>
      best(order)?.ends.map((end, day) => writeDay(ground, day, end)) ?? null,
  };
}

import type { Ground } from './ground.ts';

/**
 * No plan has more value than this. Each visit takes its minutes and at least the shortest way that leads to it out of its
 * day's time without meals; days hold so many visits at most. Whatever fits a plan fits this knapsack, which forgets when
 * doors are open and what comes after what. Dynamic programming over minutes and visits.
 */
export function valueBound(ground: Ground): number {
  const { stops, days, places, quickest } = ground;
  const least = stops.map(({ place }) => {
    let way = Infinity;
    for (const from of ground.nights) way = Math.min(way, quickest[from * places + place]!);
    return way;
  });
  const time = days.reduce(
    (sum, { start, end, meals }) =>
      sum + Math.max(0, end - start - meals.reduce((all, { minutes }) => all + minutes, 0)),
    0,
  );
  const travel = days.reduce((sum, { maxTravel }) => sum + Math.min(maxTravel, 1440), 0);
  const most = Math.min(
    stops.length,
    days.reduce((sum, { maxVisits }) => sum + maxVisits, 0),
  );
  const byTime = knapsack(
    stops.map(({ value, minutes }, at) => ({ value, takes: minutes + least[at]! })),
    time,
    most,
  );
  const byTravel = knapsack(
    stops.map(({ value }, at) => ({ value, takes: least[at]! })),
    travel,
    most,
  );
  return Math.min(byTime, byTravel);
}

function knapsack(items: readonly { value: number; takes: number }[], room: number, most: number): number {
  // best[count][used]
  const best = Array.from({ length: most + 1 }, () => new Float64Array(room + 1).fill(-Infinity));
  best[0]![0] = 0;
  let top = 0;
  for (const { value, takes } of items) {
    const step = Math.floor(takes);
    if (step > room) continue;
    for (let count = most - 1; count >= 0; count--) {
      const from = best[count]!;
      const to = best[count + 1]!;
      for (let used = room - step; used >= 0; used--) {
        const sum = from[used]! + value;
        if (sum > to[used + step]!) {
          to[used + step] = sum;
          if (sum > top) top = sum;
        }
      }
    }
  }
  return top;
}

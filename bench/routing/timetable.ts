import type { Hub, Leg, Network, Query } from '../../packages/engines/routing/src/index.ts';
import { randomFrom } from '../../packages/engines/routing/src/testing/random-network.ts';

const day = 1440;
export const days = 60;

/** What a mode costs and how fast it goes, per unit of distance (the map is 1,000 by 1,000). */
const modes = [
  { minutes: 0.5, cost: 40, co2e: 60, decay: 1 },
  { minutes: 6, cost: 8, co2e: 5, decay: 2 },
  { minutes: 9, cost: 11, co2e: 9, decay: 3 },
  { minutes: 20, cost: 2, co2e: 2, decay: 2 },
] as const;

/**
 * How departures are made. `weekly`: services that leave on certain weekdays at one time of day for one price, as
 * freight runs. `loose`: every departure at a random minute for a price of its own, which no carrier does; it leaves
 * more to choose between, and is there to see how the engine bears it.
 */
export type Pattern = 'weekly' | 'loose';

/** A freight network of 150 hubs, each with lines to its 6 nearest and 2 far ones, over 60 days; the same for a seed. */
export function timetable(legCount: number, seed: number, pattern: Pattern = 'weekly'): Network {
  const random = randomFrom(seed);
  const places = Array.from({ length: 150 }, () => [random(1000), random(1000)] as const);
  const hubs: Hub[] = places.map((_, at) => ({
    id: `H${at}`,
    waitDecay: 1 + random(4),
    waitCost: random(4),
    minTransfer: 60 * (1 + random(8)),
  }));
  const distance = (a: number, b: number) =>
    Math.round(Math.hypot(places[a]![0] - places[b]![0], places[a]![1] - places[b]![1])) + 1;
  const lines = places.flatMap((_, from) => {
    const near = [...places.keys()]
      .filter((to) => to !== from)
      .toSorted((a, b) => distance(from, a) - distance(from, b));
    const ends = [
      ...near.slice(0, 6),
      ...Array.from({ length: 2 }, () => near[6 + random(near.length - 6)]!),
    ];
    return ends.map((to) => ({ from, to, mode: modes[random(modes.length)]! }));
  });
  const legs: Leg[] = [];
  // So many weekdays at most that there is a service on nearly every line, and more than one only where every day is full.
  const often = Math.min(7, Math.max(1, Math.round((2 * legCount * 7) / (lines.length * days)) - 1));
  for (let service = 0; legs.length < legCount; service++) {
    const { from, to, mode } = lines[service % lines.length]!;
    const far = distance(from, to);
    const price = () => 50 + Math.round(far * mode.cost * (0.8 + random(40) / 100));
    const fixed = price();
    for (const depart of pattern === 'weekly' ? everyWeek(random, often) : [random(days * day)]) {
      if (legs.length === legCount) break;
      legs.push({
        id: `L${legs.length}`,
        from: `H${from}`,
        to: `H${to}`,
        depart,
        arrive: depart + 30 + Math.round(far * mode.minutes),
        cost: pattern === 'weekly' ? fixed : price(),
        co2e: Math.round(far * mode.co2e),
        decay: Math.round(far * mode.decay),
      });
    }
  }
  return { hubs, legs };
}

/** The departures in 60 days of a service that leaves on one to `most` weekdays at one time of day. */
function everyWeek(random: (below: number) => number, most: number): number[] {
  const minute = random(day);
  const weekdays = new Set(Array.from({ length: 1 + random(most) }, () => random(7)));
  return Array.from({ length: days }, (_, at) => at)
    .filter((at) => weekdays.has(at % 7))
    .map((at) => at * day + minute);
}

/** Queries between any two hubs, ready in the first half of the time. */
export function queries(count: number, seed: number): Query[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const from = random(150);
    return {
      from: `H${from}`,
      to: `H${(from + 1 + random(149)) % 150}`,
      readyAt: 1 + random((days * day) / 2),
    };
  });
}

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

/** A freight network of 150 hubs, each with lines to its nearest and some far ones, running for 60 days; the same for a seed. */
export function timetable(legCount: number, seed: number): Network {
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
  const legs: Leg[] = Array.from({ length: legCount }, (_, at) => {
    const { from, to, mode } = lines[at % lines.length]!;
    const far = distance(from, to);
    const depart = random(days * day);
    return {
      id: `L${at}`,
      from: `H${from}`,
      to: `H${to}`,
      depart,
      arrive: depart + 30 + Math.round(far * mode.minutes),
      cost: 50 + Math.round(far * mode.cost * (0.8 + random(40) / 100)),
      co2e: Math.round(far * mode.co2e),
      decay: Math.round(far * mode.decay),
    };
  });
  return { hubs, legs };
}

/** Queries between any two hubs, ready in the first half of the time. */
export function queries(count: number, seed: number): Query[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const from = random(150);
    return { from: `H${from}`, to: `H${(from + 1 + random(149)) % 150}`, readyAt: random((days * day) / 2) };
  });
}

import { createRouter, type Query } from '../../packages/engines/routing/src/index.ts';
import type { Ground } from '../ground.ts';
import { milliseconds, times, type Result } from '../report.ts';
import { minotor, raptor, type Peer } from './peers.ts';
import { queries, timetable, type Pattern } from './timetable.ts';

const seed = 1;
const window = 14 * 1440;

interface Measured {
  p50: number;
  p95: number;
}

/** The engine's exact front of five criteria beside two routers of two, on one network and with the same queries. */
export async function benchRouting(_: Ground, { quick }: { quick: boolean }): Promise<Result> {
  const rows: string[][] = [];
  const sizes: [number, Pattern, number][] = [
    [18_000, 'weekly', 200],
    [72_000, 'weekly', 200],
    [72_000, 'loose', 100],
    ...(quick ? [] : [[360_000, 'weekly', 60] satisfies [number, Pattern, number]]),
  ];
  for (const [legCount, pattern, count] of sizes) rows.push(...benchFront(legCount, pattern, count));
  rows.push(...benchProfile(quick ? 6 : 20));
  return {
    title: 'Routing over timetables',
    columns: ['Network', 'What', 'p50', 'p95', 'Compared (p50)', 'Found'],
    rows,
    notes: [
      '150 hubs, 60 days, seeded; hubs differ in what waiting costs and spoils. weekly: services with weekdays, a time of day and one price; loose: every departure at a random minute for a price of its own. Any two hubs, ready in the first 30 days.',
      'CPU time of one query at a time, after 20 to warm up; a new target every time, so nothing is kept from an earlier query. The engine gives every way that none beats in arrival, cost, CO₂e, transfers and decay; minotor and raptor-journey-planner look for arrival and transfers only. minotor’s `Time` is given a `valueOf`: without it, it compares times as texts.',
      'In every query all three agree on the earliest arrival. Found: itineraries of a front (median, 95th percentile), or journeys of a window.',
      'Goals: at 72,000 legs p50 at most 10 ms and p95 50 ms; at 360,000 p50 50 ms; a 14-day profile no slower than the range query.',
    ],
  };
}

function benchFront(legCount: number, pattern: Pattern, count: number): string[][] {
  const network = timetable(legCount, seed, pattern);
  const asked = queries(count + 20, seed + 1);
  const made = cpuOf(() => createRouter(network));
  const router = made.value;
  const peers: Peer[] = [minotor(network), raptor(network)];
  const found: number[] = [];
  const earliest = (query: Query): number => {
    const { itineraries } = router.route(query);
    found.push(itineraries.length);
    return itineraries[0]?.arrive ?? Infinity;
  };
  const arrivals = asked.map(earliest);
  for (const peer of peers)
    for (const [at, query] of asked.entries())
      if (peer.earliest(query) !== arrivals[at])
        throw new Error(`${peer.name} arrives at another time: ${JSON.stringify(query)}`);
  const own = measure(asked, earliest);
  const name = `${legCount.toLocaleString('en')} legs, ${pattern}`;
  const row = (what: string, { p50, p95 }: Measured, size: string) => [
    name,
    what,
    milliseconds(p50),
    milliseconds(p95),
    times(p50 / own.p50),
    size,
  ];
  return [
    [name, 'making the router, once', milliseconds(made.ms), '', '', ''],
    row('exact front of five criteria', own, `${percentile(found, 0.5)}, ${percentile(found, 0.95)}`),
    ...peers.map((peer) => row(`${peer.name}, two criteria`, measure(asked, peer.earliest), '')),
  ];
}

function benchProfile(count: number): string[][] {
  const network = timetable(72_000, seed);
  const asked = queries(count + 2, seed + 2);
  const router = createRouter(network);
  const other = raptor(network);
  const found = { own: [] as number[], other: [] as number[] };
  const own = measure(
    asked,
    (query) => found.own.push(router.profile(query, query.readyAt + window).itineraries.length),
    2,
  );
  const range = measure(
    asked,
    (query) => found.other.push(other.everyDeparture(query, query.readyAt + window)),
    2,
  );
  const row = (what: string, { p50, p95 }: Measured, ratio: string, journeys: number[]) => [
    '72,000 legs, weekly',
    what,
    milliseconds(p50),
    milliseconds(p95),
    ratio,
    `${percentile(journeys, 0.5)}, ${percentile(journeys, 0.95)}`,
  ];
  return [
    row('profile of 14 days, five criteria', own, times(1), found.own),
    row(
      'raptor-journey-planner, range of 14 days, two criteria',
      range,
      times(range.p50 / own.p50),
      found.other,
    ),
  ];
}

function measure(asked: readonly Query[], run: (query: Query) => unknown, warmUp = 20): Measured {
  const all = asked.map((query) => cpuOf(() => run(query)).ms).slice(warmUp);
  return { p50: percentile(all, 0.5), p95: percentile(all, 0.95) };
}

function cpuOf<T>(work: () => T): { value: T; ms: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
}

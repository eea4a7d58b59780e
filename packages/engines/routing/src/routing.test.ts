import { describe, expect, test } from 'vitest';
import { createRouter, readable, type Itinerary, type Network, type Query } from './index.ts';
import { everyWay, exhaustive, vector, vectors } from './testing/exhaustive.ts';
import { smallNetwork } from './testing/random-network.ts';

const implementations: Record<string, (network: Network, query: Query) => Itinerary[]> = {
  'the engine': (network, query) => createRouter(network).route(query).itineraries,
  'every way tried': exhaustive,
};

const still = { waitDecay: 0, waitCost: 0, minTransfer: 0 };
const leg = (
  id: string,
  from: string,
  to: string,
  depart: number,
  arrive: number,
  cost = 1,
  co2e = 1,
  decay = 1,
) => ({
  id,
  from,
  to,
  depart,
  arrive,
  cost,
  co2e,
  decay,
});

describe.each(Object.entries(implementations))('%s', (_, route) => {
  test('cargo that is where it shall be has arrived', () => {
    const network = { hubs: [{ id: 'a', ...still }], legs: [] };
    expect(route(network, { from: 'a', to: 'a', readyAt: 5 })).toEqual([
      { legs: [], arrive: 5, cost: 0, co2e: 0, transfers: 0, decay: 0 },
    ]);
  });

  test('waiting counts before the first departure and at transfers, not after arrival', () => {
    const network = {
      hubs: [
        { id: 'a', waitDecay: 2, waitCost: 3, minTransfer: 100 },
        { id: 'b', waitDecay: 5, waitCost: 7, minTransfer: 4 },
        { id: 'c', waitDecay: 99, waitCost: 99, minTransfer: 99 },
      ],
      legs: [leg('1', 'a', 'b', 10, 20), leg('early', 'b', 'c', 23, 24), leg('2', 'b', 'c', 24, 30)],
    };
    expect(route(network, { from: 'a', to: 'c', readyAt: 0 })).toEqual([
      { legs: ['1', '2'], arrive: 30, cost: 30 + 1 + 28 + 1, co2e: 2, transfers: 1, decay: 20 + 1 + 20 + 1 },
    ]);
  });

  test('a later departure of the same line is offered where it spoils less', () => {
    const network = {
      hubs: [
        { id: 'a', ...still },
        { id: 'b', ...still, waitDecay: 1 },
        { id: 'c', ...still },
      ],
      legs: [leg('1', 'a', 'b', 0, 10), leg('2', 'a', 'b', 20, 30), leg('3', 'b', 'c', 40, 50)],
    };
    expect(vectors(route(network, { from: 'a', to: 'c', readyAt: 0 }))).toEqual(['50,2,2,1,12']);
  });

  test('a loop is no way to pass the time', () => {
    const network = {
      hubs: [
        { id: 'a', ...still },
        { id: 'b', ...still, waitCost: 100 },
        { id: 'c', ...still },
        { id: 'd', ...still },
      ],
      legs: [
        leg('1', 'a', 'b', 0, 1),
        leg('out', 'b', 'd', 1, 2),
        leg('back', 'd', 'b', 50, 60),
        leg('2', 'b', 'c', 60, 70),
      ],
    };
    expect(route(network, { from: 'a', to: 'c', readyAt: 0 })).toEqual([
      { legs: ['1', '2'], arrive: 70, cost: 2 + 5900, co2e: 2, transfers: 1, decay: 2 },
    ]);
  });

  test('legs of no duration follow one another in one minute', () => {
    const network = {
      hubs: ['a', 'b', 'c', 'd'].map((id) => ({ id, ...still })),
      legs: [
        leg('3', 'c', 'd', 5, 5),
        leg('2', 'b', 'c', 5, 5),
        leg('back', 'c', 'b', 5, 5),
        leg('1', 'a', 'b', 5, 5),
      ],
    };
    expect(route(network, { from: 'a', to: 'd', readyAt: 0 }).map(({ legs }) => legs)).toEqual([
      ['1', '2', '3'],
    ]);
  });
});

test('on 5,000 random networks the engine finds what trying every way finds, and nothing else', () => {
  const met = { several: 0, none: 0, equalVectors: 0, tempting: 0, limits: 0, bans: 0 };
  for (let seed = 1; seed <= 5_000; seed++) {
    const { network, query } = smallNetwork(seed);
    const found = createRouter(network).route(query).itineraries;
    const all = exhaustive(network, query);
    expect(vectors(found), `seed ${seed}`).toEqual(vectors(all));
    for (const one of found) expectToBeAWay(network, query, one);
    if (all.length > 1) met.several++;
    if (all.length === 0) met.none++;
    if (vectors(exhaustive(network, query, true)).join() !== vectors(all).join()) met.tempting++;
    if (query.latestArrival !== undefined || query.maxDecay !== undefined) met.limits++;
    if (query.avoidHubs !== undefined || query.avoidLegs !== undefined) met.bans++;
    if (everyWay(network, query).some((way) => isTwin(way, all))) met.equalVectors++;
  }
  // The networks must be worth the trying: with more than one answer, with none, with equally good ways, with loops
  // that would be an answer if they were allowed.
  expect(met.several).toBeGreaterThan(700);
  expect(met.none).toBeGreaterThan(1_000);
  expect(met.equalVectors).toBeGreaterThan(40);
  expect(met.tempting).toBeGreaterThan(60);
  expect(met.limits).toBeGreaterThan(700);
  expect(met.bans).toBeGreaterThan(700);
});

const isTwin = (way: Itinerary, front: readonly Itinerary[]): boolean =>
  front.some((one) => one.legs.join() !== way.legs.join() && vector(one).join() === vector(way).join());

test('the same input in any order gives the same front', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { network, query } = smallNetwork(seed);
    const turned = { hubs: network.hubs.toReversed(), legs: network.legs.toReversed() };
    const before = createRouter(network).route(query);
    expect(vectors(createRouter(turned).route(query).itineraries)).toEqual(vectors(before.itineraries));
  }
});

test('a router answers one query after another as if each were its first', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { network, query } = smallNetwork(seed);
    const router = createRouter(network);
    const other: Query = { from: query.to, to: query.from, readyAt: 0 };
    const first = router.route(query);
    router.route(other);
    router.profile(other, 10);
    expect(router.route(query)).toEqual(first);
  }
});

test('a network without hubs or legs is a network', () => {
  expect(() => createRouter({ hubs: [], legs: [] })).not.toThrow();
  const router = createRouter({
    hubs: [
      { id: 'a', ...still },
      { id: 'b', ...still },
    ],
    legs: [],
  });
  expect(router.route({ from: 'a', to: 'b', readyAt: 0 })).toEqual({
    itineraries: [],
    infeasible: { reason: 'noConnection' },
  });
  expect(router.profile({ from: 'a', to: 'b', readyAt: 0 }, 100).itineraries).toEqual([]);
});

describe('a readable part of a front', () => {
  const front = (...all: [number, number, number, number, number][]): Itinerary[] =>
    all.map(([arrive, cost, co2e, transfers, decay], at) => ({
      legs: [String(at)],
      arrive,
      cost,
      co2e,
      transfers,
      decay,
    }));

  test('holds the best of each criterion and k more, in the order of the front', () => {
    const all = front(
      [1, 9, 9, 9, 9],
      [2, 8, 8, 8, 8],
      [3, 1, 9, 9, 9],
      [4, 9, 1, 9, 9],
      [5, 9, 9, 0, 9],
      [6, 9, 9, 9, 0],
      [7, 5, 5, 5, 5],
    );
    const ids = (k: number) => readable(all, k).map(({ legs }) => legs[0]);
    expect(ids(0)).toEqual(['0', '2', '3', '4', '5']);
    expect(ids(1)).toEqual(['0', '2', '3', '4', '5', '6']);
    expect(ids(99)).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });

  test('of equally fast ways takes the one that is better in the rest', () => {
    expect(readable(front([1, 9, 9, 9, 9], [1, 2, 2, 2, 2]), 0).map(({ legs }) => legs[0])).toEqual(['1']);
  });

  test('of nothing is nothing, of one is that one', () => {
    expect(readable([], 5)).toEqual([]);
    expect(readable(front([1, 1, 1, 1, 1]), 5)).toHaveLength(1);
  });
});

/** An itinerary's legs follow one another and give its vector. */
function expectToBeAWay(network: Network, query: Query, one: Itinerary): void {
  const legs = one.legs.map((id) => network.legs.find((each) => each.id === id)!);
  const only: Network = { hubs: network.hubs, legs };
  const again = exhaustive(only, { ...query, avoidHubs: [], avoidLegs: [] });
  expect(again.map(vector)).toContainEqual(vector(one));
  expect(new Set([query.from, ...legs.map(({ to }) => to)]).size).toBe(legs.length + 1);
}

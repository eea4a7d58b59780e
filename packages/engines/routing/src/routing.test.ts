import { describe, expect, test } from 'vitest';
import { createRouter, InputFault, readable, type Itinerary, type Network, type Query } from './index.ts';
import { exhaustive, vector } from './testing/exhaustive.ts';
import { randomFrom, smallNetwork } from './testing/random-network.ts';

const implementations: Record<string, (network: Network, query: Query) => Itinerary[]> = {
  'the engine': (network, query) => createRouter(network).route(query).itineraries,
  'every way tried': exhaustive,
};
const vectors = (found: readonly Itinerary[]): string[] => found.map((one) => vector(one).join()).toSorted();

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

test('on 3,000 random networks the engine finds what trying every way finds, and nothing else', () => {
  let several = 0;
  let tempting = 0;
  for (let seed = 1; seed <= 3_000; seed++) {
    const { network, query } = smallNetwork(seed);
    const found = createRouter(network).route(query).itineraries;
    const all = exhaustive(network, query);
    expect(vectors(found), `seed ${seed}`).toEqual(vectors(all));
    for (const one of found) expectToBeAWay(network, query, one);
    if (all.length > 1) several++;
    if (vectors(exhaustive(network, query, true)).join() !== vectors(all).join()) tempting++;
  }
  // The networks must be worth the trying: with more than one answer, and with loops that would be one.
  expect(several).toBeGreaterThan(600);
  expect(tempting).toBeGreaterThan(60);
});

/** An itinerary's legs follow one another and give its vector. */
function expectToBeAWay(network: Network, query: Query, one: Itinerary): void {
  const legs = one.legs.map((id) => network.legs.find((each) => each.id === id)!);
  const only: Network = { hubs: network.hubs, legs };
  const again = exhaustive(only, { ...query, avoidHubs: [], avoidLegs: [] });
  expect(again.map(vector)).toContainEqual(vector(one));
  expect(new Set([query.from, ...legs.map(({ to }) => to)]).size).toBe(legs.length + 1);
}

import { expect, test } from 'vitest';
import { createRouter, type Leg, type Network } from './index.ts';
import { exhaustive, vectors } from './testing/exhaustive.ts';
import { randomFrom } from './testing/random-network.ts';

/**
 * Seven hubs of no transfer time and 26 legs in 12 minutes, every third of no duration: enough ways for what is
 * narrowed to be narrowed again, and for several legs of one minute in a row.
 */
function instantNetwork(seed: number): Network {
  const random = randomFrom(seed);
  const hubs = Array.from({ length: 7 }, (_, at) => ({
    id: `h${at}`,
    waitDecay: random(3),
    waitCost: random(3),
    minTransfer: 0,
  }));
  const legs: Leg[] = Array.from({ length: 26 }, (_, at) => {
    const depart = random(12);
    return {
      id: `l${at}`,
      from: `h${random(7)}`,
      to: `h${random(7)}`,
      depart,
      arrive: depart + (random(3) === 0 ? 0 : 1 + random(3)),
      cost: random(12),
      co2e: random(12),
      decay: random(12),
    };
  });
  return { hubs, legs };
}

test('on 1,500 networks where every third leg takes no time the front is what trying every way finds', () => {
  let several = 0;
  let inARow = 0;
  for (let seed = 1; seed <= 1_500; seed++) {
    const network = instantNetwork(seed);
    const query = { from: 'h0', to: 'h1', readyAt: 0 };
    const { itineraries } = createRouter(network).route(query);
    expect(vectors(itineraries), `seed ${seed}`).toEqual(vectors(exhaustive(network, query)));
    const leg = (id: string) => network.legs.find((one) => one.id === id)!;
    if (itineraries.length > 2) several++;
    if (
      itineraries.some(({ legs }) =>
        legs.some((id, at) => at > 0 && leg(id).depart === leg(legs[at - 1]!).depart),
      )
    )
      inARow++;
  }
  expect(several).toBeGreaterThan(80);
  expect(inARow).toBeGreaterThan(50);
});

test('a leg of no duration at one hub is taken after a way that comes to it later in the list', () => {
  const hub = (id: string) => ({ id, waitDecay: 1, waitCost: 1, minTransfer: 0 });
  const leg = (id: string, from: string, to: string, depart: number, arrive: number, cost: number): Leg => ({
    id,
    from,
    to,
    depart,
    arrive,
    cost,
    co2e: 1,
    decay: 1,
  });
  const network = {
    hubs: ['a', 'b', 'c', 'd', 'e'].map(hub),
    legs: [
      leg('cd', 'c', 'd', 5, 5, 1),
      leg('de', 'd', 'e', 5, 9, 1),
      leg('bc', 'b', 'c', 5, 5, 1),
      leg('ab', 'a', 'b', 5, 5, 1),
      leg('ae', 'a', 'e', 6, 20, 90),
    ],
  };
  const { itineraries } = createRouter(network).route({ from: 'a', to: 'e', readyAt: 5 });
  expect(itineraries.map(({ legs }) => legs)).toEqual([['ab', 'bc', 'cd', 'de'], ['ae']]);
});

import { expect, test } from 'vitest';
import { createRouter, type Leg, type Network } from './index.ts';
import { prepare } from './prepare.ts';
import { exhaustive, vectors } from './testing/exhaustive.ts';
import { leg } from './testing/leg.ts';
import { randomFrom } from './testing/random-network.ts';

/** Six hubs, few pairs of them and several departures of each, some lines in both directions: turns are told apart. */
function sparseNetwork(seed: number): Network {
  const random = randomFrom(seed);
  const hubs = Array.from({ length: 6 }, (_, at) => ({
    id: `h${at}`,
    waitDecay: random(4),
    waitCost: random(3),
    minTransfer: random(4),
  }));
  const lines = Array.from({ length: 5 }, () => [random(6), random(6)] as const);
  const both = lines.flatMap(([from, to]) =>
    random(2) === 0 ? [[from, to] as const] : [[from, to] as const, [to, from] as const],
  );
  const legs: Leg[] = Array.from({ length: 32 }, (_, at) => {
    const [from, to] = both[at % both.length]!;
    const depart = random(60);
    return {
      id: `l${at}`,
      from: `h${from}`,
      to: `h${to}`,
      depart,
      arrive: depart + random(8),
      cost: random(20),
      co2e: random(6),
      decay: random(20),
    };
  });
  return { hubs, legs };
}

test('where ways are told apart by the pair of hubs they come by, 3,000 fronts are what trying every way finds', () => {
  let apart = 0;
  let changing = 0;
  for (let seed = 1; seed <= 3_000; seed++) {
    const network = sparseNetwork(seed);
    const { pairFrom, groupPairs } = prepare(network);
    if (groupPairs.length - 1 !== pairFrom.length) continue;
    apart++;
    const [from, to] = [network.legs[0]!.from, network.legs[1 + (seed % 5)]!.to];
    const query = { from, to, readyAt: seed % 20 };
    const found = createRouter(network).route(query).itineraries;
    expect(vectors(found), `seed ${seed}`).toEqual(vectors(exhaustive(network, query)));
    if (found.length > 1 && found.some(({ transfers }) => transfers > 0)) changing++;
  }
  expect(apart).toBeGreaterThan(2_000);
  expect(changing).toBeGreaterThan(300);
});

test('a pair’s shortest wait is from the arrival by one pair to the next departure of another, change included', () => {
  const hub = (id: string) => ({ id, waitDecay: 1, waitCost: 1, minTransfer: 10 });
  const legs = [
    leg('ab1', 'a', 'b', 0, 5),
    leg('ab2', 'a', 'b', 20, 28),
    leg('bc1', 'b', 'c', 14, 20),
    leg('bc2', 'b', 'c', 40, 50),
    leg('ba', 'b', 'a', 45, 50),
  ];
  const { pairFrom, pairTo, turnRow, turnWait } = prepare({ hubs: ['a', 'b', 'c'].map(hub), legs });
  const wait = (from: number, to: number) =>
    turnWait[turnRow[pairFrom.findIndex((hubFrom, pair) => hubFrom === from && pairTo[pair] === to)]!];
  // After 'ab1' there are 9 minutes to 'bc1', one too few; 'ab2' waits 12 for 'bc2'.
  expect(wait(1, 2)).toBe(12);
  expect(wait(1, 0)).toBe(Infinity);
});

import { expect, test } from 'vitest';
import { createRouter, type Network, type Query } from './index.ts';
import { largerNetwork, randomFrom } from './testing/random-network.ts';

/**
 * A plain connection scan (Dibbelt et al. 2013), apart from the engine. That it may come to a hub twice is harmless:
 * for the earliest arrival a round is never of use, since whoever was there before could have stayed.
 */
function earliestArrival({ hubs, legs }: Network, { from, to, readyAt }: Query): number {
  const boarding = new Map([[from, readyAt]]);
  const reached = new Map([[from, readyAt]]);
  const transfer = new Map(hubs.map(({ id, minTransfer }) => [id, minTransfer]));
  const inOrder = legs.toSorted((a, b) => a.depart - b.depart);
  // Legs of no duration may follow one another whatever their order in the list, so it is read until nothing changes.
  for (let changed = true; changed;) {
    changed = false;
    for (const leg of inOrder) {
      if ((boarding.get(leg.from) ?? Infinity) > leg.depart) continue;
      if ((reached.get(leg.to) ?? Infinity) <= leg.arrive) continue;
      reached.set(leg.to, leg.arrive);
      boarding.set(leg.to, leg.arrive + transfer.get(leg.to)!);
      changed = true;
    }
  }
  return reached.get(to) ?? Infinity;
}

test('the first of the front arrives when a plain connection scan says, in 10,000 queries', () => {
  let reached = 0;
  let direct = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const network = largerNetwork(seed);
    const router = createRouter(network);
    const random = randomFrom(seed + 1_000);
    for (let count = 0; count < 100; count++) {
      const hub = () => `h${random(network.hubs.length)}`;
      const query = { from: hub(), to: hub(), readyAt: random(600) };
      const [first] = router.route(query).itineraries;
      expect(first?.arrive ?? Infinity, `seed ${seed}, ${JSON.stringify(query)}`).toBe(
        earliestArrival(network, query),
      );
      if (first) reached++;
      if (first?.transfers === 0) direct++;
    }
  }
  expect(reached).toBeGreaterThan(6_000);
  expect(reached - direct).toBeGreaterThan(3_000);
});

import { expect, test } from 'vitest';
import { createRouter } from './index.ts';
import { exhaustive, vector, vectors } from './testing/exhaustive.ts';
import { randomFrom, smallNetwork } from './testing/random-network.ts';

test('at every ready time of a window the profile of 2,000 random networks is what a query gives', () => {
  let changing = 0;
  let decayed = 0;
  for (let seed = 10_001; seed <= 12_000; seed++) {
    const { network, query } = smallNetwork(seed);
    const window = 1 + randomFrom(seed)(24);
    const router = createRouter(network);
    const profile = router.profile(query, query.readyAt + window);
    const fronts = new Set<string>();
    for (let readyAt = query.readyAt; readyAt <= query.readyAt + window; readyAt++) {
      const asked = { ...query, readyAt };
      const front = vectors(router.route(asked).itineraries);
      expect(vectors(profile.at(readyAt)), `seed ${seed}, ready at ${readyAt}`).toEqual(front);
      fronts.add(front.map((one) => one.split(',')[0]).join());
    }
    if (fronts.size > 1) changing++;
    // What is too decayed for the start of the window may be fresh enough for its end.
    if (query.maxDecay !== undefined && fronts.has('') && fronts.size > 1) decayed++;
  }
  expect(changing).toBeGreaterThan(500);
  expect(decayed).toBeGreaterThan(10);
});

test('each itinerary of a profile is on the front of its own departure, or of the end of the window', () => {
  for (let seed = 20_001; seed <= 20_500; seed++) {
    const { network, query } = smallNetwork(seed);
    const end = query.readyAt + 20;
    for (const one of createRouter(network).profile(query, end).itineraries) {
      const readyAt = Math.min(one.depart, end);
      const front = exhaustive(network, { ...query, readyAt });
      const waited = one.depart - readyAt;
      const { waitCost, waitDecay } = network.hubs.find(({ id }) => id === query.from)!;
      const vectorThere = vector({
        ...one,
        cost: one.cost + waited * waitCost,
        decay: one.decay + waited * waitDecay,
      });
      expect(front.map(vector), `seed ${seed}`).toContainEqual(vectorThere);
    }
  }
});

test('a window of one minute is a query', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { network, query } = smallNetwork(seed);
    const router = createRouter(network);
    expect(vectors(router.profile(query, query.readyAt).at(query.readyAt))).toEqual(
      vectors(router.route(query).itineraries),
    );
  }
});

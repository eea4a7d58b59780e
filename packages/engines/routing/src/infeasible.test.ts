import { expect, test } from 'vitest';
import { createRouter, type Itinerary, type Network, type Query } from './index.ts';
import { everyWay } from './testing/exhaustive.ts';
import { leg } from './testing/leg.ts';
import { randomFrom, smallNetwork } from './testing/random-network.ts';

/** A query with more bans and tighter limits than `smallNetwork` gives: many have no way. */
function strict(seed: number): { network: Network; query: Query } {
  const { network } = smallNetwork(seed);
  const random = randomFrom(seed + 77);
  const some = <T>(list: readonly T[], oneIn: number): T[] => list.filter(() => random(oneIn) === 0);
  return {
    network,
    query: {
      from: 'h0',
      to: 'h1',
      readyAt: 0,
      avoidHubs: some(network.hubs, 4).map(({ id }) => id),
      avoidLegs: some(network.legs, 3).map(({ id }) => id),
      latestArrival: random(3) === 0 ? random(60) : undefined,
      maxDecay: random(3) === 0 ? random(40) : undefined,
      maxTransfers: random(3) === 0 ? random(3) : undefined,
    },
  };
}

const bansOf = (
  { from, avoidHubs = [], avoidLegs = [] }: Query,
  network: Network,
  { legs }: Itinerary,
): number => {
  const hubs = [from, ...legs.map((id) => network.legs.find((leg) => leg.id === id)!.to)];
  return (
    hubs.filter((id) => avoidHubs.includes(id)).length + legs.filter((id) => avoidLegs.includes(id)).length
  );
};
const value = {
  latestArrival: ({ arrive }: Itinerary) => arrive,
  maxDecay: ({ decay }: Itinerary) => decay,
  maxTransfers: ({ transfers }: Itinerary) => transfers,
};
const least = (values: readonly number[]): number | null => (values.length > 0 ? Math.min(...values) : null);

test('why there is no way is what trying every way says, on 3,000 random networks', () => {
  const met = { noConnection: 0, banned: 0, limits: 0, both: 0, several: 0 };
  for (let seed = 1; seed <= 3_000; seed++) {
    const { network, query } = strict(seed);
    const { itineraries, infeasible } = createRouter(network).route(query);
    expect(infeasible === undefined).toBe(itineraries.length > 0);
    if (!infeasible) continue;
    met[infeasible.reason]++;
    const unlimited = { ...query, latestArrival: undefined, maxDecay: undefined, maxTransfers: undefined };
    const unbanned = { avoidHubs: [], avoidLegs: [] };
    const within = everyWay(network, { ...query, ...unbanned });
    const open = everyWay(network, { ...unlimited, ...unbanned });
    const kept = everyWay(network, unlimited);
    const fewest = (ways: readonly Itinerary[]) => least(ways.map((way) => bansOf(query, network, way)));
    const named = (infeasible.lift?.hubs.length ?? 0) + (infeasible.lift?.legs.length ?? 0);
    expect(infeasible.reason, `seed ${seed}`).toBe(
      within.length > 0 ? 'banned' : open.length > 0 ? 'limits' : 'noConnection',
    );
    if (infeasible.reason === 'banned') {
      expect(named, `seed ${seed}`).toBe(fewest(within));
      if (named > 1) met.several++;
    }
    if (infeasible.reason !== 'limits') continue;
    expect(infeasible.lift === undefined, `seed ${seed}`).toBe(kept.length > 0);
    if (infeasible.lift) {
      met.both++;
      expect(named).toBe(fewest(open));
    }
    for (const { limit, asked, best } of infeasible.limits!) {
      expect(asked).toBe(query[limit]);
      const lifted = everyWay(network, {
        ...query,
        ...(infeasible.lift ? unbanned : {}),
        [limit]: undefined,
      });
      expect(best, `seed ${seed}, ${limit}`).toBe(least(lifted.map(value[limit])));
    }
  }
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(30);
});

test('what is named is enough: with it lifted there is a way', () => {
  let lifted = 0;
  for (let seed = 4_001; seed <= 5_000; seed++) {
    const { network, query } = strict(seed);
    const router = createRouter(network);
    const { infeasible } = router.route(query);
    if (infeasible?.reason !== 'banned') continue;
    const { hubs, legs } = infeasible.lift!;
    const asked = {
      ...query,
      avoidHubs: query.avoidHubs!.filter((id) => !hubs.includes(id)),
      avoidLegs: query.avoidLegs!.filter((id) => !legs.includes(id)),
    };
    expect(router.route(asked).itineraries.length, `seed ${seed}`).toBeGreaterThan(0);
    lifted++;
  }
  expect(lifted).toBeGreaterThan(100);
});

test('of two legs between the same hubs the banned one is not asked to be lifted for being the better', () => {
  const hubs = ['A', 'B', 'C'].map((id) => ({ id, waitDecay: 0, waitCost: 0, minTransfer: 0 }));
  const network = {
    hubs,
    legs: [leg('good', 'A', 'B', 1, 2), leg('poor', 'A', 'B', 1, 4), leg('on', 'B', 'C', 9, 10)],
  };
  const { infeasible } = createRouter(network).route({
    from: 'A',
    to: 'C',
    readyAt: 0,
    avoidLegs: ['good', 'on'],
  });
  expect(infeasible?.lift).toEqual({ hubs: [], legs: ['on'] });
});

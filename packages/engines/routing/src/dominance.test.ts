import { expect, test } from 'vitest';
import { createRouter, type Hub, type Itinerary, type Leg, type Network, type Query } from './index.ts';
import { exhaustive, unbeaten, vectors } from './testing/exhaustive.ts';
import { randomFrom } from './testing/random-network.ts';

/** A way come to a hub, as a plain label search keeps it. */
interface Come extends Itinerary {
  seen: ReadonlySet<string>;
  /** Next hubs it has gone on to. */
  gone: Set<string>;
}
interface Rules {
  /** What cost and decay are compared by: themselves (the textbook), or less the wait that whoever came later was spared. */
  compare: 'plain' | 'sparedWait';
  /** Whether each next hub is gone to by every departure, or by the earliest that can be caught. */
  board: 'every' | 'earliest';
}

/** A label search in the plainest form, to see what its rules are worth. */
function labelSearch({ hubs, legs }: Network, query: Query, rules: Rules): Itinerary[] {
  const bags = new Map(hubs.map(({ id }) => [id, [] as Come[]]));
  const hubOf = new Map(hubs.map((hub) => [hub.id, hub]));
  const start = { legs: [], arrive: query.readyAt, cost: 0, co2e: 0, transfers: -1, decay: 0 };
  bags.get(query.from)!.push({ ...start, seen: new Set([query.from]), gone: new Set() });
  for (const leg of legs.toSorted((a, b) => a.depart - b.depart)) {
    if (leg.from === query.to) continue;
    const hub = hubOf.get(leg.from)!;
    for (const come of bags.get(leg.from)!) {
      if (leg.depart < come.arrive + (come.legs.length > 0 ? hub.minTransfer : 0)) continue;
      if (come.seen.has(leg.to)) continue;
      if (rules.board === 'earliest' && come.gone.has(leg.to)) continue;
      come.gone.add(leg.to);
      keep(bags, hubOf.get(leg.to)!, carry(come, hub, leg), rules, leg.to === query.to);
    }
  }
  return unbeaten(bags.get(query.to)!);
}

function carry(come: Come, { waitCost, waitDecay }: Hub, leg: Leg): Come {
  const waited = leg.depart - come.arrive;
  return {
    legs: [...come.legs, leg.id],
    arrive: leg.arrive,
    cost: come.cost + waited * waitCost + leg.cost,
    co2e: come.co2e + leg.co2e,
    transfers: come.transfers + 1,
    decay: come.decay + waited * waitDecay + leg.decay,
    seen: new Set([...come.seen, leg.to]),
    gone: new Set(),
  };
}

function keep(bags: Map<string, Come[]>, hub: Hub, come: Come, { compare }: Rules, last: boolean): void {
  const spared = compare === 'sparedWait' && !last ? 1 : 0;
  const figures = (one: Come) => [
    one.arrive,
    one.cost - spared * hub.waitCost * one.arrive,
    one.co2e,
    one.transfers,
    one.decay - spared * hub.waitDecay * one.arrive,
  ];
  const beats = (a: Come, b: Come): boolean =>
    (last || a.seen.isSubsetOf(b.seen)) && figures(a).every((value, at) => value <= figures(b)[at]!);
  const bag = bags.get(hub.id)!;
  if (bag.some((one) => beats(one, come))) return;
  bags.set(hub.id, [...bag.filter((one) => !beats(come, one)), come]);
}

/** Four hubs at which waiting costs and spoils differently, and 16 legs. */
function waitingNetwork(seed: number): Network {
  const random = randomFrom(seed);
  const hubs = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    waitDecay: random(5),
    waitCost: random(5),
    minTransfer: random(3),
  }));
  const legs = Array.from({ length: 16 }, (_, at) => {
    const depart = random(60);
    return {
      id: String(at),
      from: 'abcd'[random(4)]!,
      to: 'abcd'[random(4)]!,
      depart,
      arrive: depart + 1 + random(15),
      cost: random(40),
      co2e: random(4),
      decay: random(40),
    };
  });
  return { hubs, legs };
}

/** What part of the vectors of 3,000 fronts a search by these rules doesn't find. */
function lost(rules: Rules): number {
  let all = 0;
  let missing = 0;
  for (let seed = 1; seed <= 3_000; seed++) {
    const network = waitingNetwork(seed);
    const query = { from: 'a', to: 'b', readyAt: 0 };
    const front = vectors(exhaustive(network, query));
    const found = new Set(vectors(labelSearch(network, query, rules)));
    expect(vectors(createRouter(network).route(query).itineraries)).toEqual(front);
    all += front.length;
    missing += front.filter((one) => !found.has(one)).length;
  }
  expect(all).toBeGreaterThan(2_000);
  return missing / all;
}

test('comparing less the spared wait, and boarding every departure, loses nothing', () => {
  expect(lost({ compare: 'sparedWait', board: 'every' })).toBe(0);
});

test('comparing arrival, cost and decay themselves, as a textbook would, loses a part of the front', () => {
  expect(lost({ compare: 'plain', board: 'every' })).toBeGreaterThan(0.01);
});

test('boarding the earliest departure alone loses a part of the front', () => {
  expect(lost({ compare: 'sparedWait', board: 'earliest' })).toBeGreaterThan(0.05);
});

import type { Network, Query } from '../types.ts';

/** Numbers from a seed, the same everywhere (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** A small network with much to stumble over: ties, legs of no duration, no waiting, loops, hubs nobody reaches. */
export function smallNetwork(seed: number): { network: Network; query: Query } {
  const random = randomFrom(seed);
  const hubCount = 2 + random(4);
  const legCount = 2 + random(19);
  const span = [6, 20, 100][random(3)]!;
  const size = [1, 4, 30][random(3)]!;
  const rate = [1, 2, 9][random(3)]!;
  const hub = () => `h${random(hubCount)}`;
  const hubs = Array.from({ length: hubCount }, (_, at) => ({
    id: `h${at}`,
    waitDecay: random(rate),
    waitCost: random(rate),
    minTransfer: random(3) === 0 ? random(5) : 0,
  }));
  const legs = Array.from({ length: legCount }, (_, at) => {
    const depart = random(span);
    return {
      id: `l${at}`,
      from: hub(),
      to: hub(),
      depart,
      arrive: depart + (random(4) === 0 ? 0 : random(1 + span / 4)),
      cost: random(size),
      co2e: random(size),
      decay: random(size),
    };
  });
  const sometimes = <T>(value: T): T | undefined => (random(8) === 0 ? value : undefined);
  const query: Query = {
    from: 'h0',
    to: random(20) === 0 ? 'h0' : 'h1',
    readyAt: random(4) === 0 ? random(span) : 0,
    latestArrival: sometimes(random(span + 5)),
    maxDecay: sometimes(random(size * 6)),
    maxTransfers: sometimes(random(4)),
    avoidHubs: sometimes([hub()]),
    avoidLegs: legCount > 0 ? sometimes([`l${random(legCount)}`]) : undefined,
  };
  return { network: { hubs, legs }, query };
}

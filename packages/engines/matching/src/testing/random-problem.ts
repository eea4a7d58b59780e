import type { Match, Problem, Supply, Want } from '../types.ts';

/** Numbers from 0 to below `n`, the same for a seed (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A problem of a few makers, kinds and buyers: ties, empty capacities, buyers whom nothing matches. */
export function smallProblem(seed: number): Problem {
  const random = randomFrom(seed);
  const kinds = 1 + random(3);
  const makers = 1 + random(6);
  const most = [3, 20, 1000][random(3)]!;
  const supplies = Array.from({ length: 1 + random(14) }, (_, at): Supply => ({
    id: `s${at}`,
    producer: `m${random(makers)}`,
    kind: `k${random(kinds)}`,
    capacity: random(most),
  }));
  const wants = Array.from({ length: 1 + random(10) }, (_, at): Want => ({
    id: `w${at}`,
    quantity: random(most),
  }));
  const often = 1 + random(4);
  const matches = wants.flatMap((want) =>
    supplies
      .filter(() => random(often) === 0)
      .map((supply): Match => ({
        want: want.id,
        supply: supply.id,
        points: random(4) === 0 ? 500 : random(1001),
      })),
  );
  return { supplies, wants, matches };
}
